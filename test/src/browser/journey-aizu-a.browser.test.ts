/**
 * 会津若松市's first example, through the screens of everybody who takes part: somebody in their forties with a suspected
 * disability, who sees no doctor and shouts at parents and offices; parents in their eighties who need care and have no
 * service; a child in the twenties with a disability, who keeps no job. The one whom it is about refuses, and the others
 * are helped all the same.
 */
import { describe, expect } from '@jest/globals';
import type { Case, Part } from './steps/case.js';
import { journey } from './steps/journey.js';
import { press } from './steps/page.js';

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

const INTAKE = 'CANARY-INTAKE';
const MEETING = 'CANARY-MEETING';
const PLAN = 'CANARY-PLAN';

const SELF = '会津 一郎';
const FATHER = '会津 太助';
const MOTHER = '会津 トメ';
const CHILD = '会津 三雄';
const WILLING = [FATHER, MOTHER, CHILD];
const EVERYBODY = [SELF, ...WILLING];

const { test, at, open, ...steps } = journey(COORDINATOR);

let of: Case;
let session: string;
let conference: string;
let multilayer: string;
let plan: string;
const parts: readonly Part[] = [
  { office: LEAD, staff: WINDOW, what: '介護サービスの利用支援', persons: [FATHER, MOTHER] },
  { office: 'aizu-seikatsu-support', staff: LIVELIHOOD, what: '家計の相談', persons: [FATHER, MOTHER] },
  { office: 'aizu-shougai-2', staff: DISABILITY, what: '就労支援', persons: [CHILD] },
];
const forHim: Part = {
  office: 'aizu-shougai-kikan',
  what: '障がい者支援機関へのつなぎ、受診勧奨',
  persons: [SELF],
};

describe('at the window', () => {
  test('the mother speaks, and what she says of her son is an opinion of the office that heard it', async () => {
    of = await steps.receive(WINDOW, {
      channel: '家族から',
      visitor: '家族・親族',
      visitorName: MOTHER,
      self: { name: SELF, birth: '昭和56年3月1日', sex: '男' },
      members: [
        { name: FATHER, relation: '父', birth: '昭和18年1月1日' },
        { name: MOTHER, relation: '母', birth: '昭和20年1月1日' },
        { name: CHILD, relation: '子', birth: 'H15.9.1' },
      ],
      chiefComplaint: `息子にどなられる。夫の介護に手が回らない。${INTAKE}`,
      issues: [
        { name: '障害(疑い)', certainty: '疑い' },
        { name: '未受診' },
        { name: '支援機関への過度の苦情・暴言', certainty: '確認済' },
        { name: '経済的困窮', scope: '世帯' },
        { name: '屋内の衛生状態・ごみ屋敷', scope: '世帯', certainty: '確認済' },
      ],
    });
    const page = await open(WINDOW, `/cases/${of.id}`);
    await page.getByText(INTAKE).first().waitFor();
    const opinion = page.getByRole('row').filter({ hasText: '障害(疑い)' });
    await opinion.getByText('疑い(見立て)').waitFor();
    await steps.looksRight(WINDOW, 'journey-aizu-a-received');
    await steps.nobodyElse(`/cases/${of.id}`, COORDINATOR, CORE, DISABILITY, LIVELIHOOD, ...STRANGERS);
  });

  test('地域福祉課 takes it, and the offices sit in it for those whom they know', async () => {
    const referral = await steps.refer(WINDOW, of, `介護だけでは支えられない。${INTAKE}`);
    await steps.accept(of, referral);
    for (const part of parts.slice(1)) await steps.seat(of, part);
    await steps.seat(of, { ...forHim, staff: CORE, what: '本人への関わり' });
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-roster');
    const known = [
      [CORE, [SELF]],
      [DISABILITY, [CHILD]],
      [LIVELIHOOD, [FATHER, MOTHER]],
    ] as const;
    for (const [who, persons] of known) {
      const page = await open(who, `/cases/${of.id}`);
      for (const person of persons) await page.getByText(person).first().waitFor();
      // A seat opens who somebody is, and neither who else lives there nor what the window wrote.
      const others = EVERYBODY.filter((name) => !persons.some((person) => person === name));
      await steps.neverReached([INTAKE, ...others], who);
    }
    await steps.nobodyElse(`/cases/${of.id}`, ...STRANGERS);
  });
});

