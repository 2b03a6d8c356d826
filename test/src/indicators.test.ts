import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Purpose } from '@kasane/vocabulary';
import { codes, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type Question, type TestHub } from './test-hub.js';

/** What the 推進会議 reads: counts of its own municipality, never a small one, never a person. */

const KATO = '282286';
const AIZU = '072028';
const COORDINATOR = 'kato-coordinator';
const COMMITTEE = 'aizu-committee-member';
const STATISTICS: Question = { purpose: Purpose.STATISTICS };

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  // Seven more cases in one month, so that it has a count which may be told.
  await sql(
    hub,
    'collaboration',
    `INSERT INTO support_case (id, household_id, number, status, opened_on, closed_on)
     SELECT 'case-x' || n, 'h-x' || n, 'X-' || n, 'CLOSED', '2025-08-1' || n, '2025-12-0' || n FROM generate_series(1, 7) n`,
  );
  await sql(
    hub,
    'collaboration',
    `INSERT INTO household (id, kind, local_government_code) SELECT 'h-x' || n, 'SUPPORT', '${KATO}' FROM generate_series(1, 7) n`,
  );
  await sql(
    hub,
    'collaboration',
    `INSERT INTO case_event (id, case_id, from_status, to_status, office_code, staff_id, at)
     SELECT 'ce-x' || n, 'case-x' || n, 'EVALUATED', CASE WHEN n > 6 THEN 'MOVED_OUT' ELSE 'CLOSED' END,
            'kato-fukushi-somu', 'kato-coordinator', '2025-12-05T03:00:00Z' FROM generate_series(1, 7) n`,
  );
}, 120_000);
afterAll(() => hub?.stop());

interface Table {
  readonly id: string;
  readonly months: readonly (number | null)[];
  readonly total: number | null;
  readonly rows: readonly {
    readonly row: string;
    readonly months: readonly (number | null)[];
    readonly total: number | null;
  }[];
}
interface Report {
  readonly months: readonly string[];
  readonly counts: readonly Table[];
  readonly measures: readonly { readonly rows: readonly { readonly value: number | null }[] }[];
  readonly published: {
    readonly circles: number;
    readonly conferences: readonly { readonly number: number }[];
    readonly issues: readonly { readonly word: string; readonly count: number }[];
    readonly others: readonly { readonly word: string; readonly count: number }[];
  } | null;
  readonly csv: string;
  readonly html: string;
}
const ask = (
  who: string,
  municipality: string = KATO,
  fiscalYear = 2025,
  question: Question = STATISTICS,
): Promise<Answer> =>
  hub.ask(
    who,
    `query ($year: Int!, $municipality: ID!) { indicators(fiscalYear: $year, municipality: $municipality) {
       months counts { id months total rows { row months total } } measures { rows { value } }
       published { circles conferences { number } issues { word count } others { word count } } csv html } }`,
    { ...question, variables: { year: fiscalYear, municipality } },
  );
const report = async (who: string, municipality?: string, year?: number): Promise<Report> => {
  const { data, errors } = await ask(who, municipality, year);
  expect(errors).toEqual([]);
  return data?.['indicators'] as Report;
};
const tableIn = ({ counts }: Report, id: string): Table => {
  const found = counts.find((each) => each.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
};

describe('indicators are read', () => {
  test('by the committee, coordinators and managers, of their own municipality, for statistics', async () => {
    expect((await report(COMMITTEE, AIZU)).months).toHaveLength(12);
    expect((await report(COORDINATOR)).months[0]).toBe('2025-04');
    expect(codes(await ask(COMMITTEE, KATO))).toEqual(['FORBIDDEN']);
    expect(codes(await ask('kato-kodomo-worker'))).toEqual(['FORBIDDEN']);
    expect(codes(await ask('kato-privacy-officer'))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(COORDINATOR, KATO, 2025, {}))).toEqual(['PURPOSE_REQUIRED']);
    expect(codes(await ask(COORDINATOR, KATO, 2031))).toEqual(['BAD_USER_INPUT']);
  });

  test('of a municipality that the hub names to everybody', async () => {
    const { data } = await hub.ask(COMMITTEE, '{ municipalities { code name } }', STATISTICS);
    expect(data).toEqual({
      municipalities: [
        { code: AIZU, name: '会津若松市' },
        { code: KATO, name: '加東市' },
      ],
    });
  });

  test('and that they were stands in the ledger', async () => {
    const rows = await sql(
      hub,
      'collaboration',
      `SELECT items FROM ledger_entry WHERE kind = 'READING' AND viewer_staff = $1`,
      [COMMITTEE],
    );
    expect(rows.map(({ items }) => String(items)).join()).toContain(`${AIZU}-2025`);
  });

  test('only of months that are over', async () => {
    const { months } = await report(COORDINATOR, KATO, 2026);
    const current = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
    expect(months.every((month) => month < current)).toBe(true);
  });
});

