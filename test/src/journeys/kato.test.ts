/**
 * 加東市's own example of a 支援会議: a mother who must have an operation and speaks little Japanese, a disabled
 * preschooler, a schoolchild who might become a carer, an elderly relative who cannot drive. From the window to the end,
 * each step by who takes it, and what each of them sees then.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GrantorRelation, Purpose } from '@kasane/vocabulary';
import { codes, observable } from '../attacks/attacker.js';
import { inMinutes, memberOf, outcome, papers, recorded } from '../conference-questions.js';
import type { Case, Referral } from '../consultation.js';
import { inDays, type Plan } from '../plan-desk.js';
import { openTestHub, type TestHub } from '../test-hub.js';
import { journey, onPaper, type Part } from './steps.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const COORDINATOR = 'kato-coordinator';
/** 社会福祉課（困窮）, where the mother came. */
const WINDOW = 'kato-livelihood-worker';
const CHILDREN = 'kato-kodomo-worker';
const DISABILITY = 'kato-shougai-worker';
const PLANNER = 'kato-keikaku-worker';
const ELDERLY = 'kato-elder-care-worker';
const HOUSING = 'kato-toshi-seisaku-worker';
const SINGLE_PARENTS = 'kato-hitorioya-worker';
/** The other city, a commissioner, the police: nobody of this case. */
const STRANGERS = ['aizu-coordinator', 'kato-minsei', 'kato-police'];
const LEAD = 'kato-fukushi-somu-jido';
const CANARY = 'CANARY-KATO';

const steps = journey(() => hub, COORDINATOR);
const { desk, seen } = steps;
let of: Case;
let referral: Referral;
let [mother, preschooler, schoolchild, grandmother] = ['', '', '', ''];
let session: string;
let conference: string;
let multilayer: string;
let parts: readonly Part[] = [];
let plan: Plan;

const everybody = (): readonly string[] => [mother, preschooler, schoolchild, grandmother];
const about = () => ({ case: of.id, household: of.householdId, persons: everybody() });

describe('at the window', () => {
  test('she is understood, and what she says is taken down as she says it', async () => {
    of = await steps.receive(WINDOW, {
      channel: 'OFFICE_VISIT',
      visitor: 'SELF',
      receivedBy: '冬木 香',
      newPerson: {
        name: 'サントス マリア',
        romanName: 'Maria Santos',
        birth: '1990年頃',
        sex: 'FEMALE',
        languages: ['pt', 'ja-simple'],
        languageNeed: 'ポルトガル語の通訳。書類はやさしい日本語で。',
      },
      members: [
        { name: 'サントス ルイ', relation: 'CHILD', birth: '2021-06-01' },
        { name: 'サントス アナ', relation: 'CHILD', birth: '2014-05-01' },
        { name: 'サントス ロザ', relation: 'MOTHER', birth: '1950-01-01', languages: ['pt'] },
      ],
      chiefComplaint: `手術が必要と言われた。入院中、子どもを見る人がいない。${CANARY}`,
      issues: [{ code: 'ILLNESS' }, { code: 'LANGUAGE', certainty: 'CONFIRMED' }],
      urgency: 'SOON',
      interpreter: true,
    });
    [mother = '', preschooler = '', schoolchild = '', grandmother = ''] = of.persons.map(({ id }) => id);
    expect(of).toMatchObject({ status: 'RECEIVED', intake: { urgency: 'SOON', withConsent: false } });
    expect(of.persons[0]?.identity).toMatchObject({ birthDate: null, birthAsGiven: '1990年頃' });
    const mine = await seen(WINDOW, of.id);
    expect(mine.persons[0]?.languageNeeds).toMatchObject({ languages: ['pt', 'ja-simple'] });
    expect(mine.issues?.map(({ code }) => code).sort()).toEqual(['ILLNESS', 'LANGUAGE']);
    await steps.nobodyElse(of.id, COORDINATOR, CHILDREN, ELDERLY, ...STRANGERS);
  });

  test('it goes to the coordinators: who does not know the family yet sees that it comes, and accepts it', async () => {
    referral = await steps.refer(WINDOW, of, `入院中の養育を一つの課では支えられない。${CANARY}`);
    const { data, text } = await hub.ask(
      COORDINATOR,
      `{ referral(id: "${referral.id}") { state withheld persons { id } letter { reason } fromOffice { code } } }`,
    );
    expect(data).toEqual({
      referral: {
        state: 'SENT',
        withheld: true,
        persons: [],
        letter: null,
        fromOffice: { code: 'kato-shakai-fukushi-konkyu' },
      },
    });
    expect(text).not.toContain(CANARY);
    await steps.accept(of, referral);
    const led = await seen(COORDINATOR, of.id);
    expect(led.persons.map(({ id }) => id).sort()).toEqual([...everybody()].sort());
    expect(led.intake?.chiefComplaint).toContain(CANARY);
    expect(led.persons.find(({ id }) => id === mother)?.languageNeeds?.need).toContain('通訳');
    await steps.nobodyElse(of.id, CHILDREN, ELDERLY, ...STRANGERS);
  });
});

