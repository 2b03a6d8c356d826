/**
 * 加東市's own example of a 支援会議, through the screens of everybody who takes part: from the window, where a mother is
 * told that she needs an operation, until she is home again and the case is closed.
 */
import { describe, expect } from '@jest/globals';
import type { Case, Part } from './steps/case.js';
import { journey } from './steps/journey.js';
import { inDays, officeName } from './steps/page.js';

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

const INTAKE = 'CANARY-INTAKE';
const MEETING = 'CANARY-MEETING';
const PLAN = 'CANARY-PLAN';

const MOTHER = 'サントス マリア';
const PRESCHOOLER = 'サントス ルイ';
const SCHOOLCHILD = 'サントス アナ';
const GRANDMOTHER = 'サントス ロザ';
const EVERYBODY = [MOTHER, PRESCHOOLER, SCHOOLCHILD, GRANDMOTHER];

const { test, at, open, ...steps } = journey(COORDINATOR);

let of: Case;
let referral: string;
let session: string;
let conference: string;
let multilayer: string;
let plan: string;
const parts: readonly Part[] = [
  {
    office: 'kato-shakai-fukushi-shougai',
    staff: DISABILITY,
    what: '入所施設に働きかけ、お試し利用を経て短期入所につなぐ',
    persons: [PRESCHOOLER],
  },
  {
    office: 'kato-keikaku-sodan',
    staff: PLANNER,
    what: '短期入所の利用計画を立てる',
    persons: [PRESCHOOLER],
  },
  { office: 'kato-kodomo-kyoiku', what: 'こども園への情報共有', persons: [PRESCHOOLER] },
  { office: 'kato-gakko-kyoiku', what: '通う学校への情報共有、見守り', persons: [SCHOOLCHILD] },
  {
    office: LEAD,
    staff: CHILDREN,
    what: '配食の調整、医療機関との連携、福祉制度の説明',
    persons: [MOTHER, SCHOOLCHILD],
  },
  { office: 'kato-korei-kaigo', staff: ELDERLY, what: '身体状況と家事能力の確認', persons: [GRANDMOTHER] },
];

describe('at the window', () => {
  test('she is understood, and what she says is taken down as she says it', async () => {
    of = await steps.receive(WINDOW, {
      channel: '本人来所',
      visitor: '本人',
      self: {
        name: MOTHER,
        romanName: 'Maria Santos',
        birth: '1990年頃',
        sex: '女',
        languages: ['ポルトガル語', 'やさしい日本語(かな)'],
        languageNeed: 'ポルトガル語の通訳。書類はやさしい日本語で。',
      },
      members: [
        { name: PRESCHOOLER, relation: '子', birth: '令和3年6月1日' },
        { name: SCHOOLCHILD, relation: '子', birth: 'H26.5.1' },
        { name: GRANDMOTHER, relation: '母', birth: '昭和25年1月1日', languages: ['ポルトガル語'] },
      ],
      chiefComplaint: `手術が必要と言われた。入院中、子どもを見る人がいない。${INTAKE}`,
      issues: [{ name: '病気' }, { name: '日本語が不自由', certainty: '確認済' }],
      urgency: '早めの対応が必要',
      interpreter: true,
    });
    const page = await open(WINDOW, `/cases/${of.id}`);
    await page.getByText(INTAKE).first().waitFor();
    await steps.nobodyElse(`/cases/${of.id}`, COORDINATOR, CHILDREN, ...STRANGERS);
  });

  test('it goes to the coordinators: who does not know the family yet sees that it comes, and accepts it', async () => {
    referral = await steps.refer(WINDOW, of, `入院中の養育を一つの課では支えられない。${INTAKE}`);
    const page = await open(COORDINATOR, '/desk');
    await page.locator(`a[href="/referrals/${referral}"]`).click();
    await page.getByText(officeName('kato-shakai-fukushi-konkyu')).first().waitFor();
    await steps.neverReached([INTAKE, ...EVERYBODY], COORDINATOR);
    await steps.accept(of, referral);
    await page.getByText(INTAKE).first().waitFor();
    await steps.nobodyElse(`/cases/${of.id}`, CHILDREN, ...STRANGERS);
  });
});