describe('what is told', () => {
  test('are the counts that are there, and no small one', async () => {
    const told = await report(COORDINATOR);
    const cases = tableIn(told, 'NEW_CASES');
    // The sample opened eleven in 令和7年度, one or two a month, two of them in August; and seven more were added.
    expect([cases.total, cases.months[told.months.indexOf('2025-08')]]).toEqual([18, 9]);
    const numbers = told.counts.flatMap(({ rows, months, total }) => [
      ...rows.flatMap((row) => [...row.months, row.total]),
      ...months,
      total,
    ]);
    expect(numbers.filter((value) => value !== null && value > 0 && value < 5)).toEqual([]);
    expect(numbers.some((value) => value === null)).toBe(true);
  });

  test('a single case that ended otherwise is told neither by its row nor by what is left of the total', async () => {
    const { rows, total } = tableIn(await report(COORDINATOR), 'ENDINGS');
    const of = (row: string): number | null | undefined => rows.find((each) => each.row === row)?.total;
    expect([total, of('転出'), of('終結')]).toEqual([7, null, null]);
  });

  test('nobody: no name, no id of a person, household or case', async () => {
    const { text } = await ask(COORDINATOR);
    expect(text).not.toMatch(/"(p|h)-[0-9a-z]{8}"|case-|X-\d/);
  });

  test('加東市’s own list, as a reader counts it on the page', async () => {
    const { published } = await report(COORDINATOR, KATO, 2024);
    expect(published?.conferences).toHaveLength(12);
    expect(Object.fromEntries((published?.issues ?? []).map(({ word, count }) => [word, count]))).toEqual({
      疾病: 5,
      介護: 5,
      生活困窮: 5,
      障害: 4,
      精神的不調: 4,
      ひきこもり: 3,
      滞納: 2,
      家庭内暴力: 1,
      自殺: 1,
      孤独: 1,
      不登校: 1,
      就学: 1,
      ヤングケアラー: 1,
      ひとり親: 1,
      高齢: 1,
      市営住宅: 1,
    });
    expect(published?.others[0]).toEqual({ word: '福祉事業所', count: 7 });
    expect(published?.circles).toBe(41);
    expect((await report(COORDINATOR)).published).toBeNull();
  });

  test('the same as CSV for Excel and as a page to print', async () => {
    const { csv, html } = await report(COORDINATOR);
    expect(csv.startsWith('\uFEFF指標,区分,2025-04')).toBe(true);
    expect(csv).toContain('秘匿');
    expect(html).toContain('令和7年度');
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/<script|https?:/);
  });
});

describe('the yearly circle', () => {
  const write = (who: string, expectedVersion: number, words = '広報を強める。'): Promise<Answer> =>
    hub.ask(
      who,
      `mutation ($input: PromotionNoteInput!) { result: writePromotionNote(input: $input) {
         __typename ... on PromotionNotRecorded { problems } ... on PromotionNoteChanged { newest { version words } } } }`,
      {
        ...STATISTICS,
        variables: { input: { municipality: KATO, fiscalYear: 2026, stage: 'PLAN', expectedVersion, words } },
      },
    );

  test('is written by coordinators, in versions: of two at once the second is given the first', async () => {
    expect(codes(await write(COMMITTEE, 0))).toEqual(['FORBIDDEN']);
    expect(codes(await write('aizu-coordinator', 0))).toEqual(['FORBIDDEN']);
    const answers = await Promise.all([write(COORDINATOR, 0), write(COORDINATOR, 0)]);
    const told = answers.map(({ data }) => (data?.['result'] as { __typename: string }).__typename);
    expect(told.sort()).toEqual(['PromotionNoteChanged', 'PromotionRecorded']);
    expect((await write(COORDINATOR, 1, '窓口を増やす。')).data).toMatchObject({
      result: { __typename: 'PromotionRecorded' },
    });
    expect((await write(COORDINATOR, 1, '古い案')).data).toMatchObject({
      result: { newest: { version: 2, words: '窓口を増やす。' } },
    });
  });

  test('has its training, counted', async () => {
    const record = (heldOn: string): Promise<Answer> =>
      hub.ask(
        COORDINATOR,
        `mutation ($input: TrainingInput!) { result: recordTraining(input: $input) { __typename ... on PromotionNotRecorded { problems } } }`,
        {
          ...STATISTICS,
          variables: {
            input: { municipality: KATO, heldOn, title: '分野横断研修', audience: '相談員', attendees: 32 },
          },
        },
      );
    expect((await record('2026-02-30')).data).toMatchObject({
      result: { problems: [expect.stringMatching(/存在しない/)] },
    });
    expect((await record('2026-06-18')).data).toMatchObject({ result: { __typename: 'PromotionRecorded' } });
    const { data } = await hub.ask(
      COORDINATOR,
      `{ indicators(fiscalYear: 2026, municipality: "${KATO}") { trainings { title attendees } notes { stage version } } }`,
      STATISTICS,
    );
    expect(data).toEqual({
      indicators: {
        trainings: [{ title: '分野横断研修', attendees: 32 }],
        notes: [{ stage: 'PLAN', version: 2 }],
      },
    });
  });
});
