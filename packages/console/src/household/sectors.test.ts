import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readSectors } from '../../build/sectors.js';

/** A graph that a sixth sector has joined: what the build makes of it without a word of the console's changing. */
const supergraph = parse(`
  directive @join__graph(name: String!, url: String!) on ENUM_VALUE
  enum join__Graph { COLLABORATION @join__graph(name: "collaboration", url: "") SCHOOL @join__graph(name: "school-education", url: "") }
  type Query { household(id: ID!): Household }
  type Household { id: ID! members: [HouseholdMember!] }
  type HouseholdMember { person: Person }
  type Office { code: ID! name: String }
  type Person {
    id: ID!
    schoolGrant: String @inaccessible
    "学校教育の記録 — the record"
    school: SchoolRecord @join__field(graph: SCHOOL, requires: "schoolGrant")
  }
  type SchoolRecord {
    "在籍 — the newest enrolment"
    enrolment: Enrolment @disclosed(category: "SCHOOL", tier: "T2")
    "在籍の履歴 — all enrolments"
    enrolments: [Enrolment!] @disclosed(category: "SCHOOL", tier: "T2")
    "旧名 — the former name"
    former: [Enrolment!] @disclosed(category: "SCHOOL", tier: "T2") @deprecated(reason: "renamed")
  }
  type Enrolment @disclosed(category: "SCHOOL", tier: "T2") {
    "開始日 — from (YYYY-MM-DD)"
    from: String
    "種別 — kind"
    kind: SchoolKind @disclosed(category: "SCHOOL", tier: "T2", level: "SUMMARY")
    "種別コード — as the source holds it"
    kindCode: String
    "給食費(円) — lunch fee"
    lunchFee: Int
    "学校 — school"
    office: Office
    "きょうだいの在籍 — of a sibling"
    sibling: Enrolment
    "記録の番号 — id"
    recordId: ID
  }
  enum SchoolKind { PRIMARY }
`);

describe('a sector that joins the graph', () => {
  const { graphql, sectors, records } = readSectors(supergraph) as {
    graphql: string;
    sectors: readonly object[];
    records: Readonly<Record<string, readonly { readonly name: string; readonly kind: string }[]>>;
  };

  test('gets a question of its own, which follows no record into itself', () => {
    expect(sectors).toEqual([
      {
        id: 'school-education',
        operation: 'HouseholdInSchoolEducation',
        person: 'SchoolRecord',
        household: undefined,
        session: {
          question: 'SessionInSchoolEducation',
          release: 'SessionReleaseSchoolEducation',
          takeBack: 'SessionTakeBackSchoolEducation',
        },
      },
    ]);
    expect(graphql.replaceAll(/\s+/g, ' ')).toContain(
      'record: school { enrolments { from kind kindCode lunchFee office { name } } }',
    );
  });

  test('brings its words, its kinds and its categories', () => {
    expect(records['SchoolRecord']?.map(({ name }) => name)).toEqual(['enrolments']);
    expect(records['Enrolment']).toEqual([
      { name: 'from', label: '開始日', category: 'SCHOOL', kind: 'day' },
      { name: 'kind', label: '種別', category: 'SCHOOL', isSummary: true, kind: 'word', of: 'SchoolKind' },
      { name: 'kindCode', label: '種別コード', category: 'SCHOOL', insteadOf: 'kind', kind: 'text' },
      { name: 'lunchFee', label: '給食費(円)', category: 'SCHOOL', kind: 'yen' },
      { name: 'office', label: '学校', category: 'SCHOOL', kind: 'office' },
      { name: 'sibling', label: 'きょうだいの在籍', category: 'SCHOOL', kind: 'record', record: 'Enrolment' },
    ]);
  });
});
