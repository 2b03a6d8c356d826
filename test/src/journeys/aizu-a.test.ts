/**
 * 会津若松市's first example: somebody in their forties with a suspected disability, who sees no doctor and shouts at
 * parents and offices; parents in their eighties who need care and have no service; a child in the twenties with a
 * disability, who keeps no job. The one whom it is about refuses, and the others are helped all the same.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Purpose } from '@kasane/vocabulary';
import { observable } from '../attacks/attacker.js';
import { inMinutes, memberOf, outcome, papers, recorded } from '../conference-questions.js';
import type { Case } from '../consultation.js';
import type { Plan } from '../plan-desk.js';
import { inDays } from '../plan-desk.js';
import { openTestHub, type TestHub } from '../test-hub.js';
import { journey, onPaper, type Part } from './steps.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'aizu-coordinator';
/** 地域包括支援センター, where the mother came. */
const WINDOW = 'aizu-houkatsu-2-worker';
/** 基幹相談支援センター. */
const CORE = 'aizu-shougai-kikan-worker';
const DISABILITY = 'aizu-shougai-2-worker';
const LIVELIHOOD = 'aizu-livelihood-worker';
/** Another centre, the other city. */
const STRANGERS = ['aizu-houkatsu-1-worker', 'aizu-houkatsu-3-worker', 'kato-coordinator'];
const LEAD = 'aizu-houkatsu-2';
const CANARY = 'CANARY-AIZU-A';
const NAMES = ['会津 一郎', '会津 太助', '会津 トメ', '会津 三雄'];

const steps = journey(() => hub, COORDINATOR);
const { desk, seen } = steps;
let of: Case;
let [self, father, mother, child] = ['', '', '', ''];
let session: string;
let conference: string;
let plan: Plan;
let parts: readonly Part[] = [];

const willing = (): readonly string[] => [father, mother, child];
const about = (persons: readonly string[]) => ({ case: of.id, household: of.householdId, persons });

describe('at the window', () => {
  test('the mother speaks, and what she says of her son is an opinion of the office that heard it', async () => {
    of = await steps.receive(WINDOW, {
      channel: 'FAMILY',
      visitor: 'FAMILY',
      visitorName: NAMES[2],
      receivedBy: '白樺 健',
      newPerson: { name: NAMES[0], birth: '1981-03-01', sex: 'MALE' },
      members: [
        { name: NAMES[1], relation: 'FATHER', birth: '1943-01-01' },
        { name: NAMES[2], relation: 'MOTHER', birth: '1945-01-01' },
        { name: NAMES[3], relation: 'CHILD', birth: '2003-09-01' },
      ],
      chiefComplaint: `息子にどなられる。夫の介護に手が回らない。${CANARY}`,
      issues: [
        { code: 'DISABILITY_SUSPECTED', certainty: 'SUSPECTED' },
        { code: 'NO_MEDICAL_CARE' },
        { code: 'EXCESSIVE_COMPLAINT', certainty: 'CONFIRMED' },
        { code: 'POVERTY', scope: 'HOUSEHOLD' },
        { code: 'UNSANITARY', scope: 'HOUSEHOLD', certainty: 'CONFIRMED' },
      ],
    });
    [self = '', father = '', mother = '', child = ''] = of.persons.map(({ id }) => id);
    expect(of).toMatchObject({ status: 'RECEIVED', issues: { length: 5 } });
    await steps.nobodyElse(of.id, COORDINATOR, CORE, DISABILITY, LIVELIHOOD, ...STRANGERS);
  });

  test('地域福祉課 takes it, and the offices sit in it for those whom they know', async () => {
    await steps.accept(of, await steps.refer(WINDOW, of, `介護だけでは支えられない。${CANARY}`));
    parts = [
      { office: LEAD, staff: WINDOW, what: '介護サービスの利用支援', persons: [father, mother] },
      { office: 'aizu-seikatsu-support', staff: LIVELIHOOD, what: '家計の相談', persons: [father, mother] },
      { office: 'aizu-shougai-2', staff: DISABILITY, what: '就労支援', persons: [child] },
    ];
    for (const part of parts.slice(1)) await steps.seat(of.id, part);
    await steps.seat(of.id, {
      office: 'aizu-shougai-kikan',
      staff: CORE,
      what: '本人への関わり',
      persons: [self],
    });
    const known = async (who: string) => (await seen(who, of.id)).persons.map(({ id }) => id).sort();
    expect(await known(DISABILITY)).toEqual([child]);
    expect(await known(CORE)).toEqual([self]);
    expect(await known(LIVELIHOOD)).toEqual([father, mother].sort());
    // A seat opens who somebody is, and not what the window wrote.
    const core = await seen(CORE, of.id);
    expect([core.intake, core.issues ?? []]).toEqual([null, []]);
    await steps.nobodyElse(of.id, ...STRANGERS);
  });
});

