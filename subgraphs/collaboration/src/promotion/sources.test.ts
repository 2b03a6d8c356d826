import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import { openDatabase } from '@kasane/subgraph-kit';
import type { DataSource } from 'typeorm';
import { collaboration } from '../collaboration.js';
import type { IndicatorScope } from './indicator-source.js';
import { countIndicators, indicatorsOf, medianIndicators, shareIndicators } from './indicators.js';
import { fiscalYear } from './fiscal-year.js';

/** Each indicator counts what it says, of its own municipality and time; before anything is left out. */

const CITY = '282286';
let database: TestDatabase;
let source: DataSource;
let scope: IndicatorScope;

beforeAll(async () => {
  database = await createTestDatabase('collaboration');
  source = await openDatabase({
    databaseUrl: database.url,
    migrationUrl: database.migrationUrl,
    entities: collaboration.entities,
    migrations: collaboration.migrations,
  } as never);
  const { manager } = source;
  scope = {
    manager,
    municipality: CITY,
    from: new Date('2025-03-31T15:00:00Z'),
    until: new Date('2026-03-31T15:00:00Z'),
    fromDay: '2025-04-01',
    untilDay: '2026-04-01',
  };
  await manager.sql`INSERT INTO office (code, name, kind, operation_mode, status, city_wide, local_government_code) VALUES
    ('city', '福祉総務課', 'CITY_DIVISION', 'CITY_RUN', 'OPEN', true, '282286'),
    ('centre', '地域包括', 'CITY_DIVISION', 'CITY_RUN', 'OPEN', true, '282286'),
    ('far', '他市', 'CITY_DIVISION', 'CITY_RUN', 'OPEN', true, '072028')`;
  await manager.sql`INSERT INTO household (id, kind, local_government_code) VALUES
    ('h-1', 'SUPPORT', '282286'), ('h-2', 'SUPPORT', '282286'), ('h-far', 'SUPPORT', '072028')`;
  await manager.sql`INSERT INTO household_member (household_id, person_id, relation, from_date, to_date, position) VALUES
    ('h-1', 'p-1', 'SELF', '2020-01-01', NULL, 0), ('h-2', 'p-2', 'SELF', '2020-01-01', NULL, 0),
    ('h-far', 'p-far', 'SELF', '2020-01-01', NULL, 0)`;
  await manager.sql`INSERT INTO support_case (id, household_id, number, status, opened_on, closed_on) VALUES
    ('c-1', 'h-1', 'n-1', 'CLOSED', '2025-04-01', '2025-09-30'),
    ('c-2', 'h-1', 'n-2', 'IN_SUPPORT', '2026-03-30', NULL),
    ('c-3', 'h-2', 'n-3', 'IN_SUPPORT', '2025-03-31', NULL),
    ('c-far', 'h-far', 'n-4', 'CLOSED', '2025-05-01', '2025-06-01')`;
  // 15:00 UTC is the next day, and here the next month, in Japan.
  await manager.sql`INSERT INTO case_event (id, case_id, from_status, to_status, office_code, staff_id, at) VALUES
    ('e-1', 'c-3', 'PLANNING', 'PLAN_DECIDED', 'city', 's', '2025-02-01T00:00:00Z'),
    ('e-2', 'c-3', 'PLANNING', 'PLAN_DECIDED', 'city', 's', '2025-06-30T15:00:00Z'),
    ('e-3', 'c-1', 'PLANNING', 'PLAN_DECIDED', 'city', 's', '2025-06-30T14:00:00Z'),
    ('e-4', 'c-1', 'EVALUATED', 'CLOSED', 'city', 's', '2025-09-30T03:00:00Z'),
    ('e-5', 'c-far', 'EVALUATED', 'CLOSED', 'far', 's', '2025-06-01T03:00:00Z')`;
  await manager.sql`INSERT INTO statutory_session (id, basis, office_code, convened_by, convened_at, opens_at, closes_at, categories, why_no_consent) VALUES
    ('s-1', 'SWA_106_6', 'city', 's', '2025-05-01', '2025-05-02T03:00:00Z', '2025-05-02T06:00:00Z', '[]', ''),
    ('s-2', 'SWA_106_6', 'city', 's', '2025-05-01', '2025-05-09T03:00:00Z', '2025-05-09T06:00:00Z', '[]', ''),
    ('s-3', 'CWA_25_2', 'city', 's', '2025-05-01', '2025-05-10T03:00:00Z', '2025-05-10T06:00:00Z', '[]', ''),
    ('s-far', 'SWA_106_6', 'far', 's', '2025-05-01', '2025-05-11T03:00:00Z', '2025-05-11T06:00:00Z', '[]', '')`;
  await manager.sql`INSERT INTO session_household VALUES ('s-1', 'h-1'), ('s-1', 'h-2'), ('s-2', 'h-1'), ('s-3', 'h-1'), ('s-far', 'h-far')`;
  await manager.sql`INSERT INTO conference (id, kind, session_id, case_id, office_code, convened_by, secretariat, held_at, place, moved_from, created_at) VALUES
    ('k-1', 'SUPPORT', 's-1', NULL, 'city', 's', 's', '2025-05-02T03:00:00Z', '-', NULL, '2025-05-01T00:00:00Z'),
    ('k-2', 'SUPPORT', 's-2', NULL, 'city', 's', 's', '2025-05-09T03:00:00Z', '-', NULL, '2025-05-01T00:00:00Z'),
    ('m-1', 'MULTILAYER', NULL, 'c-1', 'city', 's', 's', '2025-06-02T03:00:00Z', '-', 'k-1', '2025-05-20T00:00:00Z'),
    ('m-2', 'MULTILAYER', NULL, 'c-3', 'city', 's', 's', '2025-06-03T03:00:00Z', '-', NULL, '2025-05-20T00:00:00Z')`;
  await manager.sql`INSERT INTO conference_participant VALUES
    ('m-1', 'a city', 'a', 'city', '課', '甲', 'CITY_STAFF', 's', '2025-05-20'),
    ('m-1', 'b city', 'b', 'city', '課', '乙', 'CITY_STAFF', 's', '2025-05-20'),
    ('m-1', '紙 病院 丙', NULL, NULL, '病院', '丙', 'GUEST', 's', '2025-05-20'),
    ('m-1', 'd centre', 'd', 'centre', '包括', '丁', 'CITY_STAFF', 's', '2025-05-20')`;
  // The centre was invited, and did not come.
  await manager.sql`INSERT INTO conference_attendance SELECT 'm-1', key, 's', '2025-06-02' FROM (VALUES ('a city'), ('b city'), ('紙 病院 丙')) k (key)`;
  await manager.sql`INSERT INTO conference_minutes SELECT 'm-1', v, '[]', '検討', '[]', NULL, 's', '2025-06-03' FROM generate_series(1, 3) v`;
  await manager.sql`INSERT INTO conference_minutes_approval VALUES ('m-1', 1, 's', '2025-06-05T03:00:00Z'), ('m-1', 2, 's', '2025-06-09T03:00:00Z')`;
  await manager.sql`INSERT INTO conference_role SELECT 'm-1', v, n, CASE n WHEN 1 THEN 'city' ELSE 'centre' END, 'h-1', '[]', '見守り', '2026-01-31'
    FROM (VALUES (1, 1), (2, 1), (2, 2), (2, 3), (3, 1)) r (v, n)`;
  const rules = JSON.stringify([{ effect: 'PERMIT', categories: ['CARE_CERT', 'NOTES'] }]);
  await manager.sql`INSERT INTO consent (id, schema_version, subject_id, grantors, notice_id, notice_version, notice_language, purposes, rules, valid_from, valid_until)
    SELECT id, '1', subject, '[]', 'n', '1', 'ja', '[]', ${rules}::jsonb, '2025-04-10', until::timestamptz
    FROM (VALUES ('co-1', 'p-1', '2027-01-01'), ('co-2', 'p-2', '2026-01-01'), ('co-3', 'p-2', '2027-01-01'), ('co-far', 'p-far', '2027-01-01')) c (id, subject, until)`;
  await manager.sql`INSERT INTO consent_event (consent_id, seq, at, state, expression, expressed_by, recorded_by, witnesses) VALUES
    ('co-1', 1, '2025-04-10T00:00:00Z', 'GIVEN', 'WRITTEN', 'x', 's', '[]'),
    ('co-2', 1, '2025-04-10T00:00:00Z', 'GIVEN', 'WRITTEN', 'x', 's', '[]'),
    ('co-3', 1, '2025-05-10T00:00:00Z', 'REFUSED', 'WRITTEN', 'x', 's', '[]'),
    ('co-far', 1, '2025-04-10T00:00:00Z', 'GIVEN', 'WRITTEN', 'x', 's', '[]')`;
  await referredAndReached(manager);
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

/** What was referred, reached and planned in the two cases, and as much elsewhere. */
async function referredAndReached(manager: DataSource['manager']): Promise<void> {
  await manager.sql`INSERT INTO referral (id, case_id, household_id, from_office, from_staff, to_office, urgency, hands_over, on_paper, reason, sent_at, answer_due, first_contact_due, state, version, holder_office)
    SELECT id, of, household, 'city', 's', office, 'NORMAL', false, false, 'x', sent::timestamptz, '2025-05-01', '2025-05-01', 'SENT', 1, office
    FROM (VALUES ('r-1', 'c-1', 'h-1', 'centre', '2025-04-10'), ('r-2', 'c-1', 'h-1', 'city', '2025-05-01'),
                 ('r-3', 'c-3', 'h-2', 'centre', '2025-05-02'), ('r-far', 'c-far', 'h-far', 'far', '2025-05-02')) r (id, of, household, office, sent)`;
  // The third was answered when the year was over.
  await manager.sql`INSERT INTO referral_event (referral_id, version, state, send_back_reason, on_date, office_code, staff_id, at)
    SELECT id, version, state, reason, "on", 'centre', 's', at::timestamptz
    FROM (VALUES ('r-1', 2, 'ACCEPTED', NULL, '2025-04-12', '2025-04-12'), ('r-1', 3, 'CONTACTED', NULL, '2025-04-15', '2025-04-16'),
                 ('r-2', 2, 'SENT_BACK', 'OUT_OF_AREA', '2025-05-03', '2025-05-03'), ('r-2', 3, 'ACCEPTED', NULL, '2025-05-09', '2025-05-09'),
                 ('r-3', 2, 'ACCEPTED', NULL, '2026-04-02', '2026-04-02'), ('r-far', 2, 'SENT_BACK', 'OTHER', '2025-05-03', '2025-05-03')) e (id, version, state, reason, "on", at)`;
  await manager.sql`INSERT INTO outreach (id, case_id, person_id, office_code, found_through, found_on, stage, version, begun_at) VALUES
    ('o-1', 'c-1', 'p-1', 'city', 'FAMILY', '2025-04-02', 'ATTEMPTING', 1, '2025-04-02'),
    ('o-far', 'c-far', 'p-far', 'far', 'FAMILY', '2025-05-02', 'ATTEMPTING', 1, '2025-05-02')`;
  await manager.sql`INSERT INTO outreach_contact (id, outreach_id, at, method, outcome, words, stage, office_code, staff_id, recorded_at)
    SELECT id, of, '2025-04-20T03:00:00Z', method, 'ABSENT', 'x', 'ATTEMPTING', 'city', 's', '2025-04-20T03:00:00Z'
    FROM (VALUES ('oc-1', 'o-1', 'VISIT'), ('oc-2', 'o-1', 'VISIT'), ('oc-3', 'o-1', 'ACCOMPANIMENT'), ('oc-4', 'o-1', 'LETTER'), ('oc-5', 'o-far', 'VISIT')) c (id, of, method)`;
  await manager.sql`INSERT INTO participation (id, case_id, person_id, office_code, wishes, begun_at) VALUES
    ('pa-1', 'c-1', 'p-1', 'city', 'x', '2025-05-01'), ('pa-far', 'c-far', 'p-far', 'far', 'x', '2025-05-01')`;
  await manager.sql`INSERT INTO participation_match (id, participation_id, menu_id, state, since_on, version)
    SELECT id, of, 'menu', 'PROPOSED', '2025-05-01', 1 FROM (VALUES ('m-1', 'pa-1'), ('m-2', 'pa-1'), ('m-far', 'pa-far')) m (id, of)`;
  // The second settled when the year was over.
  await manager.sql`INSERT INTO participation_step (id, match_id, state, staff_id, at)
    SELECT id, of, state, 's', at::timestamptz
    FROM (VALUES ('ps-1', 'm-1', 'PROPOSED', '2025-05-01'), ('ps-2', 'm-1', 'SETTLED', '2025-06-01'), ('ps-3', 'm-2', 'PROPOSED', '2025-05-02'),
                 ('ps-4', 'm-2', 'SETTLED', '2026-04-02'), ('ps-5', 'm-far', 'PROPOSED', '2025-05-02')) p (id, of, state, at)`;
  await manager.sql`INSERT INTO support_plan (id, case_id, household_id, kind, state, version, words_version, persons, from_date, until_date, next_monitoring_on, drafted_at) VALUES
    ('pl-1', 'c-1', 'h-1', 'MULTI_AGENCY', 'CLOSED', 3, 1, '[]', '2025-06-01', '2025-12-01', NULL, '2025-06-01'),
    ('pl-3', 'c-3', 'h-2', 'MULTI_AGENCY', 'DECIDED', 3, 1, '[]', '2025-06-01', '2026-05-01', '2025-11-01', '2025-06-01'),
    ('pl-far', 'c-far', 'h-far', 'MULTI_AGENCY', 'DECIDED', 3, 1, '[]', '2025-06-01', '2026-05-01', '2025-11-01', '2025-06-01')`;
  await manager.sql`INSERT INTO support_plan_event (plan_id, version, to_state, consent_ids, office_code, staff_id, at) VALUES
    ('pl-1', 3, 'CLOSED', '[]', 'city', 's', '2025-09-30')`;
  await manager.sql`INSERT INTO plan_item (id, plan_id, position, office_code, content, frequency, due_on, persons, state, version, given_at)
    SELECT id, of, 1, office, 'x', 'x', '2025-09-01', '[]', 'GIVEN', 1, '2025-07-01'
    FROM (VALUES ('i-1', 'pl-1', 'centre'), ('i-2', 'pl-3', 'centre'), ('i-3', 'pl-3', 'centre'), ('i-4', 'pl-3', 'city'), ('i-far', 'pl-far', 'far')) i (id, of, office)`;
  // One was done when the year was over: it was held then.
  await manager.sql`INSERT INTO plan_item_event (item_id, version, to_state, office_code, staff_id, at) VALUES
    ('i-2', 2, 'DONE', 'centre', 's', '2025-08-01'), ('i-3', 2, 'DONE', 'centre', 's', '2026-04-02')`;
  await manager.sql`INSERT INTO plan_monitoring (id, plan_id, planned_on, held_on, findings, items, persons, office_code, staff_id, at) VALUES
    ('pm-1', 'pl-1', '2025-07-01', '2025-07-01', 'x', '[]', '[]', 'city', 's', '2025-07-01'),
    ('pm-2', 'pl-3', '2025-08-01', '2025-08-20', 'x', '[]', '[]', 'city', 's', '2025-08-20'),
    ('pm-far', 'pl-far', '2025-08-01', '2025-08-01', 'x', '[]', '[]', 'far', 's', '2025-08-01')`;
  await manager.sql`INSERT INTO case_closing (case_id, lead_office, reason, persons, office_code, staff_id, at) VALUES
    ('c-1', 'centre', 'x', '[]', 'city', 's', '2025-09-30')`;
}

const counted: Readonly<Record<string, readonly (readonly [row: string, month: string, count: number])[]>> = {
  NEW_CASES: [
    ['新規', '2025-04', 1],
    ['新規', '2026-03', 1],
  ],
  CONSENTS: [['同意', '2025-04', 2]],
  PLANS: [
    ['プラン策定', '2025-06', 1],
    ['再プラン', '2025-07', 1],
  ],
  MULTILAYER_CONFERENCES: [['開催回数', '2025-06', 1]],
  MULTILAYER_OFFICES: [['参加機関数', '2025-06', 2]],
  SUPPORT_CONFERENCES: [['開催回数', '2025-05', 2]],
  SUPPORT_CONFERENCE_CASES: [['検討件数', '2025-05', 3]],
  ENDINGS: [['終結', '2025-09', 1]],
  ROLES_BY_OFFICE: [
    ['地域包括', '2025-06', 2],
    ['福祉総務課', '2025-06', 1],
  ],
  REFERRALS_BY_OFFICE: [
    ['地域包括', '2025-04', 1],
    ['地域包括', '2025-05', 1],
    ['福祉総務課', '2025-05', 1],
  ],
  REFERRALS_SENT_BACK: [['担当地域の外', '2025-05', 1]],
  OUTREACH_CONTACTS: [
    ['その他の働きかけ', '2025-04', 1],
    ['同行', '2025-04', 1],
    ['訪問', '2025-04', 2],
  ],
  PARTICIPATION_MATCHES: [['マッチング', '2025-05', 2]],
};

test.each(countIndicators.map((each) => [each.id, each] as const))('%s', async (id, indicator) => {
  const found = (await indicator.read(scope)).map(({ row, month, count }) => [row, month, count]);
  expect(found.sort((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual(counted[id]);
});

const parts: Readonly<Record<string, readonly (readonly [row: string, part: number, whole: number])[]>> = {
  MOVED_TO_MULTILAYER: [['支援会議', 1, 2]],
  // Two cases are open on 31 March; the consent of p-2 ended before, and the other form is a refusal.
  CONSENT_BY_CATEGORY: [
    ['要介護認定', 1, 2],
    ['相談・支援経過', 1, 2],
  ],
  REOPENED: [['終結したケース', 1, 1]],
  REFERRALS_ACCEPTED: [['回答のあったつなぎ', 1, 2]],
  PARTICIPATION_SETTLED: [['マッチング', 1, 2]],
  OPEN_ACTIONS: [
    ['地域包括', 1, 3],
    ['福祉総務課', 1, 1],
  ],
  OVERDUE_MONITORING: [['予定されたモニタリング', 2, 3]],
  CLOSED_TO_LEAD: [['終結', 1, 1]],
};

test.each(shareIndicators.map((each) => [each.id, each] as const))('%s', async (id, indicator) => {
  const found = await indicator.read(scope);
  expect(found.map(({ row, part, whole }) => [row, part, whole])).toEqual(parts[id]);
});

const days: Readonly<Record<string, readonly number[]>> = {
  // To the day of the contact, whenever it was written down; to the first approval.
  DAYS_TO_CONTACT: [14],
  DAYS_TO_MINUTES: [3],
};

test.each(medianIndicators.map((each) => [each.id, each] as const))('%s', async (id, indicator) => {
  expect(await indicator.read(scope)).toEqual(days[id]);
});

test('and of all this, so few, nothing is told', async () => {
  const year = fiscalYear(2025, new Date('2026-11-22T03:00:00Z'));
  if (!year) throw new Error('no such year');
  const { counts, measures } = await indicatorsOf(source.manager, CITY, year);
  expect(counts.flatMap(({ total }) => total)).toEqual(counts.map(() => null));
  expect(
    measures.flatMap(({ rows }) => rows.map(({ value }) => value)).every((value) => value === null),
  ).toBe(true);
});
