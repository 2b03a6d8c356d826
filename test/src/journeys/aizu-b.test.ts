/**
 * 会津若松市's second example: a parent in the sixties, poor, ill, without a doctor, who has to move; a child in the
 * thirties with a mental illness, who shouts and takes the money. The child cares and is suspected: they decide nothing
 * for the parent, and who works with the child learns nothing of the parent.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GrantorRelation } from '@kasane/vocabulary';
import { observable } from '../attacks/attacker.js';
import { inMinutes, memberOf, outcome, papers, recorded } from '../conference-questions.js';
import type { Case } from '../consultation.js';
import { inDays, type Plan } from '../plan-desk.js';
import { openTestHub, type TestHub } from '../test-hub.js';
import { journey, onPaper, seatAt, type Part } from './steps.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'aizu-coordinator';
/** 生活サポート相談窓口, where the parent came alone. */
const WINDOW = 'aizu-livelihood-worker';
const ELDERLY = 'aizu-houkatsu-3-worker';
/** Works with the child alone. */
const OF_THE_CHILD = 'aizu-shougai-kikan-worker';
const STRANGERS = ['aizu-houkatsu-1-worker', 'aizu-kodomo-worker', 'kato-coordinator'];
const LEAD = 'aizu-seikatsu-support';
const CANARY = 'CANARY-AIZU-B';
const ABUSE = 'CANARY-ABUSE';

const steps = journey(() => hub, COORDINATOR);
const { desk, seen } = steps;
let of: Case;
let [parent, child] = ['', ''];
let parts: readonly Part[] = [];
let plan: Plan;

const about = () => ({ case: of.id, household: of.householdId, persons: [parent] });
const parentSays = { subject: '', signedBy: '会津 和子', offices: [LEAD, 'aizu-houkatsu-3'] };

describe('at the window', () => {
  test('what she says of her child is closed to everybody but the office that heard it', async () => {
    of = await steps.receive(WINDOW, {
      channel: 'OFFICE_VISIT',
      visitor: 'SELF',
      receivedBy: '夏目 亮',
      newPerson: { name: '会津 和子', birth: '1959-01-15', sex: 'FEMALE' },
      members: [{ name: '会津 翔', relation: 'CHILD', birth: '1993-08-01', sex: 'MALE' }],
      chiefComplaint: `立ち退きを求められた。体がつらい。${CANARY}`,
      issues: [
        { code: 'POVERTY' },
        { code: 'TRANSFER_HOUSE', certainty: 'CONFIRMED' },
        { code: 'NO_MEDICAL_CARE' },
        { code: 'ECONOMIC_ABUSE', certainty: 'SUSPECTED', text: `年金を子が使っている様子。${ABUSE}` },
      ],
    });
    [parent = '', child = ''] = of.persons.map(({ id }) => id);
    expect(of.sensitiveIssues?.map(({ code }) => code)).toEqual(['ECONOMIC_ABUSE']);
    await steps.nobodyElse(of.id, COORDINATOR, ELDERLY, OF_THE_CHILD, ...STRANGERS);
  });

  test('the coordinators take the case and are not shown it; nor is who works with the child shown anything of her', async () => {
    await steps.accept(of, await steps.refer(WINDOW, of, `住まいと受診の支援が必要。${CANARY}`));
    parts = [
      { office: LEAD, staff: WINDOW, what: '居住の確保と金銭管理の支援', persons: [parent] },
      { office: 'aizu-houkatsu-3', staff: ELDERLY, what: '医療機関への受診勧奨', persons: [parent] },
    ];
    await steps.seat(of.id, parts[1] as Part, 'HEALTH');
    await steps.seat(of.id, {
      office: 'aizu-shougai-kikan',
      staff: OF_THE_CHILD,
      what: '受診と日中の居場所',
      persons: [child],
    });
    const led = await seen(COORDINATOR, of.id);
    expect(led.issues?.map(({ code }) => code).sort()).toEqual([
      'NO_MEDICAL_CARE',
      'POVERTY',
      'TRANSFER_HOUSE',
    ]);
    for (const who of [COORDINATOR, ELDERLY, OF_THE_CHILD]) {
      const { text } = await hub.ask(
        who,
        `{ supportCase(id: "${of.id}") { persons { id } issues { code text } sensitiveIssues { code text } intake { chiefComplaint } timeline: history { edges { node { to } } } } }`,
      );
      expect(text).not.toMatch(/ECONOMIC_ABUSE|CANARY-ABUSE/);
      if (who === OF_THE_CHILD) expect(text).not.toMatch(new RegExp(`${parent}|${CANARY}`));
    }
    expect((await seen(WINDOW, of.id)).sensitiveIssues).toHaveLength(1);
    await steps.nobodyElse(of.id, ...STRANGERS);
  });
});