describe('while consent is sought', () => {
  test('offices take their seats, each for those with whom it works', async () => {
    parts = [
      {
        office: 'kato-shakai-fukushi-shougai',
        staff: DISABILITY,
        what: '入所施設に働きかけ、お試し利用を経て短期入所につなぐ',
        persons: [preschooler],
      },
      {
        office: 'kato-keikaku-sodan',
        staff: PLANNER,
        what: '短期入所の利用計画を立てる',
        persons: [preschooler],
      },
      { office: 'kato-kodomo-kyoiku', what: 'こども園への情報共有', persons: [preschooler] },
      { office: 'kato-gakko-kyoiku', what: '通う学校への情報共有、見守り', persons: [schoolchild] },
      {
        office: 'kato-fukushi-somu-jido',
        staff: CHILDREN,
        what: '配食の調整、医療機関との連携、福祉制度の説明',
        persons: [mother, schoolchild],
      },
      {
        office: 'kato-korei-kaigo',
        staff: ELDERLY,
        what: '身体状況と家事能力の確認',
        persons: [grandmother],
      },
    ];
    for (const part of parts) await steps.seat(of.id, { ...part, what: '支援体制への参加' });
    const planner = await seen(PLANNER, of.id);
    expect(planner.persons.map(({ id }) => id)).toEqual([preschooler]);
    expect(planner.intake).toBeNull();
    expect(JSON.stringify(await seen(ELDERLY, of.id))).not.toMatch(new RegExp(`${preschooler}|${CANARY}`));
    await steps.nobodyElse(of.id, HOUSING, SINGLE_PARENTS, ...STRANGERS);
  });

  test('a 重層的支援会議 cannot be held yet: nobody has consented', async () => {
    const { __typename, persons } = await outcome(steps.multilayer(about(), 'plan-none'));
    expect(__typename).toBe('ConferenceConsentMissing');
    expect(persons?.map(({ id }) => id).sort()).toEqual([...everybody()].sort());
  });

  test('so a 支援会議 is held by the statute: everybody who is printed there, each bound to secrecy', async () => {
    const members = [COORDINATOR, WINDOW, DISABILITY, PLANNER, ELDERLY, HOUSING, CHILDREN, SINGLE_PARENTS];
    session = await steps.convene({
      basis: 'SWA_106_6',
      households: [of.householdId],
      categories: ['CONFERENCE_RECORD', 'INTAKE'],
      whyNoConsent: '手術の日が近く、通訳を得て同意を求めるあいだにも受け入れ先の検討が必要なため。',
      closesAt: inMinutes(240),
      members: members.map(memberOf),
    });
    const { data } = await hub.ask(HOUSING, `{ statutorySession(id: "${session}") { state } }`);
    expect(data).toEqual({ statutorySession: { state: 'OPEN' } });
    await steps.pledge(session, ...members);
    conference = await steps.supportConference(
      session,
      of.householdId,
      `母が治療を行う間の未就学児の受け入れ先 ${CANARY}`,
      [onPaper('学校教育課（小中学校）', '楡井 学'), onPaper('こども教育課（こども園）', '柊木 園')],
    );
    const { participants } = await papers(hub, COORDINATOR, conference);
    expect(participants.filter(({ attended }) => attended)).toHaveLength(10);
  });

  test('each tells what it knows, and takes its part', async () => {
    await steps.minutes(conference, of.householdId, {
      shared: [
        { office: 'kato-fukushi-somu', what: `母の病気と治療方針 ${CANARY}` },
        { office: 'kato-shakai-fukushi-konkyu', what: '世帯の家計と利用できる制度' },
        { office: 'kato-korei-kaigo', what: '高齢の親族の身体状況や家事能力' },
        { office: 'kato-toshi-seisaku', what: '今後の住宅の住み替え' },
      ],
      discussion: `役割を分担し、本人への支援を開始する。${CANARY}`,
      roles: parts,
      gaps: ['外国語で相談できる窓口'],
    });
    const inside = { purpose: Purpose.CONFERENCE, conference: session };
    const { minutes, roles } = await papers(hub, HOUSING, conference, inside);
    expect(minutes[0]?.shared).toHaveLength(4);
    expect(roles).toHaveLength(parts.length);
    // The same member, outside of the session: not a word, and no case.
    expect(await papers(hub, HOUSING, conference)).toMatchObject({ minutes: [], roles: [] });
    await steps.nobodyElse(of.id, HOUSING);
    const own = await seen(DISABILITY, of.id);
    expect(own.conferenceRoles.map(({ office }) => office)).toEqual(['kato-shakai-fukushi-shougai']);
    for (const stranger of STRANGERS) {
      const ask = (id: string) => hub.ask(stranger, `{ conference(id: "${id}") { minutes { version } } }`);
      expect(observable(await ask(conference))).toBe(observable(await ask('conf-zzzz')));
    }
  });
});

