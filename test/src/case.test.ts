import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { codes, observable, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

/** How a case moves, ends by a move or by death, and what is told of that: to whom. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'kato-coordinator';
const WORKER = 'kato-kodomo-worker';
const STRANGER = 'kato-hitorioya-worker';
const OTHER_CITY = 'aizu-coordinator';
const REASON = '本人の入院により、支援を一時中断する。';

interface Case {
  readonly id: string;
  readonly status: string;
  readonly version: number;
}
interface Outcome {
  readonly __typename: string;
  readonly case?: Case;
  readonly newer?: Case;
  readonly problems?: readonly string[];
}
const OUTCOME = `__typename ... on CaseStepTaken { case { id status version } }
  ... on CaseStepNotTaken { problems } ... on CaseChangedMeanwhile { newer { id status version } }`;

const versionOf = async (id: string): Promise<number> => {
  const [row] = await sql(hub, 'collaboration', 'SELECT version FROM support_case WHERE id = $1', [id]);
  return Number(row?.['version']);
};
const step = (who: string, call: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
  hub.ask(
    who,
    `mutation Step${'input' in variables ? '($input: CaseTransferInput!)' : ''} { result: ${call} { ${OUTCOME} } }`,
    { variables },
  );
const outcome = (answer: Answer): Outcome => {
  expect(answer.errors).toEqual([]);
  return answer.data?.['result'] as Outcome;
};
const quoted = (text: string): string => JSON.stringify(text);
const suspend = async (who: string, id: string, version?: number): Promise<Answer> =>
  step(
    who,
    `suspendCase(case: "${id}", expectedVersion: ${version ?? (await versionOf(id))}, reason: ${quoted(REASON)})`,
  );
const resume = async (who: string, id: string): Promise<Answer> =>
  step(
    who,
    `resumeCase(case: "${id}", expectedVersion: ${await versionOf(id)}, to: PLANNING, reason: ${quoted('退院し、プランを見直すため。')})`,
  );

describe('a case moves by its coordinator', () => {
  test('it is suspended with a reason, and resumed; every step stays on record', async () => {
    expect(outcome(await suspend(COORDINATOR, 'case-h03')).case).toMatchObject({ status: 'SUSPENDED' });
    expect(outcome(await resume(COORDINATOR, 'case-h03')).case).toMatchObject({ status: 'PLANNING' });
    const history = async (who: string): Promise<readonly { readonly reason: string | null }[]> => {
      const { data, errors } = await hub.ask(
        who,
        '{ supportCase(id: "case-h03") { history(first: 5) { edges { node { from to staffId reason } } } } }',
      );
      expect(errors).toEqual([]);
      const { history: page } = data?.['supportCase'] as {
        history: { edges: readonly { node: { reason: string | null } }[] };
      };
      return page.edges.map(({ node }) => node);
    };
    expect(await history(COORDINATOR)).toMatchObject([
      { from: 'SUSPENDED', to: 'PLANNING', staffId: COORDINATOR },
      { from: 'IN_SUPPORT', to: 'SUSPENDED', reason: REASON },
    ]);
    // Who sits in the case for some of them knows that it stands still; the words are about everybody in it.
    expect((await history(WORKER)).map(({ reason }) => reason)).toEqual([null, null]);
  });

  test('assessment begins out of acceptance, and out of nothing else', async () => {
    const begin = async (): Promise<Outcome> =>
      outcome(
        await step(
          COORDINATOR,
          `beginAssessment(case: "case-h06", expectedVersion: ${await versionOf('case-h06')})`,
        ),
      );
    expect((await begin()).problems?.join()).toMatch(/「支援中」のケースは「アセスメント中」にできません/);
    await sql(hub, 'collaboration', "UPDATE support_case SET status = 'ACCEPTED' WHERE id = 'case-h06'");
    expect((await begin()).case).toMatchObject({ status: 'ASSESSING' });
  });

  test('a suspension without a reason is none', async () => {
    const call = `suspendCase(case: "case-h08", expectedVersion: 1, reason: "中断")`;
    expect(outcome(await step(COORDINATOR, call)).problems?.join()).toMatch(/10文字以上/);
  });

  test('of several who move it at once one does; the others are shown how it stands', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => suspend(COORDINATOR, 'case-h07', 1)));
    const told = answers.map(outcome);
    expect(told.filter(({ __typename }) => __typename === 'CaseStepTaken')).toHaveLength(1);
    for (const { newer } of told.filter(({ __typename }) => __typename === 'CaseChangedMeanwhile'))
      expect(newer).toMatchObject({ id: 'case-h07', status: 'SUSPENDED', version: 2 });
    expect(
      await sql(hub, 'collaboration', "SELECT id FROM case_event WHERE case_id = 'case-h07'"),
    ).toHaveLength(1);
  });

  test('not by a worker of the case; to others it is what no case is', async () => {
    expect(codes(await suspend(WORKER, 'case-h03', 1))).toEqual(['FORBIDDEN']);
    expect(codes(await suspend(STRANGER, 'case-h03', 1))).toEqual(['FORBIDDEN']);
    const foreign = await suspend(OTHER_CITY, 'case-h03', 1);
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    for (const unknown of ['case-zzzz', '', 'ケース'])
      expect(observable(await suspend(OTHER_CITY, unknown, 1))).toBe(observable(foreign));
    const look = (who: string, id: string): Promise<Answer> =>
      hub.ask(who, `{ supportCase(id: "${id}") { id status } }`);
    expect(observable(await look(STRANGER, 'case-h03'))).toBe(observable(await look(STRANGER, 'case-zzzz')));
  });
});

test('a seat in another case of the same household opens nothing of this one', async () => {
  const { id } = household('H05');
  await sql(
    hub,
    'collaboration',
    `INSERT INTO support_case (id, household_id, number, status, opened_on) VALUES ('case-h05-b', $1, 'KATO-2026-9901', 'IN_SUPPORT', '2026-10-01')`,
    [id],
  );
  await sql(
    hub,
    'collaboration',
    `INSERT INTO roster_seat (id, case_id, office_code, staff_id, role, for_everyone, from_date)
     VALUES ('seat-h05-b', 'case-h05-b', 'kato-fukushi-somu-hitorioya', $1, 'SECTOR_WORKER', true, '2026-10-01')`,
    [STRANGER],
  );
  const look = (of: string): Promise<Answer> => hub.ask(STRANGER, `{ supportCase(id: "${of}") { id } }`);
  expect((await look('case-h05-b')).data).toEqual({ supportCase: { id: 'case-h05-b' } });
  expect(codes(await look('case-h05'))).toEqual(['NOT_FOUND']);
  expect(observable(await look('case-h05'))).toBe(observable(await look('case-zzzz')));
});

describe('a household that moves away', () => {
  const notice = (more: object = {}) => ({
    municipality: '例示市',
    office: '福祉総合相談課',
    contact: '例示 花子 090-0000-0000',
    movedOn: '2026-11-01',
    message: '三人とも転出した。通院の継続を引き継ぐ。',
    handedOver: [
      {
        person: person('h12-self').id,
        categories: ['IDENTITY', 'NOTES'],
        basis: 'CONSENT',
        by: '本人',
        on: '2026-10-30',
      },
    ],
    ...more,
  });
  const move = async (who: string, input: object): Promise<Answer> =>
    hub.ask(
      who,
      `mutation ($input: CaseTransferInput!) { result: moveOutCase(case: "case-h12", expectedVersion: ${await versionOf('case-h12')}, input: $input) {
        ${OUTCOME} ... on CaseStepTaken { case { transfer { municipality message handedOver { by categories person { id } } } } } } }`,
      { variables: { input } },
    );

  test.each<[string, object, RegExp]>([
    ['the closed tier by consent', { categories: ['ABUSE'] }, /T4/],
    ['somebody of another household', { person: person('h03-mother').id }, /世帯の人ではありません/],
    ['nobody', { person: 'p-zzzz' }, /世帯の人ではありません/],
    ['a day that there is not', { on: '2026-02-30' }, /存在しない/],
  ])('hands over nothing of %s', async (_, more, why) => {
    const [line] = notice().handedOver;
    const input = notice({ handedOver: [{ ...line, ...more }] });
    expect(outcome(await move(COORDINATOR, input)).problems?.join()).toMatch(why);
  });

  test('goes with its notice, by its coordinator; from then on nobody has a seat', async () => {
    expect(codes(await move('kato-elder-care-worker', notice()))).toEqual(['FORBIDDEN']);
    expect(outcome(await move(COORDINATOR, notice())).case).toMatchObject({
      status: 'MOVED_OUT',
      transfer: {
        municipality: '例示市',
        handedOver: [
          { by: '本人', categories: ['IDENTITY', 'NOTES'], person: { id: person('h12-self').id } },
        ],
      },
    });
    const gone = await hub.ask(COORDINATOR, `{ household(id: "${household('H12').id}") { id } }`);
    expect([gone.data, gone.errors]).toEqual([{ household: null }, []]);
    expect(codes(await move(COORDINATOR, notice()))).toEqual(['NOT_FOUND']);
  });
});

describe('death', () => {
  const record = (who: string, of: string, on: string | null): Promise<Answer> =>
    hub.ask(
      who,
      `mutation ($on: String) { result: recordDeath(case: "case-h09", person: "${of}", deceasedOn: $on, source: "親族からの連絡による。") {
        __typename ... on DeathRecorded { person { identity { deceasedOn } } } ... on DeathNotRecorded { problems } } }`,
      { variables: { on } },
    );
  const end = async (): Promise<Outcome> =>
    outcome(
      await step(
        COORDINATOR,
        `endCaseByDeath(case: "case-h09", expectedVersion: ${await versionOf('case-h09')}, reason: "本人の死亡が確認されたため。")`,
      ),
    );
  const self = person('h09-self').id;

  test('is recorded once, may be taken back, and ends a case only by its coordinator', async () => {
    expect((await end()).problems?.join()).toMatch(/死亡が記録されていません/);
    expect((await record(COORDINATOR, self, '2026-11-10')).data?.['result']).toMatchObject({
      person: { identity: { deceasedOn: '2026-11-10' } },
    });
    expect((await record(COORDINATOR, self, null)).data?.['result']).toMatchObject({
      person: { identity: { deceasedOn: null } },
    });
    expect((await end()).problems).toHaveLength(1);
    await record(COORDINATOR, self, '2026-11-11');
    const stored = await sql(hub, 'collaboration', 'SELECT seq, deceased_on FROM person_death ORDER BY seq');
    expect(stored.map((row) => row['deceased_on'])).toEqual(['2026-11-10', null, '2026-11-11']);
    expect((await end()).case).toMatchObject({ status: 'DECEASED' });
  });

  test('not of tomorrow, not by a worker, not of somebody of another case', async () => {
    await sql(hub, 'collaboration', "UPDATE support_case SET closed_on = NULL WHERE id = 'case-h09'");
    expect((await record(COORDINATOR, self, '2999-01-01')).data?.['result']).toMatchObject({
      problems: ['死亡日が今日より後です。'],
    });
    expect(codes(await record('kato-livelihood-worker', self, '2026-11-10'))).toEqual(['FORBIDDEN']);
    const foreign = await record(COORDINATOR, person('h03-mother').id, '2026-11-10');
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(await record(COORDINATOR, 'p-zzzz', '2026-11-10'))).toBe(observable(foreign));
  });
});

describe('composite flags', () => {
  const suggested = async (who: string, key: string): Promise<readonly string[]> => {
    const { data, errors } = await hub.ask(
      who,
      `{ household(id: "${household(key).id}") { flagSuggestions { kind persons { id } } } }`,
    );
    expect(errors).toEqual([]);
    const seen = data?.['household'] as { flagSuggestions: readonly { kind: string }[] | null } | null;
    return (seen?.flagSuggestions ?? []).map(({ kind }) => kind);
  };
  const decide = (
    who: string,
    persons: readonly string[],
    reason = '本人と学校から、家族の世話の状況を聞き取った。',
  ): Promise<Answer> =>
    hub.ask(
      who,
      `mutation ($persons: [ID!]!, $reason: String!) { result: decideCompositeFlag(case: "case-h10", kind: YOUNG_CARER, decision: CONFIRMED, persons: $persons, reason: $reason) {
        __typename ... on CompositeFlagDecided { flag { kind decision reason } } ... on CompositeFlagNotDecided { problems } } }`,
      { variables: { persons, reason } },
    );
  const decided = async (who: string): Promise<unknown> => {
    const { data, errors } = await hub.ask(
      who,
      '{ supportCase(id: "case-h10") { compositeFlags { kind reason staffId } } }',
    );
    expect(errors).toEqual([]);
    return (data?.['supportCase'] as { compositeFlags: unknown }).compositeFlags;
  };

  test('are suggested from the ages of those who are known, to nobody else', async () => {
    expect(await suggested(COORDINATOR, 'H05')).toContain('EIGHTY_FIFTY');
    // Works with the son alone, and does not know how old his mother is.
    expect(await suggested('kato-shougai-worker', 'H05')).toEqual([]);
    expect(await suggested(COORDINATOR, 'H10')).toContain('YOUNG_CARER');
  });

  test('are an office’s own opinion once decided, past 18 too; other offices do not read it', async () => {
    const carer = person('h10-carer').id;
    const answer = await decide(WORKER, [carer]);
    expect(answer.data?.['result']).toMatchObject({ flag: { kind: 'YOUNG_CARER', decision: 'CONFIRMED' } });
    const own = [{ kind: 'YOUNG_CARER', reason: expect.any(String), staffId: WORKER }];
    expect(await decided(WORKER)).toEqual(own);
    expect(await decided(COORDINATOR)).toEqual(own);
    expect(await decided('kato-keikaku-worker')).toEqual([]);
  });

  test('are not decided about whom one does not work with', async () => {
    const foreign = await decide('kato-keikaku-worker', [person('h10-carer').id]);
    expect(codes(foreign)).toEqual(['FORBIDDEN']);
    const other = await decide('kato-shougai-worker', [person('h10-carer').id]);
    const nobody = await decide('kato-shougai-worker', ['p-zzzz']);
    expect(observable(other)).toBe(observable(nobody));
    expect(other.data?.['result']).toMatchObject({ __typename: 'CompositeFlagNotDecided' });
  });
});

describe('the timeline', () => {
  interface Page {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly id: string; readonly kind: string; readonly at: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }
  const timeline = async (who: string, key: string, more: string): Promise<Page | undefined> => {
    const { data, errors } = await hub.ask(
      who,
      `{ household(id: "${household(key).id}") { timeline(${more}) { edges { cursor node { id kind at consent { state } step { to } } } pageInfo { hasNextPage endCursor } } } }`,
    );
    expect(errors).toEqual([]);
    return (data?.['household'] as { timeline: Page } | null)?.timeline;
  };
  const ids = (page: Page | undefined): readonly string[] => (page?.edges ?? []).map(({ node }) => node.id);

  test('is in order, page by page, and what is added at its head moves nothing', async () => {
    const whole = await timeline(COORDINATOR, 'H03', 'first: 50');
    const at = (whole?.edges ?? []).map(({ node }) => node.at);
    expect(at).toEqual([...at].sort().reverse());
    expect(new Set(whole?.edges.map(({ node }) => node.kind))).toEqual(
      new Set(['CASE_STEP', 'CONSENT', 'NOTE', 'PLAN']),
    );
    const first = await timeline(COORDINATOR, 'H03', 'first: 2');
    await suspend(COORDINATOR, 'case-h03');
    const rest = await timeline(COORDINATOR, 'H03', `first: 50, after: "${first?.pageInfo.endCursor}"`);
    expect([...ids(first), ...ids(rest)]).toEqual(ids(whole));
    const steps = await timeline(COORDINATOR, 'H03', 'first: 50, kinds: [CASE_STEP]');
    expect(ids(steps)).toHaveLength(3);
  });

  test('tells nobody of consents that are not theirs to know, and strangers of nothing', async () => {
    const seen = await timeline('kato-shougai-worker', 'H03', 'first: 50, kinds: [CONSENT]');
    const all = await timeline(COORDINATOR, 'H03', 'first: 50, kinds: [CONSENT]');
    expect(ids(seen).length).toBeLessThan(ids(all).length);
    expect(await timeline(STRANGER, 'H03', 'first: 50')).toBeUndefined();
  });

  test('tells of a plan who leads the case, and nobody of whose consent there is none', async () => {
    const plans = (who: string) => timeline(who, 'H03', 'first: 50, kinds: [PLAN]');
    expect(ids(await plans(COORDINATOR))).toEqual(['plan-h03-1']);
    expect(ids(await plans('kato-shougai-worker'))).toEqual([]);
  });
});