describe('while consent is sought', () => {
  test('offices take their seats, each for those with whom it works', async () => {
    for (const part of parts) await steps.seat(of, { ...part, what: '支援体制への参加' });
    const planner = await open(PLANNER, `/cases/${of.id}`);
    await planner.getByText(PRESCHOOLER).first().waitFor();
    await steps.neverReached([INTAKE, MOTHER, SCHOOLCHILD, GRANDMOTHER], PLANNER);
    const elderly = await open(ELDERLY, `/cases/${of.id}`);
    await elderly.getByText(GRANDMOTHER).first().waitFor();
    await steps.neverReached([INTAKE, MOTHER, PRESCHOOLER, SCHOOLCHILD], ELDERLY);
    await steps.nobodyElse(`/cases/${of.id}`, HOUSING, SINGLE_PARENTS, ...STRANGERS);
  });

  test('a 重層的支援会議 cannot be held yet: nobody has consented', async () => {
    const { missing } = await steps.multilayer(of, EVERYBODY, { isAboutPlan: false });
    expect([...missing].sort()).toEqual([...EVERYBODY].sort());
  });

  test('so a 支援会議 is held by the statute, each bound to secrecy', async () => {
    const members = [WINDOW, DISABILITY, PLANNER, ELDERLY, HOUSING, CHILDREN, SINGLE_PARENTS];
    session = await steps.convene(of, {
      categories: ['会議の記録', '相談受付・課題'],
      whyNoConsent: '手術の日が近く、通訳を得て同意を求めるあいだにも受け入れ先の検討が必要なため。',
      members,
    });
    await steps.nobodyElse(`/sessions/${session}`, ...STRANGERS);
    await steps.pledge(session, COORDINATOR, ...members);
    conference = await steps.supportConference(session, `母が治療を行う間の未就学児の受け入れ先 ${MEETING}`, [
      { affiliation: '学校教育課（小中学校）', name: '楡井 学' },
      { affiliation: 'こども教育課（こども園）', name: '柊木 園' },
    ]);
    const { page } = await at(COORDINATOR);
    const roster = page.getByRole('table', { name: '出席者名簿' });
    await roster.locator('tbody tr').filter({ hasText: 'まだ' }).first().waitFor({ state: 'detached' });
    expect(await roster.locator('tbody tr').count()).toBe(10);
  });

  test('each tells what it knows, and takes its part', async () => {
    await steps.minutes(conference, {
      shared: [
        { office: 'kato-fukushi-somu', what: `母の病気と治療方針 ${MEETING}` },
        { office: 'kato-shakai-fukushi-konkyu', what: '世帯の家計と利用できる制度' },
        { office: 'kato-korei-kaigo', what: '高齢の親族の身体状況や家事能力' },
        { office: 'kato-toshi-seisaku', what: '今後の住宅の住み替え' },
      ],
      discussion: `役割を分担し、本人への支援を開始する。${MEETING}`,
      roles: parts,
      gaps: '外国語で相談できる窓口',
    });
    await steps.looksRight(COORDINATOR, 'journey-kato-minutes');
    // Outside of the session not a word; inside all of it.
    const page = await open(HOUSING, `/conferences/${conference}`);
    await page.getByText('会議資料と会議録は、場に入っているあいだ読めます').waitFor();
    await steps.neverReached([MEETING], HOUSING);
    await steps.enter(HOUSING, session);
    await open(HOUSING, `/conferences/${conference}`);
    await page.getByText('今後の住宅の住み替え').waitFor();
    await page.getByText('外国語で相談できる窓口').waitFor();
    await steps.looksRight(HOUSING, 'journey-kato-inside');
    await steps.nobodyElse(`/conferences/${conference}`, ...STRANGERS);
  });
});