describe('while the abuse is looked into', () => {
  let session: string;

  test('her child signs for her as a guardian would: it is on record, and opens nothing', async () => {
    const members = [COORDINATOR, WINDOW, ELDERLY];
    session = await steps.convene({
      basis: 'EAPA_7',
      households: [of.householdId],
      categories: ['CONFERENCE_RECORD'],
      whyNoConsent: '経済的虐待の疑いについて、本人の安全を確かめる必要があるため。',
      closesAt: inMinutes(60 * 24 * 30),
      members: members.map(memberOf),
      suspicions: [{ person: parent, suspect: child }],
    });
    await steps.pledge(session, ...members);
    const asGuardian = {
      ...parentSays,
      subject: parent,
      signedBy: '会津 翔',
      relation: GrantorRelation.ADULT_GUARDIAN,
      guardian: child,
      document: '登記事項証明書',
    };
    expect(await steps.consent(asGuardian)).toEqual([]);
    // As family alone it would not even be taken.
    expect(await steps.consent({ ...asGuardian, relation: GrantorRelation.SELF })).not.toEqual([]);
    plan = await steps.proposed(
      of.id,
      steps.sheet([parent], parts, {
        wishes: '安心して住めるところで、体を治したい。',
        goal: '新しい住まいで、自分のお金で暮らす。',
        issues: ['立ち退きを求められている。', '受診していない。'],
      }),
    );
    expect((await outcome(steps.multilayer(about(), plan.id))).persons).toEqual([{ id: parent }]);
    const { gaps } = await steps.decide(plan, '紙の会議録');
    expect(gaps?.map(({ person }) => person?.id)).toEqual([parent]);
  });

  test('who works with the child cannot tell that session, nor her plan, from none', async () => {
    for (const who of [OF_THE_CHILD, ...STRANGERS]) {
      const ask = (id: string) => hub.ask(who, `{ statutorySession(id: "${id}") { state } }`);
      expect(observable(await ask(session))).toBe(observable(await ask('s-zzzz')));
      const hidden = await desk.plan(who, plan.id);
      expect(observable(hidden)).toBe(observable(await desk.plan(who, 'pl-00000000000000000000')));
    }
    const { text } = await hub.ask(
      OF_THE_CHILD,
      `{ household(id: "${of.householdId}") { members { person { id identity { name } consents { id } } } timeline { edges { node { kind persons { id } } } } } }`,
    );
    expect(text).toContain(child);
    expect(text).not.toMatch(new RegExp(`${parent}|和子`));
  });

  test('she decides for herself, and her word counts', async () => {
    expect(await steps.consent({ ...parentSays, subject: parent })).toEqual([]);
    const multilayer = await recorded(
      steps.multilayer(about(), plan.id, {
        participants: [
          seatAt(WINDOW, '生活サポート相談窓口'),
          seatAt(ELDERLY, '若松第３地域包括支援センター'),
          onPaper('市民病院', '桂 聡'),
        ],
      }),
    );
    await steps.attend(multilayer);
    await steps.minutes(multilayer, of.householdId, {
      shared: [{ office: LEAD, what: `転居先の候補 ${CANARY}` }],
      discussion: `役割を分担し、転居と受診を支える。${CANARY}`,
      roles: parts,
    });
    const { participants, agenda } = await papers(hub, COORDINATOR, multilayer);
    expect(participants.every(({ attended }) => attended)).toBe(true);
    expect(agenda.flatMap(({ persons }) => persons)).toEqual([{ id: parent }]);
    expect((await papers(hub, ELDERLY, multilayer)).minutes[0]?.discussion).toContain(CANARY);
    await steps.say(multilayer, 'AGREED_WITH_CHANGES');
    const { plan: decided, problems } = await steps.decide(plan, multilayer);
    expect([problems, decided?.state]).toEqual([undefined, 'DECIDED']);
    plan = decided as Plan;
  });
});

describe('in her new home', () => {
  test('the offices do their part, and who works with the child still knows of none of it', async () => {
    expect((await desk.planSeen(ELDERLY, plan.id)).sheet?.personWishes).toContain('安心して');
    await steps.work(plan, parts);
    await steps.monitor(plan.id, '転居を終え、通院している。', inDays(30));
    await steps.monitor(plan.id, '通帳は本人が管理している。');
    expect(await desk.ownItems(OF_THE_CHILD)).toEqual([]);
    const { text } = await hub.ask(
      OF_THE_CHILD,
      `{ supportCase(id: "${of.id}") { persons { id } plans { id } conferences { id } conferenceRoles { what } roster { office { code } persons { id } } } }`,
    );
    expect(text).not.toMatch(new RegExp(`${parent}|${plan.id}|居住の確保`));
  });

  test('it is evaluated and closed to the desk that goes on with her', async () => {
    await steps.evaluate(plan.id, 2, LEAD);
    await steps.close(of.id, LEAD);
    await steps.nobodyElse(of.id, COORDINATOR, WINDOW, ELDERLY, OF_THE_CHILD, ...STRANGERS);
    expect((await steps.walked(of.id)).at(-1)).toBe('CLOSED');
  });
});
