import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import type { Permit } from '@kasane/disclosure';
import { buildFederatedSubgraph, Seal } from '@kasane/subgraph-kit';
import { askOf, row } from '@kasane/subgraph-kit/testing';
import { allCategories, Category, defaultRegistry, Level } from '@kasane/vocabulary';
import { isObjectType } from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { InfantCheckup } from './checkup/infant-checkup.js';
import { childFamily } from './child-family.js';
import { ChildConsultation } from './consultation/child-consultation.js';
import { MaternalRecord } from './maternal/maternal-record.js';
import { ProtectionEntry } from './protection/protection-entry.js';
import { ChildProtectionCase } from './protection-case/child-protection-case.js';
import { Schooling } from './schooling/schooling.js';
import { YoungCarerRecord } from './young-carer/young-carer-record.js';

const ask = askOf(childFamily);

const permit = (level: Level): Permit => ({ level, rule: 'RULE', evidence: 'evidence' });
const consented = new Map(
  allCategories
    .filter((category) => category !== Category.CHILD_PROTECTION)
    .map((category) => [category, permit(Level.DETAIL)] as const),
);

describe('the nursery or school', () => {
  const schooling = (values: Partial<Schooling>) =>
    row(Schooling, { kind: 'ELEMENTARY', to: null, birthDate: '2019-04-01', ...values });
  const selection = 'schooling { kind kindAsGiven grade schoolYear gradeByAge lastKnownUntil }';
  const answer = (values: Partial<Schooling>, now: string) =>
    ask(selection, { file: { schoolings: [schooling(values)] }, permits: consented, now: new Date(now) });

  test('says of which year its grade is, and which grade the child is in by age from 1 April on', async () => {
    const values = { grade: '1年', schoolYear: 2025 };
    const told = {
      kind: 'ELEMENTARY',
      kindAsGiven: null,
      grade: '1年',
      schoolYear: 2025,
      lastKnownUntil: null,
    };
    expect(await answer(values, '2026-03-31T14:59:59Z')).toEqual({
      schooling: { ...told, gradeByAge: '小学1年' },
    });
    expect(await answer(values, '2026-03-31T15:00:00Z')).toEqual({
      schooling: { ...told, gradeByAge: '小学2年' },
    });
  });

  test('that the child left is the last known, with its date, and has no grade', async () => {
    expect(await answer({ to: '2026-03-31', grade: '1年' }, '2026-04-01T00:00:00Z')).toMatchObject({
      schooling: { grade: '1年', gradeByAge: null, lastKnownUntil: '2026-03-31' },
    });
  });

  test('of a kind outside the list is kept as given', async () => {
    expect(await answer({ kind: '学童保育' }, '2026-11-22T00:00:00Z')).toMatchObject({
      schooling: { kind: null, kindAsGiven: '学童保育' },
    });
  });

  test('never gives the birth date away', async () => {
    expect(JSON.stringify(await answer({}, '2026-11-22T00:00:00Z'))).not.toContain('2019-04-01');
    await expect(
      ask('schooling { birthDate }', { file: { schoolings: [schooling({})] }, permits: consented }),
    ).rejects.toThrow('Cannot query field "birthDate"');
  });
});

describe('a pregnancy', () => {
  const pregnancy = row(MaternalRecord, {
    id: 'pregnancy-1',
    notifiedOn: '2026-05-11',
    antenatalVisitsText: '[{"number":1,"attendedOn":"2026-06-02"},{"number":2}]',
    postnatalCareText: '[{"kind":"STAY","on":"2026-11-02"},{"kind":"電話相談"}]',
    epdsText: '[{"on":"2026-11-10","score":9}]',
  });
  const entry = (values: Partial<ProtectionEntry>) =>
    row(ProtectionEntry, {
      kind: 'SPECIFIED_PREGNANT_WOMAN',
      pregnancyId: 'pregnancy-1',
      registeredOn: '2026-05-18',
      ...values,
    });
  const selection = 'maternalRecord { notifiedOn specifiedPregnantWoman { registeredOn } }';
  const plain = { maternalRecord: { notifiedOn: '2026-05-11', specifiedPregnantWoman: null } };
  const maternalRecords = [pregnancy];

  test('has its visits, care after birth and EPDS', async () => {
    const parts =
      'maternalRecord { antenatalVisits { number attendedOn finding } postnatalCare { kind kindAsGiven on } epds { score } }';
    expect(await ask(parts, { file: { maternalRecords }, permits: consented })).toEqual({
      maternalRecord: {
        antenatalVisits: [
          { number: 1, attendedOn: '2026-06-02', finding: null },
          { number: 2, attendedOn: null, finding: null },
        ],
        postnatalCare: [
          { kind: 'STAY', kindAsGiven: null, on: '2026-11-02' },
          { kind: null, kindAsGiven: '電話相談', on: null },
        ],
        epds: [{ score: 9 }],
      },
    });
  });

  test('of a 特定妊婦 is to whom the closed tier is not open a pregnancy like any other', async () => {
    const flagged = { file: { maternalRecords, protectionEntries: [entry({})] }, permits: consented };
    const other = { file: { maternalRecords, protectionEntries: [] }, permits: consented };
    expect(await ask(selection, flagged)).toEqual(plain);
    expect(await ask(selection, flagged)).toEqual(await ask(selection, other));
  });

  test('of a 特定妊婦 shows the registration to the office that keeps it', async () => {
    const file = { maternalRecords, protectionEntries: [entry({})] };
    expect(await ask(selection, { file, byOwner: true })).toEqual({
      maternalRecord: { ...plain.maternalRecord, specifiedPregnantWoman: { registeredOn: '2026-05-18' } },
    });
  });

  test.each([
    ['of another pregnancy', entry({ pregnancyId: 'pregnancy-0' })],
    ['for another reason', entry({ kind: 'NEEDS_SUPPORT' })],
  ])('is not flagged by a registration %s', async (_, other) => {
    const file = { maternalRecords, protectionEntries: [other] };
    expect(await ask(selection, { file, byOwner: true })).toEqual(plain);
  });
});

