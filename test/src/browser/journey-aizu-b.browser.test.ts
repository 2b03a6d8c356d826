/**
 * 会津若松市's second example, through the screens of everybody who takes part: a parent in the sixties, poor, ill, without
 * a doctor, who has to move; a child in the thirties with a mental illness, who shouts and takes the money. The child
 * cares and is suspected: they decide nothing for the parent, and who works with the child learns nothing of the parent.
 */
import { describe, expect } from '@jest/globals';
import type { Case, Part } from './steps/case.js';
import { journey } from './steps/journey.js';
import { inDays } from './steps/page.js';

const COORDINATOR = 'aizu-coordinator';
/** 生活サポート相談窓口, where the parent came alone. */
const WINDOW = 'aizu-livelihood-worker';
const ELDERLY = 'aizu-houkatsu-3-worker';
/** Works with the child alone. */
const OF_THE_CHILD = 'aizu-shougai-kikan-worker';
const STRANGERS = ['aizu-houkatsu-1-worker', 'aizu-kodomo-worker', 'kato-coordinator'];
const LEAD = 'aizu-seikatsu-support';

const INTAKE = 'CANARY-INTAKE';
const ABUSE = 'CANARY-ABUSE';
const MEETING = 'CANARY-MEETING';
const PLAN = 'CANARY-PLAN';

const PARENT = '会津 和子';
const CHILD = '会津 翔';

const { test, open, ...steps } = journey(COORDINATOR);

let of: Case;
let session: string;
let multilayer: string;
let plan: string;
const parts: readonly Part[] = [
  { office: LEAD, staff: WINDOW, what: '居住の確保と金銭管理の支援', persons: [PARENT] },
  { office: 'aizu-houkatsu-3', staff: ELDERLY, what: '医療機関への受診勧奨', persons: [PARENT] },
];
const signed = { subject: PARENT, signedBy: PARENT, offices: [LEAD, 'aizu-houkatsu-3'] };