describe('the one whom it is about refuses', () => {
  test('his parents and his child consent, each for themselves', async () => {
    const forms = [
      { subject: father, signedBy: NAMES[1], offices: [LEAD, 'aizu-seikatsu-support'] },
      { subject: mother, signedBy: NAMES[2], offices: [LEAD, 'aizu-seikatsu-support'] },
      { subject: child, signedBy: NAMES[3], offices: ['aizu-shougai-2'] },
    ].map((form) => ({ ...form, signedBy: form.signedBy ?? '' }));
    for (const form of forms) expect(await steps.consent(form)).toEqual([]);
    // He is of age: nobody says yes for him.
    expect(await steps.consent({ subject: self, signedBy: NAMES[2] ?? '', offices: [] })).toHaveLength(1);
    const asked = [LEAD, 'aizu-seikatsu-support', 'aizu-shougai-2', 'aizu-shougai-kikan'];
    const his = { subject: self, signedBy: NAMES[0] ?? '', offices: asked };
    expect(await steps.consent(his, 'refuseConsent')).toEqual([]);
  });

  test('so a 支援会議 speaks of him, where it says why it does so although he refused', async () => {
    const members = [COORDINATOR, WINDOW, CORE, DISABILITY, LIVELIHOOD];
    session = await steps.convene({
      basis: 'SWA_106_6',
      households: [of.householdId],
      categories: ['CONFERENCE_RECORD'],
      whyNoConsent: '本人が支援を拒み、両親の生活が損なわれているため、支援体制を検討する。',
      closesAt: inMinutes(240),
      members: members.map(memberOf),
    });
    await steps.pledge(session, ...members);
    conference = await steps.supportConference(
      session,
      of.householdId,
      `本人の受診と、両親への暴言 ${CANARY}`,
      [onPaper('通院先の病院', '桂 聡')],
    );
    await steps.minutes(conference, of.householdId, {
      shared: [{ office: LEAD, what: `両親は要介護状態だが、サービスの利用がない。${CANARY}` }],
      discussion: `本人には受診を勧め続ける。${CANARY}`,
      roles: [
        ...parts,
        { office: 'aizu-shougai-kikan', what: '障がい者支援機関へのつなぎ、受診勧奨', persons: [self] },
      ],
    });
    const inside = { purpose: Purpose.CONFERENCE, conference: session };
    expect((await papers(hub, LIVELIHOOD, conference, inside)).minutes).toEqual([]);
    const { data, errors } = await hub.ask(
      COORDINATOR,
      `mutation { told: justifyDespiteRefusal(session: "${session}", person: "${self}", reason: "両親の生命と生活に関わり、本人を除いては検討できないため。") { __typename } }`,
    );
    expect([errors, data]).toEqual([[], { told: { __typename: 'SessionRecorded' } }]);
    expect((await papers(hub, LIVELIHOOD, conference, inside)).minutes).toHaveLength(1);
    for (const stranger of STRANGERS) {
      const ask = (id: string) => hub.ask(stranger, `{ conference(id: "${id}") { kind } }`, inside);
      expect(observable(await ask(conference))).toBe(observable(await ask('conf-zzzz')));
    }
  });

  test('and somebody goes on visiting him, without asking for more than a word', async () => {
    const begin = (who: string) =>
      hub.ask(
        who,
        `mutation ($input: OutreachInput!) { told: beginOutreach(input: $input) { __typename ... on OutreachNotRecorded { problems } } }`,
        {
          variables: {
            input: {
              case: of.id,
              person: self,
              office: 'aizu-shougai-kikan',
              foundThrough: 'CONFERENCE',
              foundOn: inDays(0),
              nextOn: inDays(7),
            },
          },
        },
      );
    expect((await begin(DISABILITY)).data?.['told'] ?? null).toBeNull();
    expect((await begin(CORE)).data).toEqual({ told: { __typename: 'OutreachRecorded' } });
  });

  test('a plan that speaks of him is not decided; without him it is', async () => {
    const withHim = [...parts, { office: 'aizu-shougai-kikan', what: '受診勧奨', persons: [self] }];
    const words = {
      wishes: '家で静かに暮らしたい。',
      goal: '介護サービスを使いながら家で暮らす。',
      issues: ['介護サービスを使っていない。', '仕事が続かない。'],
    };
    plan = await steps.proposed(of.id, steps.sheet([self, ...willing()], withHim, words));
    const all = await outcome(steps.multilayer(about([self, ...willing()]), plan.id));
    expect([all.__typename, all.persons]).toEqual(['ConferenceConsentMissing', [{ id: self }]]);
    const { gaps } = await steps.decide(plan, '紙の会議録');
    expect(gaps?.map(({ person }) => person?.id)).toEqual([self]);
    const { plan: revised } = await desk.told(COORDINATOR, 'revisePlan', {
      plan: plan.id,
      input: steps.sheet(willing(), parts, words),
      expectedVersion: plan.version,
    });
    expect(revised?.persons.map(({ id }) => id).sort()).toEqual([...willing()].sort());
    const again = await desk.told(COORDINATOR, 'proposePlan', {
      plan: plan.id,
      expectedVersion: revised?.version,
    });
    expect(again).toMatchObject({ plan: { state: 'PROPOSED' } });
  });
});