describe('a consultation', () => {
  const selection = 'consultations { kind response }';
  const consultation = (values: Partial<ChildConsultation>) =>
    row(ChildConsultation, { ownSeal: null, response: '対応', ...values });

  test.each(['PROTECTIVE_CARE', 'HEALTH', 'DISABILITY', 'DELINQUENCY', 'UPBRINGING', 'OTHER'])(
    'of kind %s is shown by consent',
    async (kind) => {
      const file = { consultations: [consultation({ kind })] };
      expect(await ask(selection, { file, permits: consented })).toEqual({
        consultations: [{ kind, response: '対応' }],
      });
    },
  );

  test.each([
    ['of abuse', { kind: 'ABUSE' }],
    ['of a kind that nobody knows', { kind: '虐待(心理的)' }],
    ['that its office sealed', { kind: 'HEALTH', ownSeal: Seal.RELEASE_ONLY }],
  ])('%s is nothing to others, and there for its own office', async (_, values) => {
    const file = { consultations: [consultation(values)] };
    expect(await ask(selection, { file, permits: consented })).toEqual({ consultations: [] });
    expect(await ask(selection, { file, byOwner: true })).toMatchObject({
      consultations: [{ response: '対応' }],
    });
  });

  test('does not tell a route outside the list, for it may name who came', async () => {
    const file = {
      consultations: [
        consultation({ kind: 'HEALTH', route: '近所の見本さん' }),
        consultation({ kind: 'HEALTH', route: 'CHECKUP' }),
      ],
    };
    expect(await ask('consultations { route }', { file, byOwner: true })).toEqual({
      consultations: [{ route: null }, { route: 'CHECKUP' }],
    });
  });
});

describe('a child protection case', () => {
  const file = {
    protectionCases: [
      row(ChildProtectionCase, {
        kindCodes: 'NEGLECT,その他',
        progressText: '[{"on":"2026-01-26","note":"訪問"}]',
        formsText: '[{"kind":"CASE_TRANSFER","madeOn":"2026-03-11"},{"kind":"聞き取り票"}]',
      }),
    ],
  };
  const selection =
    'protectionCase { kinds kindsAsGiven progress { on note } forms { kind kindAsGiven madeOn } } protectionCases { kinds }';
  const whole = {
    kinds: ['NEGLECT'],
    kindsAsGiven: ['その他'],
    progress: [{ on: '2026-01-26', note: '訪問' }],
    forms: [
      { kind: 'CASE_TRANSFER', kindAsGiven: null, madeOn: '2026-03-11' },
      { kind: null, kindAsGiven: '聞き取り票', madeOn: null },
    ],
  };

  test('is whole for its own office', async () => {
    expect(await ask(selection, { file, byOwner: true })).toEqual({
      protectionCase: whole,
      protectionCases: [{ kinds: ['NEGLECT'] }],
    });
  });

  test('is nothing to others, as if there were none', async () => {
    const none = { protectionCase: null, protectionCases: null };
    expect(await ask(selection, { file, permits: consented })).toEqual(none);
    expect(await ask(selection, { file: { protectionCases: [] }, permits: consented })).toEqual(none);
  });

  test('is whole for a session to which it was released with the coordinator’s consent, and not without', async () => {
    const released = [{ id: 'rel-1', recordId: 'ChildProtectionCase:row-1' }];
    const to = (approved: readonly string[]) =>
      new Map<Category, Permit>([
        [Category.CHILD_PROTECTION, { ...permit(Level.NONE), released: { session: 'session-1', approved } }],
      ]);
    expect(await ask(selection, { file, released, permits: to(['rel-1']) })).toMatchObject({
      protectionCase: whole,
    });
    expect(await ask(selection, { file, released, permits: to([]) })).toEqual({
      protectionCase: null,
      protectionCases: [],
    });
  });
});

test('codes outside their lists are kept as given', async () => {
  const file = {
    checkups: [row(InfantCheckup, { kind: 'MONTHS_10', offeredOn: '2026-01-01', attendedOn: null })],
    youngCarerRecords: [row(YoungCarerRecord, { confirmed: '要確認' })],
    protectionEntries: [row(ProtectionEntry, { kind: '03', closedOn: null })],
  };
  expect(
    await ask(
      'checkup { kind kindAsGiven attendance } youngCarer { confirmed confirmedAsGiven } protectionEntry { kind kindAsGiven }',
      { file, byOwner: true },
    ),
  ).toEqual({
    checkup: { kind: null, kindAsGiven: 'MONTHS_10', attendance: 'NOT_ATTENDED' },
    youngCarer: { confirmed: null, confirmedAsGiven: '要確認' },
    protectionEntry: { kind: null, kindAsGiven: '03' },
  });
});

test('no field and no column says who reported', async () => {
  const { schema } = await buildFederatedSubgraph(childFamily.federation(defaultRegistry));
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).map(({ name, description }) => `${type.name}.${name} ${description}`)
      : [],
  );
  const columns = getMetadataArgsStorage()
    .columns.filter(({ target }) => (childFamily.entities as readonly unknown[]).includes(target))
    .map(({ options, propertyName }) => `${options.name} ${propertyName}`);
  expect(Math.min(fields.length, columns.length)).toBeGreaterThan(80);
  const suspect = /reporter|reported|informant|通報|通告者/i;
  expect([...fields, ...columns].filter((name) => suspect.test(name))).toEqual([]);
});