/** What somebody reads of a case: with none of the words for what only the window may know. */
async function readsNothingOfAbuse(...who: readonly string[]): Promise<void> {
  for (const each of who) {
    const page = await open(each, `/cases/${of.id}`);
    await page.getByRole('heading', { name: '支援体制', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([each, await page.locator('main').innerText()]).toEqual([
      each,
      expect.not.stringContaining('虐待'),
    ]);
    await steps.neverReached([ABUSE], each);
  }
}

describe('at the window', () => {
  test('what she says of her child is closed to everybody but the office that heard it', async () => {
    of = await steps.receive(WINDOW, {
      channel: '本人来所',
      visitor: '本人',
      self: { name: PARENT, birth: '昭和34年1月15日', sex: '女' },
      members: [{ name: CHILD, relation: '子', birth: 'H5.8.1', sex: '男' }],
      chiefComplaint: `立ち退きを求められた。体がつらい。${INTAKE}`,
      issues: [
        { name: '経済的困窮' },
        { name: '転居の必要', certainty: '確認済' },
        { name: '未受診' },
        { name: '経済的虐待', certainty: '疑い', text: `年金を子が使っている様子。${ABUSE}` },
      ],
    });
    const page = await open(WINDOW, `/cases/${of.id}`);
    await page.getByText(ABUSE).first().waitFor();
    await steps.looksRight(WINDOW, 'journey-aizu-b-received');
    await steps.nobodyElse(`/cases/${of.id}`, COORDINATOR, ELDERLY, OF_THE_CHILD, ...STRANGERS);
  });

  test('the coordinators take the case and are not shown it; nor is who works with the child shown anything of her', async () => {
    const referral = await steps.refer(WINDOW, of, `住まいと受診の支援が必要。${INTAKE}`);
    await steps.accept(of, referral);
    for (const part of parts.slice(1)) await steps.seat(of, part, '医療・保健');
    await steps.seat(of, {
      office: 'aizu-shougai-kikan',
      staff: OF_THE_CHILD,
      what: '受診と日中の居場所',
      persons: [CHILD],
    });
    const led = await open(COORDINATOR, `/cases/${of.id}`);
    await led.getByText('転居の必要').first().waitFor();
    await readsNothingOfAbuse(COORDINATOR, ELDERLY, OF_THE_CHILD);
    await steps.looksRight(COORDINATOR, 'journey-aizu-b-led');
    await steps.neverReached([INTAKE, PARENT], OF_THE_CHILD);
    await steps.neverReached([CHILD], ELDERLY);
    const heard = await open(WINDOW, `/cases/${of.id}`);
    await heard.getByText(ABUSE).first().waitFor();
    await steps.nobodyElse(`/cases/${of.id}`, ...STRANGERS);
  });
});

describe('while the abuse is looked into', () => {
  test('her child signs for her as a guardian would: it is on record, and opens nothing', async () => {
    const members = [WINDOW, ELDERLY];
    session = await steps.convene(of, {
      basis: '高齢者虐待への対応',
      categories: ['会議の記録'],
      whyNoConsent: '経済的虐待の疑いについて、本人の安全を確かめる必要があるため。',
      days: 30,
      members,
      suspicions: [{ person: PARENT, suspect: CHILD }],
    });
    await steps.pledge(session, COORDINATOR, ...members);
    await steps.looksRight(COORDINATOR, 'journey-aizu-b-session');
    const asGuardian = { ...signed, signedBy: CHILD, relation: '成年後見人', guardian: CHILD };
    const onRecord = await steps.consent(of, { ...asGuardian, document: '登記事項証明書' });
    expect(onRecord.recorded).toBe(true);
    // As family alone it would not even be taken.
    expect((await steps.consent(of, { ...signed, signedBy: CHILD })).recorded).toBe(false);
    plan = await steps.proposed(of, {
      persons: [PARENT],
      parts,
      wishes: `安心して住めるところで、体を治したい。${PLAN}`,
      goal: '新しい住まいで、自分のお金で暮らす。',
      issues: ['立ち退きを求められている。', '受診していない。'],
    });
    expect((await steps.multilayer(of, [PARENT])).missing).toEqual([PARENT]);
    expect(await steps.gaps(await steps.decide(plan, '紙の会議録'))).toEqual([PARENT]);
    await steps.looksRight(COORDINATOR, 'journey-aizu-b-gap');
    const hers = await open(ELDERLY, `/plans/${plan}`);
    await hers.getByText('表示できる内容はありません。').waitFor();
    await steps.neverReached([PLAN], ELDERLY);
  });

  test('who works with the child cannot tell that session, nor her plan, from none', async () => {
    await steps.nobodyElse(`/sessions/${session}`, OF_THE_CHILD, ...STRANGERS);
    await steps.nobodyElse(`/plans/${plan}`, OF_THE_CHILD, ...STRANGERS);
    for (const path of ['', '/timeline', '/roles', '/consents']) {
      const page = await open(OF_THE_CHILD, `/households/${of.household}${path}`);
      await page.getByText(CHILD).first().waitFor();
    }
    await steps.looksRight(OF_THE_CHILD, 'journey-aizu-b-of-the-child');
    await steps.neverReached([PARENT, of.persons[PARENT] ?? PARENT, '和子', INTAKE, PLAN], OF_THE_CHILD);
  });

  test('she decides for herself, and her word counts', async () => {
    expect((await steps.consent(of, signed)).recorded).toBe(true);
    ({ id: multilayer } = await steps.multilayer(of, [PARENT], {
      people: [
        { staff: WINDOW, affiliation: '生活サポート相談窓口', name: '夏目 亮' },
        { staff: ELDERLY, affiliation: '若松第３地域包括支援センター', name: '檜山 千夏' },
        { affiliation: '市民病院', name: '桂 聡' },
      ],
    }));
    await steps.attend(multilayer);
    await steps.minutes(multilayer, {
      shared: [{ office: LEAD, what: `転居先の候補 ${MEETING}` }],
      discussion: `役割を分担し、転居と受診を支える。${MEETING}`,
      roles: parts,
    });
    await steps.looksRight(COORDINATOR, 'journey-aizu-b-minutes');
    const page = await open(ELDERLY, `/conferences/${multilayer}`);
    await page.getByText(`役割を分担し、転居と受診を支える。${MEETING}`).first().waitFor();
    await steps.nobodyElse(`/conferences/${multilayer}`, OF_THE_CHILD, ...STRANGERS);
    await steps.say(multilayer, '修正の上了承');
    const decided = await steps.decide(plan);
    await decided.getByRole('link', { name: 'モニタリングを記録する' }).waitFor();
    await steps.looksRight(COORDINATOR, 'journey-aizu-b-decided');
  });
});

describe('in her new home', () => {
  test('the offices do their part, and who works with the child still knows of none of it', async () => {
    const page = await open(ELDERLY, `/plans/${plan}`);
    await page.getByText(`安心して住めるところで、体を治したい。${PLAN}`).first().waitFor();
    await steps.looksRight(ELDERLY, 'journey-aizu-b-plan');
    await steps.work(plan, parts);
    await steps.monitor(plan, '転居を終え、通院している。', inDays(30));
    await steps.monitor(plan, '通帳は本人が管理している。');
    const items = await open(OF_THE_CHILD, '/plan-items');
    await items.getByText('自機関が担う支援内容はありません。').waitFor();
    await readsNothingOfAbuse(OF_THE_CHILD);
    await steps.neverReached([PARENT, plan, session, '居住の確保', MEETING], OF_THE_CHILD);
  });

  test('it is evaluated and closed to the desk that goes on with her', async () => {
    await steps.evaluate(plan, LEAD);
    await steps.looksRight(COORDINATOR, 'journey-aizu-b-evaluated');
    expect(await steps.close(of, LEAD)).toEqual([]);
    await steps.looksRight(COORDINATOR, 'journey-aizu-b-closed');
    const staff = [COORDINATOR, WINDOW, ELDERLY, OF_THE_CHILD];
    await steps.nobodyElse(`/cases/${of.id}`, ...staff, ...STRANGERS);
  });

  test('nothing of it ever reached a browser of somebody who may not see it', async () => {
    await steps.neverReached([INTAKE, ABUSE, MEETING, PLAN, PARENT, CHILD], ...STRANGERS);
    await steps.neverReached([INTAKE, ABUSE, MEETING, PLAN, PARENT], OF_THE_CHILD);
    await steps.neverReached([ABUSE], COORDINATOR, ELDERLY);
  });
});