describe('with consent', () => {
  test('a plan is proposed, and not decided before they consent', async () => {
    plan = await steps.proposed(
      of.id,
      steps.sheet(everybody(), parts, {
        wishes: '安心して手術を受け、早く子どもたちのところへ帰りたい。',
        goal: '退院後も家族で暮らし続ける。',
        issues: ['入院中に子どもを見る人がいない。', '医師の説明が分からない。'],
      }),
    );
    // That there is one about the grandmother is told to who works with her, and nothing of what it says.
    expect(await desk.planSeen(ELDERLY, plan.id)).toMatchObject({ sheet: null, items: [], steps: [] });
    const { __typename, gaps } = await steps.decide(plan, '紙の会議録 第1回');
    expect(__typename).toBe('PlanConsentMissing');
    expect(gaps?.map(({ person }) => person?.id).sort()).toEqual([...everybody()].sort());
  });

  test('she signs in her language, with an interpreter, for herself and for her children; the grandmother for herself', async () => {
    const signed = { language: 'pt', interpreter: '樺沢 通訳' };
    const [forMother, forPreschooler] = [
      ['kato-fukushi-somu-jido'],
      ['kato-shakai-fukushi-shougai', 'kato-keikaku-sodan', 'kato-kodomo-kyoiku'],
    ];
    const name = 'Maria Santos';
    const asParent = { signedBy: name, relation: GrantorRelation.PARENTAL_AUTHORITY, guardian: mother };
    expect(
      await steps.consent({ subject: grandmother, signedBy: name, offices: [], ...signed }),
    ).toHaveLength(1);
    expect(
      await Promise.all([
        steps.consent({ subject: mother, signedBy: name, offices: forMother, ...signed }),
        steps.consent({ subject: preschooler, ...asParent, offices: forPreschooler, ...signed }),
        steps.consent({
          subject: schoolchild,
          ...asParent,
          offices: ['kato-gakko-kyoiku', 'kato-fukushi-somu-jido'],
          ...signed,
        }),
      ]),
    ).toEqual([[], [], []]);
    // Nobody decides for the grandmother.
    const { gaps } = await steps.decide(plan, '紙の会議録 第1回');
    expect(gaps?.map(({ person }) => person?.id)).toEqual([grandmother]);
    expect(
      await steps.consent({
        subject: grandmother,
        signedBy: 'サントス ロザ',
        offices: ['kato-korei-kaigo'],
        ...signed,
      }),
    ).toEqual([]);
  });

  test('the 支援会議 goes on as a 重層的支援会議: its session is over, and nobody is shown anything by it any more', async () => {
    multilayer = await recorded(steps.multilayer(about(), plan.id, { from: conference }));
    const inside = { purpose: Purpose.CONFERENCE, conference: session };
    expect(await papers(hub, HOUSING, conference, inside)).toMatchObject({ minutes: [], roles: [] });
    expect((await papers(hub, COORDINATOR, multilayer)).participants).toHaveLength(10);
  });

  test('the plan is decided by what that conference says of it, and by no other', async () => {
    for (const unsaid of [multilayer, conference, 'conf-h12-1', 'conf-00000000000000000000'])
      expect((await steps.decide(plan, unsaid)).problems?.join()).toMatch(/適切とした検討結果がありません/);
    await steps.say(multilayer, 'AGREED');
    const { plan: decided, problems } = await steps.decide(plan, multilayer);
    expect(problems).toBeUndefined();
    expect(decided?.steps.at(-1)).toMatchObject({ to: 'DECIDED', conference: multilayer });
    expect(decided?.steps.at(-1)?.consents).toHaveLength(4);
    expect((await seen(COORDINATOR, of.id)).status).toBe('PLAN_DECIDED');
    plan = decided as Plan;
  });

  test('each office is shown its part, and with the consent the plan; others nothing', async () => {
    const elderly = await desk.planSeen(ELDERLY, plan.id);
    expect(elderly.items?.map(({ office }) => office?.code)).toEqual(['kato-korei-kaigo']);
    // The sheet speaks of everybody, and the other three did not consent to this office.
    expect([elderly.sheet, elderly.persons]).toEqual([null, [{ id: grandmother }]]);
    for (const stranger of [HOUSING, SINGLE_PARENTS, ...STRANGERS]) {
      const hidden = await desk.plan(stranger, plan.id);
      expect(observable(hidden)).toBe(observable(await desk.plan(stranger, 'pl-00000000000000000000')));
    }
  });
});

