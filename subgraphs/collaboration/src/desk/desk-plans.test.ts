import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import type { VerifiedViewer } from '@kasane/identity';
import { openDatabase } from '@kasane/subgraph-kit';
import { Capacity, officeCode, Purpose, Role, staffId } from '@kasane/vocabulary';
import type { DataSource } from 'typeorm';
import { collaboration } from '../collaboration.js';
import type { CollaborationContext } from '../context.js';
import { findReferralsOf, ReferralBox } from '../referral/referral-repository.js';
import { OpenItemKind } from './open-item.js';
import { ownCases } from './own-cases.js';
import { placeOf, readDesk } from './read-desk.js';

/** 10,000 cases of a hundred offices: a desk reads what lies on it, whatever lies on the others. */

/** How many rows, and of what. Office `o-<n mod 100>` with its worker `w-<n mod 100>` has every hundredth case. */
const CASES = 10_000;
const fill = [
  `INSERT INTO office (code, name, kind, operation_mode, status, city_wide, local_government_code)
   SELECT 'o-' || n, 'o', 'CITY_DIVISION', 'CITY_RUN', 'OPEN', true, '282286' FROM generate_series(0, 99) n`,
  `INSERT INTO person (id, name, sex, search_key) SELECT 'p-' || n, 'p', 'UNKNOWN', 'p' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO household (id, kind, local_government_code) SELECT 'h-' || n, 'SUPPORT', '282286' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO household_member (household_id, person_id, relation, from_date, position)
   SELECT 'h-' || n, 'p-' || n, 'SELF', '2025-04-01', 0 FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO support_case (id, household_id, number, status, opened_on)
   SELECT 'case-' || n, 'h-' || n, 'n-' || n, CASE WHEN n % 50 < 2 THEN 'RECEIVED' ELSE 'IN_SUPPORT' END,
          to_char(date '2026-04-01' + n % 200, 'YYYY-MM-DD') FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO roster_seat (id, case_id, office_code, staff_id, role, for_everyone, from_date)
   SELECT 's-' || n, 'case-' || n, 'o-' || n % 100, 'w-' || n % 100, 'SECTOR_WORKER', true, '2026-04-01'
   FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO consent (id, schema_version, subject_id, grantors, notice_id, notice_version, notice_language, purposes,
                        rules, valid_from, valid_until)
   SELECT 'c-' || n, '1', 'p-' || n, '[]', 'n', '1', 'ja', '[]', '[]', '2026-04-01',
          timestamptz '2026-11-25T00:00:00Z' + n % 300 * interval '1 day' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO consent_event (consent_id, seq, at, state, expression, expressed_by, recorded_by, witnesses)
   SELECT 'c-' || n, 1, '2026-04-01', 'GIVEN', 'WRITTEN', 'p', 'w', '[]' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO referral (id, case_id, household_id, from_office, from_staff, to_office, urgency, hands_over, on_paper,
                         reason, sent_at, answer_due, first_contact_due, state, version, holder_office, due_on)
   SELECT 'r-' || n, 'case-' || n, 'h-' || n, 'o-' || n % 100, 'w-' || n % 100, 'o-' || (n + 1) % 100, 'NORMAL', false,
          false, 'x', timestamptz '2026-11-01T00:00:00Z' + n * interval '1 minute', '2026-11-20', '2026-11-30',
          CASE WHEN n % 7 = 0 THEN 'SENT' ELSE 'DONE' END, 1, 'o-' || (n + 1) % 100,
          CASE WHEN n % 7 = 0 THEN '2026-11-2' || n % 10 END FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO referral_person (referral_id, person_id) SELECT 'r-' || n, 'p-' || n FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO referral_event (referral_id, version, state, on_date, office_code, staff_id, at)
   SELECT 'r-' || n, 1, 'SENT', '2026-11-01', 'o-' || n % 100, 'w-' || n % 100, '2026-11-01' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO statutory_session (id, basis, office_code, convened_by, convened_at, opens_at, closes_at, categories, why_no_consent)
   SELECT 'st-' || n, 'SWA_106_6', 'o-1', 'w-1', '2026-11-01', '2026-12-01', '2026-12-02', '[]', 'x' FROM generate_series(1, 1000) n`,
  `INSERT INTO session_member (session_id, staff_id, office_code, name, capacity, added_by, added_at)
   SELECT 'st-' || n, 'w-' || n % 100, 'o-' || n % 100, 'w', 'CITY_STAFF', 'w-1', '2026-11-01' FROM generate_series(1, 1000) n`,
  // Conferences that were held, with approved minutes: what is ahead, and what is to be written, is found among them.
  `INSERT INTO conference (id, kind, case_id, office_code, convened_by, secretariat, held_at, place, created_at)
   SELECT 'conf-' || n, 'MULTILAYER', 'case-' || n, 'o-' || n % 100, 'w-' || n % 100, 'w-' || n % 100,
          timestamptz '2026-11-01T00:00:00Z' - n * interval '1 hour', 'x', '2026-04-01' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO conference_person (conference_id, person_id, household_id)
   SELECT 'conf-' || n, 'p-' || n, 'h-' || n FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO conference_participant (conference_id, seat_key, staff_id, office_code, affiliation, name, capacity, invited_by, invited_at)
   SELECT 'conf-' || n, 'w', 'w-' || (n + 1) % 100, 'o-' || (n + 1) % 100, 'x', 'w', 'CITY_STAFF', 'w-1', '2026-04-01'
   FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO conference_minutes SELECT 'conf-' || n, 1, '[]', 'x', '[]', NULL, 'w', '2026-11-01' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO conference_minutes_approval SELECT 'conf-' || n, 1, 'w', '2026-11-01' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO support_plan (id, case_id, household_id, kind, state, version, words_version, persons, from_date, until_date,
                             next_monitoring_on, drafted_at)
   SELECT 'pl-' || n, 'case-' || n, 'h-' || n, 'MULTI_AGENCY', 'DECIDED', 3, 1, '[]', '2026-04-01', '2027-03-31',
          '2027-01-10', '2026-04-01' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO plan_item (id, plan_id, position, office_code, content, frequency, due_on, persons, state, version, given_at)
   SELECT 'pi-' || n, 'pl-' || n, 1, 'o-' || n % 100, 'x', 'x', '2027-03-01', '[]', 'DONE', 3, '2026-04-01'
   FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO outreach (id, case_id, person_id, office_code, found_through, found_on, stage, next_on, version, begun_at)
   SELECT 'ou-' || n, 'case-' || n, 'p-' || n, 'o-' || n % 100, 'FAMILY', '2026-04-01', 'PAUSED', '2026-12-01', 1, '2026-04-01'
   FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO participation (id, case_id, person_id, office_code, wishes, begun_at)
   SELECT 'pa-' || n, 'case-' || n, 'p-' || n, 'o-' || n % 100, 'x', '2026-04-01' FROM generate_series(1, ${CASES}) n`,
  `INSERT INTO participation_match (id, participation_id, menu_id, state, since_on, version)
   SELECT 'pm-' || n, 'pa-' || n, 'menu', 'ENDED', '2026-04-01', 1 FROM generate_series(1, ${CASES}) n`,
];
const big =
  /^(person|household|household_member|support_case|roster_seat|consent|consent_event|referral\w*|session_member|conference\w*|support_plan|plan_item|outreach|participation\w*)$/;

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('desk');
  const { url, migrationUrl } = database;
  const { entities, migrations } = collaboration;
  dataSource = await openDatabase({ databaseUrl: url, migrationUrl, entities, migrations });
  for (const statement of fill) await dataSource.query(statement);
  const owner = await openDatabase({ databaseUrl: migrationUrl, migrationUrl, entities, migrations });
  await owner.query('ANALYZE');
  await owner.destroy();
}, 60_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const viewer = (at: number, ...roles: Role[]): VerifiedViewer => ({
  staffId: staffId(`w-${at}`),
  office: officeCode(`o-${at}`),
  capacity: Capacity.CITY_STAFF,
  roles,
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'request-1',
  tokenDigest: 'digest-1',
});
const now = new Date('2026-11-22T00:00:00Z');

