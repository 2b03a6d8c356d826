/** A plan in the browsers of who writes it and of who carries it out: from the first draft to its evaluation. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person, staffById } from '@kasane/sample-municipality';
import { wareki } from '@kasane/vocabulary';
import type { Page } from 'playwright-core';
import { sql } from '../attacks/attacker.js';
import { change, inMinutes, papers, recorded } from '../conference-questions.js';
import { journey } from '../journeys/steps.js';
import { inDays, planDesk } from '../plan-desk.js';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';
import { officeName, pickFrom } from './steps/page.js';

const COORDINATOR = 'kato-coordinator';
const WORKER = 'kato-elder-care-worker';
const CASE = 'case-h05';
const ELDER_CARE = 'kato-korei-kaigo';
const DISABILITY = 'kato-shakai-fukushi-shougai';
const [self, mother] = [person('h05-self'), person('h05-mother')];

let served: ConsoleUnderTest;
let coordinator: Desk;
let worker: Desk;
const desk = planDesk(() => served.hub);
const steps = journey(() => served.hub, COORDINATOR);
beforeAll(async () => {
  served = await openConsole();
  await sql(served.hub, 'collaboration', `UPDATE support_case SET status = 'ASSESSING' WHERE id = $1`, [
    CASE,
  ]);
  [coordinator, worker] = await Promise.all([served.sitDown(COORDINATOR), served.sitDown(WORKER)]);
}, 180_000);
afterAll(() => served?.stop());

const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const confirm = (page: Page, name: string) =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
const looksRight = async ({ page }: Desk, name: string): Promise<void> => {
  expect(await violations(page)).toEqual([]);
  await picture(page, `plan-${name}`);
};

async function writeItem(
  page: Page,
  at: number,
  item: { content: string; office: string; who: string; dueOn: string },
): Promise<void> {
  const line = row(page, `支援内容 ${at}`);
  await line.getByRole('textbox', { name: /^支援内容/ }).fill(item.content);
  await pickFrom(page, line.getByRole('combobox', { name: /^担当機関/ }), officeName(item.office));
  await line.getByRole('textbox', { name: /^頻度/ }).fill('月2回');
  await line.getByRole('textbox', { name: /^期限/ }).fill(item.dueOn);
  await line.getByText(item.who).click();
}

let plan: string;

describe('a plan is drafted', () => {
  test('and what is refused stays as it was typed', async () => {
    const { page } = coordinator;
    await coordinator.go(`/cases/${CASE}/plan`);
    await row(page, '対象者必須')
      .or(page.getByRole('group', { name: /^対象者/ }))
      .getByText(self.name)
      .click();
    await page
      .getByRole('group', { name: /^対象者/ })
      .getByText(mother.name)
      .click();
    await field(page, '本人の意向').fill('家で静かに暮らしたい。');
    await field(page, '世帯の意向').fill('母を見守りたい。');
    await row(page, '解決したい課題 1').getByRole('textbox').fill('家の外に出られない。');
    await press(page, '解決したい課題を加える');
    await row(page, '解決したい課題 2').getByRole('textbox').fill('母の介護が重い。');
    await field(page, '長期目標').fill('二人で暮らし続ける。');
    await row(page, '短期目標 1').getByRole('textbox').fill('週に一度、話をする。');
    await writeItem(page, 1, { content: '母の訪問', office: ELDER_CARE, who: mother.name, dueOn: 'R20.1.1' });
    await row(page, '支援内容 1')
      .getByLabel(/職員番号/)
      .fill(WORKER);
    await press(page, '支援内容を加える');
    await writeItem(page, 2, { content: '声かけ', office: DISABILITY, who: self.name, dueOn: inDays(100) });
    await press(page, 'プランを記録する');
    await page.getByText('支援内容1: 期限は、プラン期間の中の日付にしてください。').waitFor();
    expect(await field(page, '本人の意向').inputValue()).toBe('家で静かに暮らしたい。');
    await looksRight(coordinator, 'refused');
  });

  test('and recorded', async () => {
    const { page } = coordinator;
    await row(page, '支援内容 1').getByRole('textbox', { name: /^期限/ }).fill(inDays(90));
    await press(page, 'プランを記録する');
    await page.waitForURL(/\/plans\/[^/]+$/);
    plan = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('row', { name: /母の訪問/ }).waitFor();
    await looksRight(coordinator, 'draft');
  });

  test('at two tabs: the second is shown what the first wrote, and loses nothing', async () => {
    const one = coordinator.page;
    const other = await one.context().newPage();
    // A purpose is chosen tab by tab.
    const looking = await one.evaluate(() => sessionStorage.getItem('kasane.looking') ?? '');
    await other.addInitScript((chosen) => sessionStorage.setItem('kasane.looking', chosen), looking);
    for (const page of [one, other]) {
      await page.goto(new URL(`/plans/${plan}/revise`, served.url).href);
      await field(page, '本人の意向').waitFor();
    }
    await field(one, '本人の意向').fill('散歩に行きたい。');
    await press(one, '書き直したプランを記録する');
    await one.getByText('散歩に行きたい。').waitFor();

    await field(other, '長期目標').fill('二人で、この家で暮らし続ける。');
    await press(other, '書き直したプランを記録する');
    await other.getByRole('region', { name: 'いまの記録' }).getByText('散歩に行きたい。').waitFor();
    const mine = await other.getByRole('region', { name: 'あなたの入力' }).innerText();
    expect(mine).toContain('この家で暮らし続ける。');
    expect(mine).not.toContain('母の訪問');
    expect(await violations(other)).toEqual([]);
    await picture(other, 'plan-conflict');
    await field(other, '本人の意向').fill('散歩に行きたい。');
    await press(other, '書き直したプランを記録する');
    await other.getByRole('heading', { name: 'プランシート' }).waitFor();
    await other.getByText('この家で暮らし続ける。').waitFor();
    await other.close();

    const { sheet, versions } = await desk.planSeen(COORDINATOR, plan);
    expect(sheet?.items.map(({ persons }) => persons?.map(({ id }) => id))).toEqual([[mother.id], [self.id]]);
    expect(versions).toHaveLength(3);
    await coordinator.go(`/plans/${plan}`);
    expect(await one.getByText('家で静かに暮らしたい。').count()).toBe(1);
    expect(
      await one
        .getByRole('row', { name: /母の訪問/ })
        .first()
        .innerText(),
    ).toContain(staffById(WORKER).name);
  });
});

describe('the plan is decided', () => {
  test('once it was proposed, and not without the consent of those of whom it speaks', async () => {
    const { page } = coordinator;
    await press(page, '会議に提出する');
    await confirm(page, '提出する');
    await page.getByRole('heading', { name: '会議の結果でプランを決定する' }).waitFor();
    await press(page, 'プランを決定する');
    await page.getByText('会議を選ぶか、会議の番号または名称を書いてください。').waitFor();
    await field(page, '紙で記録した会議').fill('令和8年度 第3回');
    await press(page, 'プランを決定する');
    await page
      .getByRole('link', { name: /同意を求める/ })
      .first()
      .waitFor();
    await looksRight(coordinator, 'gaps');
  });

  test('by the conference that found it appropriate', async () => {
    const { hub } = served;
    for (const [{ id, name }, offices_] of [
      [self, [DISABILITY]],
      [mother, [ELDER_CARE, DISABILITY]],
    ] as const)
      expect(await steps.consent({ subject: id, signedBy: name, offices: offices_ })).toEqual([]);
    const conference = await recorded(
      change(hub, COORDINATOR, 'conveneMultilayerConference', {
        about: { case: CASE, persons: [self.id, mother.id] },
        meeting: {
          heldAt: inMinutes(0.001),
          place: '市役所 会議室',
          agenda: [
            {
              household: household('H05').id,
              kind: 'APPROPRIATENESS',
              topic: 'プランの適切性',
              planId: plan,
            },
          ],
          participants: [],
        },
      }),
    );
    const { agenda } = await papers(hub, COORDINATOR, conference);
    await recorded(
      change(hub, COORDINATOR, 'recordAgendaResult', {
        conference,
        item: agenda[0]?.id,
        outcome: 'AGREED',
        words: '適切である。',
      }),
    );
    const { page } = coordinator;
    await coordinator.go(`/plans/${plan}`);
    await page.getByLabel('このプランを話し合った会議').selectOption(conference);
    await press(page, 'プランを決定する');
    await page.getByRole('heading', { name: '実施の状況' }).waitFor();
    await looksRight(coordinator, 'decided');
  });
});

describe('what an office has undertaken', () => {
  test('is begun, reported and finished; nothing is lost to who was faster', async () => {
    const { page } = worker;
    await worker.go('/plan-items');
    const item = () => page.getByRole('listitem').filter({ hasText: '母の訪問' });
    await item().getByText('実施を記録する').click();
    await looksRight(worker, 'items');
    await item().getByRole('button', { name: '記録する' }).click();
    await item().getByText('途中の経過を書く').waitFor();
    await item().getByText('途中の経過を書く').click();
    await item().getByRole('textbox').fill('初回の訪問をした。');
    await item().getByRole('button', { name: '記録する' }).click();
    await item().getByRole('definition').getByText('初回の訪問をした。').waitFor();

    const held = (await desk.ownItems(WORKER)).find(({ content }) => content === '母の訪問');
    await item().getByText('終わった').click();
    await item().getByRole('textbox').fill('訪問が定着した。');
    await desk.told(WORKER, 'reportPlanItem', {
      item: held?.id,
      progress: '同僚が訪ねた。',
      expectedVersion: held?.version,
    });
    await item().getByRole('button', { name: '記録する' }).click();
    await page.getByRole('region', { name: 'いまの記録' }).getByText('同僚が訪ねた。').waitFor();
    await page.getByText('前に書きかけた内容を戻しました').waitFor();
    await looksRight(worker, 'items-conflict');
    expect(await item().getByRole('textbox').inputValue()).toBe('訪問が定着した。');
    await item().getByRole('button', { name: '記録する' }).click();
    await item().waitFor({ state: 'detached' });
    await page.getByText('終わったものも').click();
    await item().getByText('訪問が定着した。').waitFor();
    await looksRight(worker, 'items-done');
  });

  test('shows its office no way to change the plan', async () => {
    await worker.go(`/plans/${plan}`);
    await worker.page.getByRole('heading', { name: '実施の状況' }).waitFor();
    expect(await worker.page.getByRole('link', { name: '評価する' }).count()).toBe(0);
    expect(await worker.visible()).not.toContain('声かけ');
    await looksRight(worker, 'of-an-office');
  });
});

describe('the plan is looked at', () => {
  test('on a day that has come', async () => {
    const { page } = coordinator;
    await coordinator.go(`/plans/${plan}/monitoring`);
    await field(page, '実施日').fill(inDays(3));
    await field(page, '所見').fill('訪問は定着した。声かけは続けている。');
    await field(page, '確認:母の訪問').fill('本人も楽しみにしている。');
    await press(page, 'モニタリングを記録する');
    await page.getByText('実施日は、プランの初日から今日までの日付にしてください。').waitFor();
    await looksRight(coordinator, 'monitoring');
    await field(page, '実施日').fill(wareki(inDays(0)));
    await press(page, 'モニタリングを記録する');
    await page.getByText('本人も楽しみにしている。').waitFor();
    await looksRight(coordinator, 'monitored');
  });

  test('and evaluated, goal by goal; who closes names who goes on', async () => {
    const { page } = coordinator;
    await coordinator.go(`/plans/${plan}/evaluation`);
    await page.getByRole('radiogroup').first().waitFor();
    for (const group of await page.getByRole('radiogroup', { name: /^(目標|課題):/ }).all())
      await group.locator('label').first().click();
    await field(page, '本人のことば').fill('話せてよかった。');
    await field(page, '残る課題').fill('冬の通院。');
    await page.getByRole('radiogroup', { name: /^結論/ }).getByText('終結').click();
    await press(page, '評価を記録する');
    await page.getByText('終結するときは、引継先の機関を記入してください。').waitFor();
    await looksRight(coordinator, 'evaluation');
    await pickFrom(page, page.getByRole('combobox'), officeName(DISABILITY));
    await press(page, '評価を記録する');
    await page.getByText('話せてよかった。').waitFor();
    await looksRight(coordinator, 'evaluated');
    await coordinator.leave();
    await worker.leave();
  });
});