describe('the one whom it is about refuses', () => {
  test('his parents and his child consent, each for themselves', async () => {
    const withParents = [LEAD, 'aizu-seikatsu-support'];
    for (const form of [
      { subject: FATHER, signedBy: FATHER, offices: withParents },
      { subject: MOTHER, signedBy: MOTHER, offices: withParents },
      { subject: CHILD, signedBy: CHILD, offices: ['aizu-shougai-2'] },
    ])
      expect([form.subject, (await steps.consent(of, form)).recorded]).toEqual([form.subject, true]);
    // He is of age: nobody says yes for him.
    const forHimself = await steps.consent(of, { subject: SELF, signedBy: MOTHER, offices: [] });
    expect(forHimself.recorded).toBe(false);
    const asked = [...withParents, 'aizu-shougai-2', 'aizu-shougai-kikan'];
    const no = { subject: SELF, signedBy: SELF, offices: asked, answer: '同意しない' } as const;
    const { recorded, page } = await steps.consent(of, no);
    expect(recorded).toBe(true);
    await page.getByRole('cell', { name: '不同意' }).waitFor();
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-refused');
  });

  test('so a 支援会議 speaks of him, and is read once it says why it does so although he refused', async () => {
    const members = [WINDOW, CORE, DISABILITY, LIVELIHOOD];
    session = await steps.convene(of, {
      categories: ['会議の記録'],
      whyNoConsent: '本人が支援を拒み、両親の生活が損なわれているため、支援体制を検討する。',
      members,
    });
    await steps.nobodyElse(`/sessions/${session}`, ...STRANGERS);
    await steps.pledge(session, COORDINATOR, ...members);
    conference = await steps.supportConference(session, `本人の受診と、両親への暴言 ${MEETING}`, [
      { affiliation: '通院先の病院', name: '桂 聡' },
    ]);
    await steps.minutes(conference, {
      shared: [{ office: LEAD, what: `両親は要介護状態だが、サービスの利用がない。${MEETING}` }],
      discussion: `本人には受診を勧め続ける。${MEETING}`,
      roles: [...parts, forHim],
    });
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-minutes');
    await steps.enter(LIVELIHOOD, session);
    const closed = await open(LIVELIHOOD, `/conferences/${conference}`);
    await closed.getByText('表示できる会議録はありません。').waitFor();
    await steps.neverReached([MEETING], LIVELIHOOD);
    await steps.justify(session, SELF, '両親の生命と生活に関わり、本人を除いては検討できないため。');
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-justified');
    const opened = await open(LIVELIHOOD, `/conferences/${conference}`);
    await opened.getByText(`本人には受診を勧め続ける。${MEETING}`).first().waitFor();
    await steps.looksRight(LIVELIHOOD, 'journey-aizu-a-inside');
    await steps.nobodyElse(`/conferences/${conference}`, ...STRANGERS);
  });

  test('and somebody goes on visiting him, without asking for more than a word', async () => {
    // Who works with his child is not even told that there is somebody to visit.
    const page = await open(DISABILITY, `/cases/${of.id}/outreach`);
    await press(page, 'アウトリーチを始める');
    const offered = page.getByRole('radiogroup', { name: /^対象者/ }).getByRole('radio');
    await offered.first().waitFor({ state: 'attached' });
    expect(await offered.count()).toBe(1);
    await press(page.getByRole('dialog'), '閉じる');
    await steps.reachOut(CORE, of, { office: forHim.office, person: SELF });
    await steps.looksRight(CORE, 'journey-aizu-a-outreach');
  });

  test('a plan that speaks of him is not decided; written without him it is proposed again', async () => {
    plan = await steps.proposed(of, {
      persons: EVERYBODY,
      parts: [...parts, forHim],
      wishes: `家で静かに暮らしたい。${PLAN}`,
      goal: '介護サービスを使いながら家で暮らす。',
      issues: ['介護サービスを使っていない。', '仕事が続かない。'],
    });
    expect((await steps.multilayer(of, EVERYBODY)).missing).toEqual([SELF]);
    const refused = await steps.decide(plan, '紙の会議録');
    expect(await steps.gaps(refused)).toEqual([SELF]);
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-gap');
    await steps.proposedWithoutLast(plan, WILLING, parts.length + 1);
    const { page } = await at(COORDINATOR);
    const whose = page.getByRole('main').locator('dl').first();
    await whose.getByText(CHILD).waitFor();
    expect(await whose.getByText(SELF).count()).toBe(0);
  });
});

describe('for the others', () => {
  test('the 重層的支援会議 goes on without him, and without the words that spoke of him', async () => {
    ({ id: multilayer } = await steps.multilayer(of, WILLING, { from: conference }));
    const { page } = await at(COORDINATOR);
    const agenda = page.getByRole('region', { name: /^議題/ });
    const words = (await agenda.allInnerTexts()).join('\n');
    expect(words).not.toContain(MEETING);
    expect(EVERYBODY.filter((name) => words.includes(name))).toEqual(WILLING);
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-multilayer');
    await steps.say(multilayer, '適切・了承');
    const decided = await steps.decide(plan);
    await decided.getByRole('link', { name: 'モニタリングを記録する' }).waitFor();
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-decided');
  });

  test('each office does its part, and is shown no more than that', async () => {
    const page = await open(DISABILITY, `/plans/${plan}`);
    const progress = page.getByRole('table', { name: '支援内容ごとの状況' });
    await progress.getByText('就労支援').waitFor();
    expect(await progress.locator('tbody tr').count()).toBe(1);
    await page.getByText('表示できる内容はありません。').waitFor();
    await steps.neverReached([PLAN, INTAKE], DISABILITY);
    await steps.nobodyElse(`/plans/${plan}`, CORE, ...STRANGERS);
    await steps.work(plan, parts);
    await steps.monitor(plan, `週二回の通所介護が始まり、三雄さんは作業所に通っている。${PLAN}`);
    await steps.evaluate(plan, LEAD);
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-evaluated');
  });

  test('it is closed to the centre; he is known by his outreach no more than before', async () => {
    expect(await steps.close(of, LEAD)).toEqual([]);
    await steps.looksRight(COORDINATOR, 'journey-aizu-a-closed');
    const staff = [COORDINATOR, WINDOW, CORE, DISABILITY, LIVELIHOOD];
    await steps.nobodyElse(`/cases/${of.id}`, ...staff, ...STRANGERS);
    await steps.nobodyElse(`/cases/${of.id}/outreach`, CORE, DISABILITY);
  });

  test('nothing of it ever reached a browser of somebody who may not see it', async () => {
    await steps.neverReached([INTAKE, MEETING, PLAN, ...EVERYBODY], ...STRANGERS);
    await steps.neverReached([INTAKE, PLAN], CORE);
  });
});
