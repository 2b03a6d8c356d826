/**
 * A plan from its first draft to its replacement: who may write it, what two who edit it at once do to each other, that
 * nobody's data goes to an office without their consent, and what each office is shown of it.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person } from '@kasane/sample-municipality';
import { Category, ConsentExpression, GrantorRelation, Purpose, Role } from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import { h05Sheet, inDays, planDesk, type Plan } from './plan-desk.js';
import { openTestHub, type TestHub } from './test-hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'kato-coordinator';
const ELDER_WORKER = 'kato-elder-care-worker';
const DISABILITY_WORKER = 'kato-shougai-worker';
const STRANGER = 'kato-hitorioya-worker';
const CASE = 'case-h05';
const UNKNOWN = 'pl-00000000000000000000';
const desk = planDesk(() => hub);
const { run, told, caseRow } = desk;

/** A consent to the plan, to the coordinators and to workers of these offices. */
async function consent(key: string, offices: readonly string[]): Promise<string> {
  const { id, name } = person(key);
  const rule = (recipientOffices: readonly string[], role: Role): object => ({
    categories: [Category.SUPPORT_PLAN],
    sourceSectors: ['collaboration'],
    recipientOffices,
    recipientRoles: [role],
  });
  const { data, errors } = await hub.ask(
    COORDINATOR,
    'mutation ($input: ConsentInput!) { told: giveConsent(input: $input) { ... on ConsentRecorded { consent { id } } ... on ConsentNotRecorded { problems } } }',
    {
      variables: {
        input: {
          subject: id,
          grantors: [{ name, relation: GrantorRelation.SELF }],
          noticeId: 'multi-agency',
          noticeVersion: '2026-04',
          purposes: [Purpose.PLAN_MAKING, Purpose.SERVICE_COORDINATION],
          rules: [
            rule(['kato-fukushi-somu'], Role.COORDINATOR),
            ...(offices.length > 0 ? [rule(offices, Role.SECTOR_WORKER)] : []),
          ],
          expression: ConsentExpression.WRITTEN,
        },
      },
    },
  );
  expect(errors).toEqual([]);
  return (data?.['told'] as { consent: { id: string } }).consent.id;
}