describe('with consent', () => {
  test('a plan is proposed, and not decided before they consent', async () => {
    plan = await steps.proposed(of, {
      persons: EVERYBODY,
      parts,
      wishes: `安心して手術を受け、早く子どもたちのところへ帰りたい。${PLAN}`,
      goal: '退院後も家族で暮らし続ける。',
      issues: ['入院中に子どもを見る人がいない。', '医師の説明が分からない。'],
    });
    await steps.looksRight(COORDINATOR, 'journey-kato-plan');
    const page = await steps.decide(plan, '紙の会議録 第1回');
    expect(await steps.gaps(page)).toEqual([...EVERYBODY].sort());
    // That there is one about the grandmother is told to who works with her, and nothing of what it says.
    const elderly = await open(ELDERLY, `/plans/${plan}`);
    await elderly.getByText('表示できる内容はありません。').waitFor();
    await steps.neverReached([PLAN], ELDERLY);
  });

  test('she signs in her language, with an interpreter, for herself and for her children; the grandmother for herself', async () => {
    const signed = { language: 'ポルトガル語', interpreter: '樺沢 通訳', signedBy: 'Maria Santos' };
    const { recorded, page } = await steps.consent(of, { subject: GRANDMOTHER, offices: [], ...signed });
    expect(recorded).toBe(false);
    expect(await page.getByRole('textbox', { name: /^氏名/ }).inputValue()).toBe('Maria Santos');
    const asParent = { ...signed, relation: '親権者', guardian: MOTHER };
    for (const form of [
      { subject: MOTHER, ...signed, offices: [LEAD] },
      {
        subject: PRESCHOOLER,
        ...asParent,
        offices: ['kato-shakai-fukushi-shougai', 'kato-keikaku-sodan', 'kato-kodomo-kyoiku'],
      },
      { subject: SCHOOLCHILD, ...asParent, offices: ['kato-gakko-kyoiku', LEAD] },
    ])
      expect([form.subject, (await steps.consent(of, form)).recorded]).toEqual([form.subject, true]);
    // Nobody decides for the grandmother.
    expect(await steps.gaps(await steps.decide(plan, '紙の会議録 第1回'))).toEqual([GRANDMOTHER]);
    const own = { ...signed, subject: GRANDMOTHER, signedBy: GRANDMOTHER, offices: ['kato-korei-kaigo'] };
    expect((await steps.consent(of, own)).recorded).toBe(true);
    await steps.looksRight(COORDINATOR, 'journey-kato-consent');
  });

  test('the 支援会議 goes on as a 重層的支援会議: its session is over, and nobody is shown anything by it any more', async () => {
    const inside = await open(HOUSING, `/conferences/${conference}`);
    await inside.getByText('今後の住宅の住み替え').waitFor();
    ({ id: multilayer } = await steps.multilayer(of, EVERYBODY, { from: conference }));
    expect(multilayer).not.toBe(conference);
    const { page } = await at(COORDINATOR);
    const roster = page.getByRole('table', { name: '出席者名簿' });
    expect(await roster.locator('tbody tr').count()).toBe(10);
    await roster.getByText(officeName('kato-toshi-seisaku')).waitFor();
    await page.getByRole('link', { name: 'もとになった支援会議' }).waitFor();
    await steps.looksRight(COORDINATOR, 'journey-kato-multilayer');
    // The page stood open all the time.
    await inside.getByText('今後の住宅の住み替え').waitFor({ state: 'detached' });
    await inside.getByText('この会議の場は終わりました').waitFor();
    await inside.locator('header').getByText('会議の場に入っています').waitFor({ state: 'detached' });
    await steps.nobodyElse(`/conferences/${multilayer}`, ...STRANGERS);
  });

  test('the plan is decided by what that conference says of it, and not before', async () => {
    const unsaid = await steps.decide(plan);
    await unsaid.getByText(/適切とした検討結果がありません/).waitFor();
    await steps.say(multilayer, '適切・了承');
    const decided = await steps.decide(plan);
    await decided.getByRole('link', { name: 'モニタリングを記録する' }).waitFor();
    const trail = decided.getByRole('table', { name: 'プランの経緯' });
    const by = await trail.getByRole('link', { name: '会議を見る' }).getAttribute('href');
    expect(by).toBe(`/conferences/${multilayer}`);
    await steps.looksRight(COORDINATOR, 'journey-kato-decided');
    const page = await open(COORDINATOR, `/cases/${of.id}`);
    await page.getByRole('main').getByText('プラン決定').first().waitFor();
  });

  test('each office is shown its part, and with the consent the plan; others nothing', async () => {
    const page = await open(ELDERLY, `/plans/${plan}`);
    await page.getByRole('rowheader', { name: '身体状況と家事能力の確認' }).waitFor();
    expect(await page.getByRole('table', { name: '支援内容ごとの状況' }).locator('tbody tr').count()).toBe(1);
    // The sheet speaks of everybody, and the other three did not consent to this office.
    await page.getByText('表示できる内容はありません。').waitFor();
    await steps.looksRight(ELDERLY, 'journey-kato-part');
    await steps.neverReached([PLAN, INTAKE, PRESCHOOLER, SCHOOLCHILD], ELDERLY);
    await steps.nobodyElse(`/plans/${plan}`, HOUSING, SINGLE_PARENTS, ...STRANGERS);
  });
});