describe('for the others', () => {
  test('the 重層的支援会議 goes on without him, and without the words that spoke of him', async () => {
    const multilayer = await recorded(steps.multilayer(about(willing()), plan.id, { from: conference }));
    const { agenda } = await papers(hub, COORDINATOR, multilayer);
    expect(JSON.stringify(agenda)).not.toContain(CANARY);
    expect(new Set(agenda.flatMap(({ persons }) => persons.map(({ id }) => id)))).toEqual(new Set(willing()));
    await steps.say(multilayer, 'AGREED');
    const { plan: decided, problems } = await steps.decide(plan, multilayer);
    expect([problems, decided?.state]).toEqual([undefined, 'DECIDED']);
    plan = decided as Plan;
  });

  test('each office does its part, and is shown no more than that', async () => {
    const disability = await desk.planSeen(DISABILITY, plan.id);
    expect([disability.persons, disability.sheet]).toEqual([[{ id: child }], null]);
    for (const outside of [CORE, ...STRANGERS]) {
      const hidden = await desk.plan(outside, plan.id);
      expect(observable(hidden)).toBe(observable(await desk.plan(outside, 'pl-00000000000000000000')));
    }
    await steps.work(plan, parts);
    await steps.monitor(plan.id, '週二回の通所介護が始まり、三雄さんは作業所に通っている。');
    await steps.evaluate(plan.id, 2, LEAD);
  });

  test('it is closed to the centre; he is known by his outreach no more than before', async () => {
    await steps.close(of.id, LEAD);
    await steps.nobodyElse(of.id, COORDINATOR, WINDOW, CORE, DISABILITY, LIVELIHOOD, ...STRANGERS);
    expect((await steps.walked(of.id)).slice(-4)).toEqual([
      'IN_SUPPORT',
      'MONITORING',
      'EVALUATED',
      'CLOSED',
    ]);
  });
});
