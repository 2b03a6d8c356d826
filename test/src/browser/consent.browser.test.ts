/** 同意: recorded in writing, by word of mouth and by keyboard alone; withdrawn; changed in two tabs at once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person } from '@kasane/sample-municipality';
import type { Page } from 'playwright-core';
import { keyboardOf, openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';

let console_: ConsoleUnderTest;
let coordinator: Desk;
let page: Page;
beforeAll(async () => {
  console_ = await openConsole();
  coordinator = await console_.sitDown('kato-coordinator');
  ({ page } = coordinator);
}, 180_000);
afterAll(() => console_?.stop());

const grandmother = person('h03-grandmother');
const child = person('h03-schoolchild');
const OFFICE = '福祉総務課（重層担当）';
const formOf = ({ id }: { readonly id: string }): string => `/persons/${id}/consent?case=case-h03`;

const escaped = (text: string): string => text.replaceAll(/[()（）]/g, String.raw`\$&`);

/** Ticks or chooses what has this label. */
const choose = (label: string, within: Page | ReturnType<Page['locator']> = page): Promise<void> =>
  within.getByText(label, { exact: true }).first().click();
const group = (name: string): ReturnType<Page['locator']> =>
  page.getByRole('group', { name: new RegExp(`^${escaped(name)}`) });
const radios = (name: string): ReturnType<Page['locator']> =>
  page.getByRole('radiogroup', { name: new RegExp(`^${escaped(name)}`) });

async function open(of: { readonly id: string }): Promise<void> {
  await coordinator.go(formOf(of));
  await page.getByRole('heading', { name: '5 返事を記録する' }).waitFor();
  const forget = page.getByRole('button', { name: '下書きを捨てて' });
  if (await forget.isVisible()) await forget.click();
}

/** 要介護認定 of elderly care to the coordinators of the own office, to make the plan. */
async function chooseCare(): Promise<void> {
  await choose('要介護認定', group('地域包括支援センター(介護)'));
  await choose(OFFICE, group('このケースに関わっている機関'));
  await choose('支援プランの作成', group('利用目的'));
}

const send = (): Promise<void> => page.getByRole('button', { name: '記録する', exact: true }).click();
const confirm = (name = '記録する'): Promise<void> =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

async function giveInWriting(): Promise<string> {
  await open(grandmother);
  await chooseCare();
  await choose('同意する', radios('返事'));
  await choose('書面', radios('どのように伝えましたか'));
  await send();
  await confirm();
  await page.waitForURL(/\/consents\/c-/);
  return new URL(page.url()).pathname;
}