/** What a question asks of the database. */
async function statementsOf<Value>(ask: () => Promise<Value>): Promise<{
  readonly value: Value;
  readonly statements: readonly (readonly [string, unknown[] | undefined])[];
}> {
  const spy = jest.spyOn(dataSource.manager, 'query');
  try {
    const value = await ask();
    return {
      value,
      statements: spy.mock.calls.map(([query, values]) => [query, values as unknown[]] as const),
    };
  } finally {
    spy.mockRestore();
  }
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}
const scans = (plan: Plan): readonly string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scans),
];
async function bigScans(
  statements: readonly (readonly [string, unknown[] | undefined])[],
): Promise<readonly string[]> {
  const found = await Promise.all(
    statements.map(async ([query, values]) => {
      const [row] = await dataSource.query<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>(
        `EXPLAIN (FORMAT JSON) ${query}`,
        values,
      );
      return scans(row['QUERY PLAN'][0].Plan);
    }),
  );
  return found.flat().filter((relation) => big.test(relation));
}

const contextOf = (of: VerifiedViewer): CollaborationContext =>
  ({
    manager: dataSource.manager,
    viewer: of,
    now,
    scope: { admit: async () => new Map(), deniedBy: () => undefined, keepsAway: () => false },
    recorder: { note: () => undefined },
  }) as unknown as CollaborationContext;