describe('until she is home again', () => {
  test('the offices do their part, and the case is in support', async () => {
    await steps.work(plan, parts.slice(0, 4));
    expect((await seen(COORDINATOR, of.id)).status).toBe('IN_SUPPORT');
    await steps.monitor(plan.id, '短期入所のお試し利用を終え、母は手術を受けた。', inDays(30));
    expect((await seen(COORDINATOR, of.id)).status).toBe('IN_SUPPORT');
    const early = await desk.run(CHILDREN, 'recordMonitoring', {
      plan: plan.id,
      input: { heldOn: inDays(0), findings: '退院' },
      expectedVersion: 1,
    });
    expect(codes(early)).toEqual(['FORBIDDEN']);
  });

  test('after the discharge it is looked at again, evaluated, and closed to who goes on visiting', async () => {
    await steps.monitor(plan.id, '退院後の自宅訪問。家族で暮らしている。');
    expect((await seen(COORDINATOR, of.id)).status).toBe('MONITORING');
    await steps.evaluate(plan.id, 2, LEAD);
    const held = await desk.told(COORDINATOR, 'closeCase', {
      case: of.id,
      leadOfficeAfterClosure: LEAD,
      reason: '目標が達成され、地域での見守りに移るため。',
      expectedVersion: (await seen(COORDINATOR, of.id)).version,
    });
    expect(held.items?.map(({ office }) => office.code).sort()).toEqual([
      'kato-fukushi-somu-jido',
      'kato-korei-kaigo',
    ]);
    await steps.work(plan, parts.slice(4));
    await steps.close(of.id, LEAD);
    await steps.nobodyElse(of.id, COORDINATOR, WINDOW, CHILDREN, DISABILITY, PLANNER, ELDERLY, ...STRANGERS);
    expect(await steps.walked(of.id)).toEqual([
      'TRIAGED',
      'ACCEPTED',
      'ASSESSING',
      'PLANNING',
      'PLAN_DECIDED',
      'IN_SUPPORT',
      'MONITORING',
      'IN_SUPPORT',
      'MONITORING',
      'EVALUATED',
      'CLOSED',
    ]);
  });
});