describe('a consent', () => {
  test('is explained in both registers, given in writing, and the person has a receipt', async () => {
    await open(grandmother);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '同意書(やさしい日本語)' }).click();
    const paper = page.frameLocator('iframe[title="同意書(やさしい日本語)"]');
    await paper.locator('ruby').first().waitFor();
    await page.getByRole('button', { name: '同意書(日本語)' }).click();
    await page.frameLocator('iframe[title="同意書(日本語)"]').locator('h1').waitFor();
    await page.getByRole('button', { name: '同意書(日本語)' }).click();
    await picture(page, 'consent-record');

    await chooseCare();
    await choose('同意する', radios('返事'));
    await choose('書面', radios('どのように伝えましたか'));
    await send();
    await page.getByRole('alertdialog').getByText('消したり書き直したりできません').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'consent-confirm');
    await confirm();
    await page.waitForURL(/\/consents\/c-/);
    for (const register of ['日本語', 'やさしい日本語'])
      await page.frameLocator(`iframe[title="控え(${register})"]`).locator('h1').waitFor();
    await page.getByText(/あと36\d日/).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'consent-recorded');
    expect(await page.title()).not.toContain(grandmother.name);
  });

  test('by word of mouth needs two who heard it: one is refused, nothing typed is lost', async () => {
    await open(grandmother);
    await chooseCare();
    await choose('同意する', radios('返事'));
    await choose('口頭(電話)', radios('どのように伝えましたか'));
    await page.getByLabel('聴取者(1人目)').fill('秋山 拓海');
    await send();
    await confirm();
    await page.getByText('聴取者2名の氏名が必要です').waitFor();
    await picture(page, 'consent-refused');
    expect(await page.getByLabel('聴取者(1人目)').inputValue()).toBe('秋山 拓海');
    await page.getByLabel('聴取者(2人目)').fill('桐生 美穂');
    await send();
    await confirm();
    await page.waitForURL(/\/consents\/c-/);
    await page.getByRole('cell', { name: /聴取者 秋山 拓海、桐生 美穂/ }).waitFor();
  });

  test('of a child needs who has the authority', async () => {
    await open(child);
    await page.getByText('未成年です').waitFor();
    await page.getByLabel('世帯の中の人であれば、誰か').selectOption({ label: person('h03-mother').name });
    expect(await page.getByRole('textbox', { name: /^氏名/ }).inputValue()).toBe(person('h03-mother').name);
    await page.getByLabel('立場').selectOption({ label: '本人' });
    expect(await page.getByRole('textbox', { name: /^氏名/ }).inputValue()).toBe(child.name);
    await chooseCare();
    await choose('同意する', radios('返事'));
    await choose('書面', radios('どのように伝えましたか'));
    await send();
    await confirm();
    await page.getByText('親権者または未成年後見人の同意が必要です').waitFor();
  });

  test('is recorded with the keyboard alone', async () => {
    await open(grandmother);
    const { at, tabTo, press, type } = keyboardOf(page);
    await tabTo('要介護認定');
    await press('Space');
    await tabTo(OFFICE);
    await press('Space');
    await tabTo('支援プランの作成');
    await press('Space');
    await tabTo('同意する');
    await press('Space');
    await press('Tab');
    await tabTo('書面');
    await press('ArrowDown');
    await tabTo('代筆した人の氏名');
    await type('秋山 拓海');
    await tabTo('記録する');
    await press('Enter');
    await page.getByRole('alertdialog').waitFor();
    // The safe answer has the focus; the other is one step away.
    expect(await at()).toBe('やめる');
    await press('Enter');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await at()).toContain('記録する');
    await press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await press('Shift+Tab');
    expect(await at()).toBe('記録する');
    await press('Enter');
    await page.waitForURL(/\/consents\/c-/);
    await page.getByRole('cell', { name: /代筆 秋山 拓海/ }).waitFor();
  });

  test('tells, when it is withdrawn, who had seen what', async () => {
    const path = await giveInWriting();
    await console_.hub.ask(
      'kato-coordinator',
      `{ supportCase(id: "case-h03") { persons { id elderCare { certifications { levelCode } } } } }`,
      { purpose: 'PLAN_MAKING' },
    );
    await coordinator.go(path);
    await page.getByRole('button', { name: '撤回する' }).click();
    await choose('口頭(電話)', radios('どのように伝えましたか'));
    await page.locator('form').getByRole('button', { name: '撤回する' }).click();
    await page.getByRole('alertdialog').getByText('元に戻すことはできません').waitFor();
    await confirm('撤回する');
    await page.getByText('撤回を記録しました。この同意ではもう見えません。').waitFor();
    await page
      .getByRole('row', { name: /秋山 拓海.*要介護認定/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'consent-withdrawn');
  });

  test('changed in two tabs at once is shown to the second as it stands now', async () => {
    const path = await giveInWriting();
    await coordinator.go(path);
    await page.getByRole('button', { name: '更新する' }).click();
    await page.getByLabel('新しい終わりの日').fill('令和10年3月31日');
    await choose('書面', radios('どのように伝えましたか'));

    const id = path.split('/').at(-1);
    const { errors } = await console_.hub.ask(
      'kato-coordinator',
      'mutation ($id: ID!, $by: String!) { withdrawConsent(id: $id, expression: ORAL_IN_PERSON, expressedBy: $by) { __typename } }',
      { variables: { id, by: grandmother.name } },
    );
    expect(errors).toEqual([]);
    await page.locator('form').getByRole('button', { name: '更新する' }).click();
    await confirm('更新する');
    await page.getByRole('region', { name: 'いまの記録' }).getByText('撤回').first().waitFor();
    await page.getByRole('region', { name: 'あなたの入力' }).getByText('令和10年3月31日').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'consent-conflict');
    await page.locator('form').getByRole('button', { name: '更新する' }).click();
    await confirm('更新する');
    await page.getByText('いまは「撤回」のため、更新できません').waitFor();
  });

  test('that is only asked for is answered later', async () => {
    await open(grandmother);
    await chooseCare();
    await radios('返事').getByText('依頼だけ記録').click();
    await choose('書面', radios('どのように頼みましたか'));
    await send();
    await confirm();
    await page.waitForURL(/\/consents\/c-/);
    await page.frameLocator('iframe[title="記入済みの用紙(日本語)"]').locator('h1').waitFor();
    await page.getByRole('button', { name: '返事を記録する' }).click();
    await choose('同意しない', radios('返事'));
    await choose('書面', radios('どのように伝えましたか'));
    await page.locator('form').getByRole('button', { name: '返事を記録する' }).click();
    await confirm();
    await page.getByRole('cell', { name: '不同意' }).waitFor();
  });

  test('that ends soon is listed, and can be renewed', async () => {
    await coordinator.go('/consents');
    await page.getByLabel('これから').selectOption('366');
    await page
      .getByRole('row', { name: new RegExp(person('h03-mother').name) })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'consents');
    await page.getByRole('link', { name: '更新する' }).first().click();
    await page.getByRole('heading', { name: '更新する' }).waitFor();
    await picture(page, 'consent-renew');
  });
});

test('somebody who does not work on the case finds neither the form nor the record', async () => {
  const path = await giveInWriting();
  const foreign = await console_.sitDown('aizu-coordinator');
  await foreign.go(formOf(grandmother));
  await foreign.page.getByText('この人の同意は、ここからは記録できません').waitFor();
  await foreign.go(path);
  await foreign.page.getByText('見つかりません').first().waitFor();
  expect(await foreign.visible()).not.toContain(grandmother.name);
  expect(foreign.received()).not.toContain(grandmother.name);
  await foreign.leave();
  await coordinator.leave();
});