describe('a plan', () => {
  let plan: Plan;
  const changes = async (): Promise<number> =>
    Number(
      (await sql(hub, 'collaboration', `SELECT count(*) AS n FROM ledger_entry WHERE kind = 'CHANGE'`))[0]?.[
        'n'
      ],
    );
  const draft = (more: Readonly<Record<string, unknown>> = {}) => ({
    case: CASE,
    kind: 'MULTI_AGENCY',
    input: h05Sheet(),
    expectedVersion: 1,
    ...more,
  });

  test('is not begun in a case that is in support', async () => {
    expect(await told(COORDINATOR, 'draftPlan', draft())).toMatchObject({ __typename: 'PlanNotRecorded' });
  });

  test('is begun by nobody but who coordinates the case', async () => {
    await sql(hub, 'collaboration', `UPDATE support_case SET status = 'ASSESSING' WHERE id = $1`, [CASE]);
    expect(codes(await run(DISABILITY_WORKER, 'draftPlan', draft()))).toEqual(['FORBIDDEN']);
    const foreign = await run('aizu-coordinator', 'draftPlan', draft());
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(foreign)).toBe(
      observable(await run('aizu-coordinator', 'draftPlan', draft({ case: 'case-none' }))),
    );
    expect(await caseRow(CASE)).toEqual({ status: 'ASSESSING', version: 1 });
  });

  test('is not recorded with persons of another household, offices that do not work with them, or wrong days', async () => {
    const [first, second] = h05Sheet()['items'] as object[];
    const input = h05Sheet({
      persons: [person('h05-self').id, person('h06-mother').id],
      items: [
        { ...first, persons: [person('h05-self').id] },
        { ...second, office: 'kato-toshi-seisaku' },
        { ...second, dueOn: inDays(300) },
      ],
    });
    const { __typename, problems = [] } = await told(COORDINATOR, 'draftPlan', draft({ input }));
    expect(__typename).toBe('PlanNotRecorded');
    expect(problems).toHaveLength(4);
    expect(problems[0]).toBe('対象者が、このケースの世帯の人ではありません。');
    expect(problems.join()).toMatch(/担当していません.*入っていません.*期限/);
  });

  test('tells of a protected member no more than of nobody, whichever office is named for them', async () => {
    const mother = person('h10-mother').id;
    await sql(hub, 'collaboration', `UPDATE support_case SET status = 'ASSESSING' WHERE id = 'case-h10'`);
    await sql(
      hub,
      'collaboration',
      `INSERT INTO protective_measure (id, person_id, handling_offices, restricted_staff, from_date, to_date, registered_by, registered_at_office, registered_at)
       VALUES ('measure-h10', $1, '["kato-dv-center"]', '[]', '2026-01-01', '2036-01-01', 'x', 'kato-dv-center', '2026-01-01')`,
      [mother],
    );
    const tried = (id: string) => {
      const persons = [id];
      const item = { content: '訪問', frequency: '月1回', dueOn: inDays(90), persons };
      // Both have a seat in the case, the first of them for her.
      const offices = ['kato-shakai-fukushi-shougai', 'kato-fukushi-somu-jido'];
      const items = offices.map((office) => ({ ...item, office }));
      return run(COORDINATOR, 'draftPlan', draft({ case: 'case-h10', input: h05Sheet({ persons, items }) }));
    };
    const [hidden, nobody] = [await tried(mother), await tried('p-00000000')];
    expect(hidden.data?.['told']).toMatchObject({ __typename: 'PlanNotRecorded' });
    expect(observable(hidden)).toBe(observable(nobody));
  });

  test('is begun by the coordinator, and brings the case to planning', async () => {
    const { plan: begun } = await told(COORDINATOR, 'draftPlan', draft());
    expect(begun).toMatchObject({
      state: 'DRAFT',
      version: 1,
      items: [],
      sheet: {
        personWishes: '家で静かに暮らしたい。',
        items: [
          { content: '母の訪問', persons: [{ id: person('h05-mother').id }] },
          { content: '本人への声かけ', persons: [{ id: person('h05-self').id }] },
        ],
      },
    });
    plan = begun as Plan;
    expect(await caseRow(CASE)).toEqual({ status: 'PLANNING', version: 2 });
    // Of two who begin from the same case the second must read it again.
    expect(codes(await run(COORDINATOR, 'draftPlan', draft()))).toEqual(['CONFLICT']);
    expect(await told(COORDINATOR, 'draftPlan', draft({ expectedVersion: 2 }))).toMatchObject({
      __typename: 'PlanNotRecorded',
    });
  });

  test('that two revise at once is written once; the other is given what stands there, and every version stays', async () => {
    const revise = (personWishes: string) =>
      told(COORDINATOR, 'revisePlan', {
        plan: plan.id,
        input: h05Sheet({ personWishes }),
        expectedVersion: 1,
      });
    const both = await Promise.all([revise('散歩に行きたい。'), revise('音楽を聞きたい。')]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['PlanChanged', 'PlanRecorded']);
    const written = both.find((one) => one.plan)?.plan;
    const newer = both.find((one) => one.newer)?.newer;
    expect(newer?.sheet).toEqual(written?.sheet);
    expect(newer?.versions).toHaveLength(2);
    expect(newer?.versions[1]?.personWishes).toBe('家で静かに暮らしたい。');
    await expect(
      sql(hub, 'collaboration', `UPDATE support_plan_version SET words = '{}' WHERE plan_id = $1`, [plan.id]),
    ).rejects.toThrow('append-only');
  });

  test('is decided only after it was proposed', async () => {
    const decide = { plan: plan.id, conference: 'k-1', expectedVersion: 2 };
    expect(await told(COORDINATOR, 'decidePlan', decide)).toMatchObject({ __typename: 'PlanNotRecorded' });
    expect(codes(await run(DISABILITY_WORKER, 'decidePlan', decide))).toEqual(['FORBIDDEN']);
    expect(codes(await run(DISABILITY_WORKER, 'proposePlan', { plan: plan.id, expectedVersion: 2 }))).toEqual(
      ['FORBIDDEN'],
    );
    const { plan: proposed } = await told(COORDINATOR, 'proposePlan', { plan: plan.id, expectedVersion: 2 });
    expect(proposed).toMatchObject({ state: 'PROPOSED', version: 3 });
  });

  test('is not decided without the consent of everybody of whom it speaks, to each office that is to hold their part', async () => {
    const [self, mother] = [person('h05-self').id, person('h05-mother').id];
    const gaps = async (): Promise<unknown> => {
      const told_ = await told(COORDINATOR, 'decidePlan', {
        plan: plan.id,
        conference: 'k-1',
        expectedVersion: 3,
      });
      return Object.fromEntries(
        (told_.gaps ?? []).map(({ person: of, offices }) => [of?.id, offices?.map(({ code }) => code)]),
      );
    };
    expect(await gaps()).toEqual({
      [self]: ['kato-fukushi-somu', 'kato-shakai-fukushi-shougai'],
      [mother]: ['kato-fukushi-somu', 'kato-korei-kaigo'],
    });
    await consent('h05-self', ['kato-shakai-fukushi-shougai']);
    await consent('h05-mother', ['kato-shakai-fukushi-shougai']);
    expect(await gaps()).toEqual({ [mother]: ['kato-korei-kaigo'] });
    expect(await desk.planSeen(COORDINATOR, plan.id)).toMatchObject({
      state: 'PROPOSED',
      version: 3,
      items: [],
    });
    expect(await caseRow(CASE)).toEqual({ status: 'PLANNING', version: 2 });
  });

  test('whose decision breaks off in the middle stands as it stood', async () => {
    await consent('h05-mother', ['kato-korei-kaigo']);
    await sql(
      hub,
      'collaboration',
      `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$`,
    );
    await sql(
      hub,
      'collaboration',
      'CREATE TRIGGER break_off BEFORE UPDATE ON support_case EXECUTE FUNCTION break_off()',
    );
    const before = await changes();
    const decide = { plan: plan.id, conference: 'k-1', expectedVersion: 3 };
    expect(codes(await run(COORDINATOR, 'decidePlan', decide))).toEqual(['INTERNAL']);
    await sql(hub, 'collaboration', 'DROP TRIGGER break_off ON support_case');
    expect(await desk.planSeen(COORDINATOR, plan.id)).toMatchObject({
      state: 'PROPOSED',
      version: 3,
      items: [],
    });
    expect(await changes()).toBe(before);
  });

  test('is decided with the consent of all, and gives each office its items', async () => {
    const { plan: decided } = await told(COORDINATOR, 'decidePlan', {
      plan: plan.id,
      conference: 'k-1',
      expectedVersion: 3,
    });
    expect(decided).toMatchObject({ state: 'DECIDED', nextMonitoringOn: inDays(60) });
    expect(decided?.steps.at(-1)).toMatchObject({ to: 'DECIDED', conference: 'k-1' });
    expect(decided?.steps.at(-1)?.consents).toHaveLength(2);
    expect(decided?.items?.map(({ office, state }) => [office?.code, state])).toEqual([
      ['kato-korei-kaigo', 'GIVEN'],
      ['kato-shakai-fukushi-shougai', 'GIVEN'],
    ]);
    expect(await caseRow(CASE)).toEqual({ status: 'PLAN_DECIDED', version: 3 });
    const again = await told(COORDINATOR, 'revisePlan', {
      plan: plan.id,
      input: h05Sheet(),
      expectedVersion: 4,
    });
    expect(again).toMatchObject({ __typename: 'PlanNotRecorded' });
  });

  test('shows an office what it holds, and not the rest; and a stranger nothing', async () => {
    const seen = await desk.planSeen(ELDER_WORKER, plan.id);
    expect(seen).toMatchObject({ state: 'DECIDED', sheet: null, persons: [{ id: person('h05-mother').id }] });
    expect(seen.items?.map(({ content }) => content)).toEqual(['母の訪問']);
    expect(seen.steps).toEqual([]);
    expect((await desk.ownItems(ELDER_WORKER)).map(({ content }) => content)).toContain('母の訪問');
    const hidden = await desk.plan(STRANGER, plan.id);
    expect(codes(hidden)).toEqual(['NOT_FOUND']);
    expect(observable(hidden)).toBe(observable(await desk.plan(STRANGER, UNKNOWN)));
    expect(await desk.ownItems(STRANGER)).toEqual([]);
  });

  test('tells the coordinator which office has never looked', async () => {
    const { items } = await desk.planSeen(COORDINATOR, plan.id);
    expect(items?.map(({ firstSeenAt }) => firstSeenAt !== null)).toEqual([true, false]);
  });

  test('moves by its items, each by who holds it; the first brings the case into support', async () => {
    const [own, others] = (await desk.planSeen(COORDINATOR, plan.id)).items ?? [];
    const start = { item: own?.id, expectedVersion: 1 };
    const foreign = await run(DISABILITY_WORKER, 'startPlanItem', start);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(foreign)).toBe(
      observable(await run(DISABILITY_WORKER, 'startPlanItem', { item: 'pi-none', expectedVersion: 1 })),
    );
    expect(await told(ELDER_WORKER, 'startPlanItem', start)).toMatchObject({
      item: { state: 'IN_PROGRESS', version: 2 },
    });
    expect(await caseRow(CASE)).toMatchObject({ status: 'IN_SUPPORT' });

    const finish = (result: string) =>
      told(ELDER_WORKER, 'finishPlanItem', { item: own?.id, result, expectedVersion: 2 });
    expect(await finish(' ')).toMatchObject({ __typename: 'PlanItemNotRecorded' });
    const both = await Promise.all([finish('通院できた。'), finish('服薬も続いている。')]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['PlanItemChanged', 'PlanItemRecorded']);
    expect(both.find(({ newer }) => newer)?.newer).toMatchObject({ state: 'DONE', version: 3 });

    const short = { item: others?.id, reason: '無理', expectedVersion: 1 };
    expect(await told(DISABILITY_WORKER, 'cannotDoPlanItem', short)).toMatchObject({
      __typename: 'PlanItemNotRecorded',
    });
    const cannot = { ...short, reason: '本人が会うことを望まないため。' };
    expect(await told(DISABILITY_WORKER, 'cannotDoPlanItem', cannot)).toMatchObject({
      item: { state: 'CANNOT_DO', reports: [{ to: 'CANNOT_DO', words: '本人が会うことを望まないため。' }] },
    });
  });

  test('is suspended by the coordinator with a reason, and the case with it', async () => {
    const { version } = await desk.planSeen(COORDINATOR, plan.id);
    const suspend = { plan: plan.id, reason: '本人が長く入院するため。', expectedVersion: version };
    expect(codes(await run(ELDER_WORKER, 'suspendPlan', suspend))).toEqual(['FORBIDDEN']);
    expect(await told(COORDINATOR, 'suspendPlan', { ...suspend, reason: '入院' })).toMatchObject({
      __typename: 'PlanNotRecorded',
    });
    expect(await told(COORDINATOR, 'suspendPlan', suspend)).toMatchObject({ plan: { state: 'SUSPENDED' } });
    expect(await caseRow(CASE)).toMatchObject({ status: 'SUSPENDED' });
  });

  test('of whom somebody has left the household says nothing of them any more, and is ended all the same', async () => {
    await sql(hub, 'collaboration', 'UPDATE household_member SET to_date = $1 WHERE person_id = $2', [
      inDays(-1),
      person('h05-mother').id,
    ]);
    const seen = await desk.planSeen(COORDINATOR, plan.id);
    expect(seen).toMatchObject({ state: 'SUSPENDED', sheet: null, persons: [{ id: person('h05-self').id }] });
    expect(seen.items?.map(({ content }) => content)).toEqual(['本人への声かけ']);
    const evaluate = (goals: readonly object[]) =>
      told(COORDINATOR, 'evaluatePlan', {
        plan: plan.id,
        input: { outcome: 'CLOSE', goals, issues: [], successor: 'kato-shakai-fukushi-shougai' },
        expectedVersion: seen.version,
      });
    expect(await evaluate([{ number: 1, achievement: 'ACHIEVED' }])).toMatchObject({
      __typename: 'PlanNotRecorded',
    });
    expect(await evaluate([])).toMatchObject({ plan: { evaluations: [{ outcome: 'CLOSE' }] } });
    const closed = await told(COORDINATOR, 'closeCase', {
      case: CASE,
      leadOfficeAfterClosure: 'kato-shakai-fukushi-shougai',
      reason: '本人の支援を障害福祉の窓口が続けるため。',
      expectedVersion: (await caseRow(CASE)).version,
    });
    expect(closed).toMatchObject({ __typename: 'CaseClosed' });
  });
});

