/**
 * How the work on a case ends: it is looked at, evaluated and closed by who coordinates it, to a named office, when
 * nobody holds anything of it any more; and how it is taken up again.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household } from '@kasane/sample-municipality';
import { japanDate, wareki } from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import { inDays, planDesk, type Told } from './plan-desk.js';
import { openTestHub, type TestHub } from './test-hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'kato-coordinator';
const PLAN = 'plan-h12';
const CASE = 'case-h12';
const LEAD = 'kato-korei-kaigo';
const REASON = '目標が達成され、地域での見守りに移るため。';
const HOLDERS = ['kato-elder-care-worker', 'kato-shougai-worker', 'kato-keikaku-worker'];
const desk = planDesk(() => hub);
const { run, told, caseRow } = desk;

const version = async (): Promise<number> => (await desk.planSeen(COORDINATOR, PLAN)).version;
const monitored = (more: object = {}) => ({ heldOn: inDays(0), findings: '通院が続いている。', ...more });
const monitor = async (more: object = {}): Promise<Told> =>
  told(COORDINATOR, 'recordMonitoring', {
    plan: PLAN,
    input: monitored(more),
    expectedVersion: await version(),
  });
const sheet = (more: object = {}) => ({
  outcome: 'CLOSE',
  goals: [1, 2, 3].map((number) => ({ number, achievement: 'ACHIEVED' })),
  issues: [1, 2].map((number) => ({ number, change: 'IMPROVED' })),
  ownWords: '前より楽になった。',
  successor: LEAD,
  ...more,
});
const evaluate = async (more: object = {}): Promise<Told> =>
  told(COORDINATOR, 'evaluatePlan', { plan: PLAN, input: sheet(more), expectedVersion: await version() });
const closing = async (more: object = {}) => ({
  case: CASE,
  leadOfficeAfterClosure: LEAD,
  reason: REASON,
  expectedVersion: (await caseRow(CASE)).version,
  ...more,
});
const problemsOf = ({ __typename, problems = [] }: Told): readonly string[] => [__typename, ...problems];

describe('a plan is looked at', () => {
  test('by who coordinates the case, and by nobody else', async () => {
    const question = { plan: PLAN, input: monitored(), expectedVersion: 3 };
    expect(codes(await run('kato-elder-care-worker', 'recordMonitoring', question))).toEqual(['FORBIDDEN']);
    const foreign = await run('aizu-coordinator', 'recordMonitoring', question);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(foreign)).toBe(
      observable(await run('aizu-coordinator', 'recordMonitoring', { ...question, plan: 'plan-none' })),
    );
  });

  test('on a day that was, about its own items, and the next time within the plan', async () => {
    const wrong = {
      heldOn: inDays(1),
      findings: ' ',
      items: [{ item: 'plan-h03', finding: '他のプラン' }],
      nextOn: inDays(900),
    };
    expect(problemsOf(await monitor(wrong))).toHaveLength(5);
    expect(await caseRow(CASE)).toMatchObject({ status: 'IN_SUPPORT' });
  });

  test('with where each item stood; the work goes on', async () => {
    const nextOn = inDays(30);
    const { plan } = await monitor({
      nextOn,
      items: [{ item: `${PLAN}-item-1`, finding: '月2回訪問した。' }],
    });
    expect(plan).toMatchObject({
      nextMonitoringOn: nextOn,
      monitorings: [{ items: [{ state: 'GIVEN' }, {}, {}] }],
    });
    expect(await caseRow(CASE)).toMatchObject({ status: 'IN_SUPPORT' });
    const steps = await sql(
      hub,
      'collaboration',
      `SELECT to_status, reason FROM case_event WHERE case_id = $1 ORDER BY at, to_status DESC`,
      [CASE],
    );
    expect(steps.map((step) => step['to_status'])).toEqual(['MONITORING', 'IN_SUPPORT']);
    // As staff read it, on the case and on the plan.
    expect(steps[0]?.['reason']).toBe(`モニタリング(${wareki(inDays(0))})`);
  });

  test('twice at once: recorded once, the other is given what stands there', async () => {
    const expectedVersion = await version();
    const both = await Promise.all(
      ['一人目の所見', '二人目の所見'].map((findings) =>
        told(COORDINATOR, 'recordMonitoring', {
          plan: PLAN,
          input: monitored({ findings, nextOn: inDays(40) }),
          expectedVersion,
        }),
      ),
    );
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['PlanChanged', 'PlanRecorded']);
    expect(both.find(({ newer }) => newer)?.newer?.monitorings).toHaveLength(2);
  });
});

describe('a case is closed', () => {
  test('not while it is in support, and its plan not evaluated before it was looked at for that', async () => {
    expect(problemsOf(await told(COORDINATOR, 'closeCase', await closing()))).toHaveLength(2);
    expect(await evaluate()).toMatchObject({ __typename: 'PlanNotRecorded' });
    expect(await monitor()).toMatchObject({ plan: { nextMonitoringOn: null } });
    expect(await caseRow(CASE)).toMatchObject({ status: 'MONITORING' });
  });

  test('after an evaluation of every goal and issue, with a successor', async () => {
    const byOther = { plan: PLAN, input: sheet(), expectedVersion: await version() };
    expect(codes(await run('kato-shougai-worker', 'evaluatePlan', byOther))).toEqual(['FORBIDDEN']);
    expect(
      problemsOf(
        await evaluate({ goals: [{ number: 1, achievement: 'ACHIEVED' }], issues: [], successor: null }),
      ),
    ).toHaveLength(3);
    expect(await evaluate({ successor: 'kato-none' })).toMatchObject({ __typename: 'PlanNotRecorded' });
    expect(await evaluate()).toMatchObject({ plan: { evaluations: [{ outcome: 'CLOSE' }] } });
    expect(await caseRow(CASE)).toMatchObject({ status: 'EVALUATED' });
    const [evaluated] = await sql(
      hub,
      'collaboration',
      `SELECT reason FROM case_event WHERE case_id = $1 AND to_status = 'EVALUATED'`,
      [CASE],
    );
    expect(evaluated).toEqual({ reason: '評価(終結)' });
  });

  test('not while an office holds something of it', async () => {
    const { __typename, items } = await told(COORDINATOR, 'closeCase', await closing());
    expect(__typename).toBe('CaseHasOpenItems');
    expect(items?.map(({ what, office }) => [what, office.code])).toEqual(
      ['kato-shakai-fukushi-shougai', 'kato-korei-kaigo', 'kato-keikaku-sodan'].map((code) => [
        'プランの支援内容',
        code,
      ]),
    );
    for (const [at, staff] of HOLDERS.entries()) {
      const item = `${PLAN}-item-${at + 1}`;
      expect(await told(staff, 'startPlanItem', { item, expectedVersion: 1 })).toMatchObject({
        item: { id: item },
      });
      await told(staff, 'finishPlanItem', { item, result: '予定どおり終えた。', expectedVersion: 2 });
    }
  });

  test('not to an office that the directory does not have, nor without a reason, nor by who does not coordinate it', async () => {
    const wrong = await closing({ leadOfficeAfterClosure: 'kato-none', reason: '終わり' });
    expect(problemsOf(await told(COORDINATOR, 'closeCase', wrong))).toHaveLength(3);
    expect(codes(await run('kato-elder-care-worker', 'closeCase', await closing()))).toEqual(['FORBIDDEN']);
    expect(codes(await run('aizu-coordinator', 'closeCase', await closing()))).toEqual(['NOT_FOUND']);
    expect(codes(await run(COORDINATOR, 'closeCase', await closing({ expectedVersion: 1 })))).toEqual([
      'CONFLICT',
    ]);
    expect(await caseRow(CASE)).toMatchObject({ status: 'EVALUATED' });
  });

  test('by its coordinator: once, and from then on the roster gives nobody anything', async () => {
    const question = await closing();
    const both = await Promise.all([
      run(COORDINATOR, 'closeCase', question),
      run(COORDINATOR, 'closeCase', question),
    ]);
    const closed = both.find(({ data }) => data?.['told']);
    expect(closed?.data?.['told']).toEqual({ __typename: 'CaseClosed', case: { status: 'CLOSED' } });
    expect(both.flatMap(codes)).toHaveLength(1);
    const seats = await sql(
      hub,
      'collaboration',
      'SELECT DISTINCT to_date FROM roster_seat WHERE case_id = $1',
      [CASE],
    );
    expect(seats).toEqual([{ to_date: japanDate(new Date()) }]);
    expect(codes(await desk.plan(COORDINATOR, PLAN))).toEqual(['NOT_FOUND']);
    for (const [at, staff] of HOLDERS.entries()) {
      const report = { item: `${PLAN}-item-${at + 1}`, progress: '終結後の訪問', expectedVersion: 3 };
      expect(codes(await run(staff, 'reportPlanItem', report))).toEqual(['NOT_FOUND']);
    }
  });

  test('without a plan, with a reason alone', async () => {
    await sql(hub, 'collaboration', `UPDATE support_case SET status = 'ASSESSING' WHERE id = 'case-h09'`);
    const question = {
      case: 'case-h09',
      leadOfficeAfterClosure: 'kato-shakai-fukushi-konkyu',
      reason: REASON,
      expectedVersion: 1,
    };
    expect(await told(COORDINATOR, 'closeCase', question)).toMatchObject({ __typename: 'CaseClosed' });
  });
});

describe('a closed case is taken up again', () => {
  const reopen = { case: CASE, reason: '再び通院が途切れたとの相談があったため。' };

  test('by nobody who did not coordinate it', async () => {
    expect(codes(await run('kato-elder-care-worker', 'reopenCase', reopen))).toEqual(['FORBIDDEN']);
    const foreign = await run('aizu-coordinator', 'reopenCase', reopen);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(foreign)).toBe(
      observable(await run('aizu-coordinator', 'reopenCase', { ...reopen, case: 'case-none' })),
    );
    expect(await told(COORDINATOR, 'reopenCase', { ...reopen, case: 'case-h05' })).toMatchObject({
      __typename: 'CaseNotReopened',
    });
  });

  test('as a new case that refers to it, once', async () => {
    const { newCase } = await told(COORDINATOR, 'reopenCase', reopen);
    const { data, errors } = await hub.ask(
      COORDINATOR,
      `{ household(id: "${household('H12').id}") { cases { id number status reopenedFrom closing { reason leadOffice { code } } roster { role } } } }`,
    );
    expect(errors).toEqual([]);
    const { cases } = data?.['household'] as { cases: Record<string, unknown>[] };
    expect(cases.find(({ id }) => id === newCase)).toEqual({
      id: newCase,
      number: `${household('H12').caseNumber}-R2`,
      status: 'ACCEPTED',
      reopenedFrom: CASE,
      closing: null,
      roster: [{ role: 'COORDINATOR' }],
    });
    expect(cases.find(({ id }) => id === CASE)).toMatchObject({
      closing: { reason: REASON, leadOffice: { code: LEAD } },
    });
    expect(await told(COORDINATOR, 'reopenCase', reopen)).toMatchObject({ __typename: 'CaseNotReopened' });
  });

  test('its trail speaks to people: of a case by its number, and by no id', async () => {
    const reasons = await sql(
      hub,
      'collaboration',
      'SELECT reason FROM case_event UNION ALL SELECT reason FROM support_plan_event',
    );
    const all = reasons.map(({ reason }) => String(reason));
    expect(all).toContain(`再開(${household('H12').caseNumber})`);
    expect(all.filter((reason) => /\b(case|conf|pl|ref)-/.test(reason))).toEqual([]);
  });
});