const page = { first: 20, after: undefined, kinds: Object.values(OpenItemKind) };

describe('among 10,000 cases', () => {
  test.each([
    ['a worker', viewer(7, Role.SECTOR_WORKER), 9],
    ['a manager', viewer(7, Role.OFFICE_MANAGER), 9],
    ['a privacy officer who works on cases too', viewer(7, Role.COORDINATOR, Role.PRIVACY_OFFICER), 10],
  ])('the desk of %s takes one statement for each source, and scans no big table', async (_, of, count) => {
    const { value, statements } = await statementsOf(() => readDesk(page, contextOf(of)));
    expect(value).toHaveLength(21);
    expect(statements).toHaveLength(count);
    expect(await bigScans(statements)).toEqual([]);
  });

  test('nobody’s desk shows what is another’s', async () => {
    const items = await readDesk({ ...page, first: 200 }, contextOf(viewer(7, Role.SECTOR_WORKER)));
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['REFERRAL_TO_ANSWER', 'CONSENT_EXPIRING', 'CONFERENCE']),
    );
    // Theirs to answer came from the office before; of those that they sent only what is overdue is here.
    for (const { kind, office, due } of items)
      if (kind === 'REFERRAL_TO_ANSWER')
        expect([office === 'o-7', (due ?? '') < '2026-11-22']).toContain(true);
    const other = await readDesk({ ...page, first: 200 }, contextOf(viewer(50, Role.COMMITTEE)));
    expect(other.filter(({ kind }) => kind.startsWith('REFERRAL'))).toEqual([]);
  });

  test('pages put end to end are the whole desk, each item once', async () => {
    const context = contextOf(viewer(0, Role.SECTOR_WORKER));
    const whole = await readDesk({ ...page, first: 500 }, context);
    const paged: (typeof whole)[number][] = [];
    for (let after: ReturnType<typeof placeOf> | undefined; ;) {
      const rows = await readDesk({ ...page, first: 30, after }, context);
      paged.push(...rows.slice(0, 30));
      const last = rows.slice(0, 30).at(-1);
      if (rows.length <= 30 || !last) break;
      after = placeOf(last);
    }
    expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(whole.length).toBeGreaterThan(60);
    expect(new Set(whole.map(({ kind }) => kind))).toContain('SCREENING');
  });

  test('one’s own cases and the trays of an office are found without a scan', async () => {
    const context = { manager: dataSource.manager, viewer: viewer(7, Role.SECTOR_WORKER), now };
    const own = await statementsOf(() => ownCases({ status: null, after: undefined, limit: 21 }, context));
    expect(own.value).toHaveLength(21);
    expect(await bigScans(own.statements)).toEqual([]);
    for (const box of Object.values(ReferralBox)) {
      const tray = await statementsOf(() =>
        findReferralsOf(dataSource.manager, officeCode('o-7'), { box, after: undefined, limit: 21 }),
      );
      expect(tray.value).toHaveLength(21);
      expect(await bigScans(tray.statements)).toEqual([]);
    }
  });
});
