import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { japanDate } from '@kasane/vocabulary';
import { codes } from './attacks/attacker.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

/** アウトリーチ and 参加支援 of H05, by the staff who would do it; 地域づくり as the plan prints it. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const H05 = household('H05').id;
const SELF = person('h05-self').id;
const MOTHER = person('h05-mother').id;
const CASE = 'case-h05';
const COORDINATOR = 'kato-coordinator';
/** Has a seat for the 本人, and is given the task. */
const WORKER = 'kato-shougai-worker';
const OFFICE = 'kato-shakai-fukushi-shougai';
/** Has a seat for the mother alone. */
const OTHER = 'kato-elder-care-worker';
const STRANGER = 'kato-hitorioya-worker';

const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const dayIn = (days: number): string => japanDate(daysFromNow(days));

interface Outcome {
  readonly __typename: string;
  readonly problems?: readonly string[];
  readonly [field: string]: unknown;
}
const outcome = ({ data, errors }: Answer): Outcome => {
  expect(errors).toEqual([]);
  return data?.['result'] as Outcome;
};

describe('アウトリーチ', () => {
  const WHAT = `id stage nextOn version isHikikomori foundWords office { code } contacts { words outcome quietReason }`;
  const RESULT = `__typename ... on OutreachRecorded { outreach { ${WHAT} } }
    ... on OutreachNotRecorded { problems } ... on OutreachChangedMeanwhile { newest { ${WHAT} } }`;
  const begin = (staff: string, more: object = {}): Promise<Answer> =>
    hub.ask(
      staff,
      `mutation ($input: OutreachInput!) { result: beginOutreach(input: $input) { ${RESULT} } }`,
      {
        variables: {
          input: {
            case: CASE,
            person: SELF,
            office: OFFICE,
            foundThrough: 'WELFARE_COMMISSIONER',
            foundWords: '民生委員から、一年ほど外で見かけないと聞いた。',
            foundOn: dayIn(-7),
            withdrawnSince: String(new Date().getFullYear() - 2),
            quietFrom: '00:00',
            quietTo: '23:59',
            nextOn: dayIn(3),
            ...more,
          },
        },
      },
    );
  const contact = (staff: string, outreach: string, more: object = {}): Promise<Answer> =>
    hub.ask(
      staff,
      `mutation ($id: ID!, $input: OutreachContactInput!) { result: recordOutreachContact(outreach: $id, input: $input) { ${RESULT} } }`,
      {
        variables: {
          id: outreach,
          input: {
            at: new Date(`${dayIn(-1)}T15:00:00+09:00`).toISOString(),
            method: 'VISIT',
            outcome: 'SPOKE_WITH_FAMILY',
            words: '玄関先で母と話した。本人は二階にいた。',
            quietReason: '母が昼過ぎならよいと言ったため。',
            stage: 'FAMILY_CONTACT',
            nextOn: dayIn(14),
            expectedVersion: 1,
            ...more,
          },
        },
      },
    );
  const seen = async (staff: string): Promise<readonly Outcome[] | null | undefined> => {
    const { data } = await hub.ask(
      staff,
      `{ household(id: "${H05}") { cases { outreaches { ${WHAT} person { id } } } } }`,
    );
    const found = data?.['household'] as {
      readonly cases: readonly { readonly outreaches: readonly Outcome[] | null }[] | null;
    } | null;
    return found?.cases?.[0]?.outreaches;
  };

  let outreach: string;
  test('is begun by the coordinator, for an office of the roster', async () => {
    const done = outcome(await begin(COORDINATOR));
    expect(done).toMatchObject({
      __typename: 'OutreachRecorded',
      outreach: { stage: 'IDENTIFIED', isHikikomori: true, office: { code: OFFICE }, contacts: [] },
    });
    outreach = (done['outreach'] as { readonly id: string }).id;
  });

  test('is not begun with what cannot be, nor by an office that is not on the roster', async () => {
    expect(
      outcome(await begin(COORDINATOR, { foundOn: dayIn(1), withdrawnSince: '去年', quietTo: null }))
        .problems,
    ).toHaveLength(3);
    expect(outcome(await begin(COORDINATOR, { office: 'kato-kodomo-kyoiku' })).problems).toHaveLength(1);
    expect(outcome(await begin(COORDINATOR, { office: 'nowhere' })).problems).toHaveLength(1);
  });

  test('is not begun by who does not work with the person: the words are those for a case that does not exist', async () => {
    const [stranger, unknown, other] = await Promise.all([
      begin(STRANGER),
      begin(STRANGER, { case: 'case-none' }),
      begin(OTHER),
    ]);
    expect(codes(stranger)).toEqual(['NOT_FOUND']);
    expect(stranger.errors.map(({ message }) => message)).toEqual(
      unknown.errors.map(({ message }) => message),
    );
    expect(codes(other)).toEqual(['NOT_FOUND']);
  });

  test('an attempt in the quiet hours needs a reason, and nothing is recorded of the future', async () => {
    expect(outcome(await contact(WORKER, outreach, { quietReason: ' ' })).problems).toHaveLength(1);
    const tomorrow = daysFromNow(1).toISOString();
    expect(outcome(await contact(WORKER, outreach, { at: tomorrow })).problems).toContain(
      'まだ来ていない日時の記録はできません。',
    );
  });

  test('of two who record at once one wins, the other is shown what stands there now', async () => {
    const done = await Promise.all([contact(WORKER, outreach), contact(COORDINATOR, outreach)]);
    expect(done.map((each) => outcome(each).__typename).sort()).toEqual([
      'OutreachChangedMeanwhile',
      'OutreachRecorded',
    ]);
    const [now] = (await seen(COORDINATOR)) ?? [];
    expect(now).toMatchObject({ stage: 'FAMILY_CONTACT', version: 2, nextOn: dayIn(14) });
    expect(now?.['contacts']).toHaveLength(1);
  });

  test('is seen by the office that goes there and the coordinator, and by no other', async () => {
    expect(await seen(WORKER)).toMatchObject([
      { id: outreach, stage: 'FAMILY_CONTACT', person: { id: SELF } },
    ]);
    expect((await seen(OTHER)) ?? []).toEqual([]);
    expect((await seen(STRANGER)) ?? []).toEqual([]);
    expect(codes(await contact(OTHER, outreach, { expectedVersion: 2 }))).toEqual(['NOT_FOUND']);
    expect(codes(await contact(STRANGER, 'or-none'))).toEqual(['NOT_FOUND']);
  });
});