describe('until she is home again', () => {
  test('the offices do their part, and it is looked at while she is in hospital', async () => {
    await steps.work(plan, parts.slice(0, 4));
    await steps.looksRight(COORDINATOR, 'journey-kato-work');
    await steps.monitor(plan, `短期入所のお試し利用を終え、母は手術を受けた。${PLAN}`, inDays(30));
    // The office that does its part is offered no step of the plan's.
    const page = await open(CHILDREN, `/plans/${plan}`);
    await page.getByRole('table', { name: '支援内容ごとの状況' }).waitFor();
    expect(await page.getByRole('link', { name: 'モニタリングを記録する' }).count()).toBe(0);
  });

  test('after the discharge it is looked at again and evaluated, and not closed while somebody holds a part', async () => {
    await steps.monitor(plan, '退院後の自宅訪問。家族で暮らしている。');
    await steps.looksRight(COORDINATOR, 'journey-kato-monitoring');
    await steps.evaluate(plan, LEAD);
    await steps.looksRight(COORDINATOR, 'journey-kato-evaluation');
    const held = await steps.close(of, LEAD);
    expect([...held].sort()).toEqual([officeName(LEAD), officeName('kato-korei-kaigo')].sort());
    await steps.looksRight(COORDINATOR, 'journey-kato-held');
  });

  test('it is closed to who goes on visiting, and is open to nobody any more', async () => {
    await steps.work(plan, parts.slice(4));
    expect(await steps.close(of, LEAD)).toEqual([]);
    const { page } = await at(COORDINATOR);
    await page.getByText(officeName(LEAD)).first().waitFor();
    await steps.looksRight(COORDINATOR, 'journey-kato-closed');
    const staff = [COORDINATOR, WINDOW, CHILDREN, DISABILITY, PLANNER, ELDERLY];
    await steps.nobodyElse(`/cases/${of.id}`, ...staff, ...STRANGERS);
  });

  test('nothing of it ever reached a browser of somebody who may not see it', async () => {
    await steps.neverReached([INTAKE, MEETING, PLAN, ...EVERYBODY], ...STRANGERS);
    await steps.neverReached([INTAKE, PLAN], HOUSING, SINGLE_PARENTS);
  });
});