describe('a consent that is withdrawn after the decision', () => {
  const PLAN = 'plan-h12';
  const SPOUSE = person('h12-spouse');

  test('closes the plan to whom it had opened it; what was decided stays, and is held by who holds it', async () => {
    expect((await desk.planSeen(DISABILITY_WORKER, PLAN)).sheet).not.toBeNull();
    const { errors } = await hub.ask(
      COORDINATOR,
      `mutation { withdrawConsent(id: "consent-h12-spouse", expression: ORAL_IN_PERSON, expressedBy: "${SPOUSE.name}") { __typename } }`,
    );
    expect(errors).toEqual([]);
    const seen = await desk.planSeen(DISABILITY_WORKER, PLAN);
    expect(seen).toMatchObject({ state: 'DECIDED', sheet: null });
    expect(seen.items?.map(({ content }) => content)).toEqual([
      '日中活動の見学への同行',
      'サービス等利用計画の見直し',
    ]);
    const mine = await desk.planSeen(COORDINATOR, PLAN);
    expect(mine.sheet).not.toBeNull();
    expect(mine.steps.at(-1)?.consents).toContain('consent-h12-spouse');
  });

  test('stops the next plan that speaks of the person, until they consent to that; then it takes the place of the older', async () => {
    const sheet = {
      ...h05Sheet(),
      persons: [person('h12-spouse').id],
      items: [
        {
          content: '訪問の継続',
          office: 'kato-korei-kaigo',
          frequency: '月1回',
          dueOn: inDays(90),
          persons: [person('h12-spouse').id],
        },
      ],
    };
    const early = await told(COORDINATOR, 'replan', { plan: PLAN, input: sheet, expectedVersion: 3 });
    expect(early).toMatchObject({ __typename: 'PlanNotRecorded' });
    const monitored = { heldOn: inDays(0), findings: '訪問の回数を見直す必要がある。' };
    await told(COORDINATOR, 'recordMonitoring', { plan: PLAN, input: monitored, expectedVersion: 3 });
    const evaluated = {
      outcome: 'REPLAN',
      goals: [1, 2, 3].map((number) => ({ number, achievement: 'PARTLY_ACHIEVED' })),
      issues: [1, 2].map((number) => ({ number, change: 'UNCHANGED' })),
    };
    expect(
      await told(COORDINATOR, 'evaluatePlan', { plan: PLAN, input: evaluated, expectedVersion: 4 }),
    ).toMatchObject({ plan: { version: 5, evaluations: [{ outcome: 'REPLAN' }] } });
    const { plan: next } = await told(COORDINATOR, 'replan', {
      plan: PLAN,
      input: sheet,
      expectedVersion: 5,
    });
    expect(next).toMatchObject({ state: 'DRAFT', version: 1 });
    await told(COORDINATOR, 'proposePlan', { plan: next?.id, expectedVersion: 1 });
    const { gaps } = await told(COORDINATOR, 'decidePlan', {
      plan: next?.id,
      conference: 'k-2',
      expectedVersion: 2,
    });
    expect(gaps?.map((gap) => gap.person?.id)).toEqual([SPOUSE.id]);
    // Work goes on by the older one.
    expect(await desk.planSeen(COORDINATOR, PLAN)).toMatchObject({ state: 'DECIDED' });
    expect(await caseRow('case-h12')).toMatchObject({ status: 'PLANNING' });

    await consent('h12-spouse', ['kato-korei-kaigo']);
    const decided = await told(COORDINATOR, 'decidePlan', {
      plan: next?.id,
      conference: 'k-2',
      expectedVersion: 2,
    });
    expect(decided).toMatchObject({ plan: { state: 'DECIDED' } });
    expect(await desk.planSeen(COORDINATOR, PLAN)).toMatchObject({ state: 'REPLANNED' });
    const old = { item: `${PLAN}-item-1`, expectedVersion: 1 };
    expect(await told(ELDER_WORKER, 'startPlanItem', old)).toMatchObject({
      __typename: 'PlanItemNotRecorded',
    });
  });
});