describe('参加支援', () => {
  const WHAT = `id wishes office { code } matches { id state followUpOn version hostName menu { title } followUps { of words } }`;
  const RESULT = `__typename ... on ParticipationRecorded { participation { ${WHAT} } }
    ... on ParticipationNotRecorded { problems } ... on ParticipationChangedMeanwhile { newest { ${WHAT} } }`;
  const run = (staff: string, field: string, variables: object, types: string, args: string) =>
    hub.ask(staff, `mutation (${types}) { result: ${field}(${args}) { ${RESULT} } }`, {
      variables: { ...variables },
    });
  const begin = (staff: string, of = SELF): Promise<Answer> =>
    run(
      staff,
      'beginParticipation',
      { input: { case: CASE, person: of, wishes: '人の少ない所で、土にさわる仕事ならしてみたい。' } },
      '$input: ParticipationInput!',
      'input: $input',
    );
  const propose = (staff: string, participation: string, menu: string): Promise<Answer> =>
    run(
      staff,
      'proposeParticipationMatch',
      { participation, menu },
      '$participation: ID!, $menu: ID!',
      'participation: $participation, menu: $menu',
    );
  const move = (staff: string, match: string, input: object): Promise<Answer> =>
    run(
      staff,
      'moveParticipationMatch',
      { match, input },
      '$match: ID!, $input: ParticipationMatchStepInput!',
      'match: $match, input: $input',
    );
  const followUp = (staff: string, match: string, input: object): Promise<Answer> =>
    run(
      staff,
      'recordParticipationFollowUp',
      { match, input },
      '$match: ID!, $input: ParticipationFollowUpInput!',
      'match: $match, input: $input',
    );
  const listHost = (
    staff: string,
    menus: readonly object[] = [{ title: '畑の草取り(週1回2時間)', places: 2 }],
  ): Promise<Answer> =>
    hub.ask(
      staff,
      `mutation ($input: ParticipationHostInput!) { result: listParticipationHost(input: $input) {
        __typename ... on HostListed { host { id menus { id } } }
        ... on ParticipationNotRecorded { problems } } }`,
      { variables: { input: { name: '見本農園', kind: 'FARM', municipality: '282286', menus } } },
    );

  let menu: string;
  let participation: string;
  let match: string;
  interface Recorded {
    readonly id: string;
    readonly matches: readonly { readonly id: string; readonly version: number }[];
  }
  const recorded = (answer: Answer): Recorded => {
    const done = outcome(answer);
    expect(done.problems).toBeUndefined();
    return done['participation'] as Recorded;
  };

  test('hosts are listed by coordinators, with something to do there', async () => {
    const done = outcome(await listHost(COORDINATOR));
    menu = (done['host'] as { readonly menus: readonly { readonly id: string }[] }).menus[0]?.id ?? '';
    expect(menu).not.toBe('');
    expect(outcome(await listHost(COORDINATOR, [])).problems).toHaveLength(1);
    expect(codes(await listHost(WORKER))).toEqual(['FORBIDDEN']);
  });

  test('begins with what the person would like, by who works with them', async () => {
    participation = recorded(await begin(WORKER)).id;
    expect(codes(await begin(OTHER))).toEqual(['NOT_FOUND']);
    expect(codes(await begin(STRANGER))).toEqual(['NOT_FOUND']);
    expect(codes(await begin(WORKER, MOTHER))).toEqual(['NOT_FOUND']);
  });

  test('goes from a proposal over a trial to a settled place, followed up with person and host', async () => {
    expect(outcome(await propose(WORKER, participation, 'pm-none')).problems).toHaveLength(1);
    match = recorded(await propose(WORKER, participation, menu)).matches[0]?.id ?? '';
    expect(outcome(await move(WORKER, match, { state: 'TRIAL', expectedVersion: 1 })).problems).toHaveLength(
      1,
    );
    recorded(await move(WORKER, match, { state: 'TRIAL', followUpOn: dayIn(7), expectedVersion: 1 }));
    recorded(
      await followUp(WORKER, match, {
        of: 'HOST',
        on: dayIn(0),
        words: '声のかけ方に迷っている。',
        followUpOn: dayIn(14),
        expectedVersion: 2,
      }),
    );
    const done = recorded(
      await move(COORDINATOR, match, { state: 'SETTLED', followUpOn: dayIn(30), expectedVersion: 3 }),
    );
    expect(done.matches).toMatchObject([
      { state: 'SETTLED', hostName: '見本農園', version: 4, followUps: [{ of: 'HOST' }] },
    ]);
  });

  test('is not moved twice from the same place, nor by others', async () => {
    const stale = { state: 'ENDED', reason: '転居のため', expectedVersion: 2 };
    expect(outcome(await move(WORKER, match, stale)).__typename).toBe('ParticipationChangedMeanwhile');
    expect(codes(await move(OTHER, match, stale))).toEqual(['NOT_FOUND']);
    expect(codes(await propose(STRANGER, participation, menu))).toEqual(['NOT_FOUND']);
  });
});

test('地域づくり: everybody finds the places, coordinators list them', async () => {
  const found = await hub.ask(
    'aizu-committee-member',
    '{ communityActivities(municipality: "072028", programme: CHILD_REARING) { title office { name } } }',
  );
  expect(found.data?.['communityActivities']).toHaveLength(33);
  const list = (staff: string, title: string): Promise<Answer> =>
    hub.ask(
      staff,
      `mutation ($input: CommunityActivityInput!) { result: listCommunityActivity(input: $input) {
        __typename ... on CommunityActivityListed { activity { title } } ... on CommunityActivityNotListed { problems } } }`,
      { variables: { input: { programme: 'CARE_PREVENTION', title, municipality: '072028' } } },
    );
  expect(outcome(await list('aizu-coordinator', '見本サロン'))).toMatchObject({
    activity: { title: '見本サロン' },
  });
  expect(outcome(await list('aizu-coordinator', ' ')).problems).toHaveLength(1);
  expect(codes(await list('aizu-committee-member', '見本サロン'))).toEqual(['FORBIDDEN']);
});
