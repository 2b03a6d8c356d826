/** 緊急時の閲覧: declared with a reason by who does not work there, in sight on every page, and ended. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';

let console_: ConsoleUnderTest;
let worker: Desk;
beforeAll(async () => {
  console_ = await openConsole();
  worker = await console_.sitDown('kato-hitorioya-worker');
}, 180_000);
afterAll(() => console_?.stop());

const H03 = household('H03').id;
const mother = person('h03-mother').name;
const clock = (): ReturnType<Desk['page']['locator']> =>
  worker.page.getByRole('region', { name: '緊急時の閲覧' });

test('an emergency is declared, its clock is on every page, and it is ended', async () => {
  const { page } = worker;
  await worker.go(`/emergency?household=${H03}`);
  await page.getByText('3時間だけ').waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, 'emergency');

  // Too short a reason is refused in the hub's words.
  const reason = page.getByLabel('緊急の理由');
  const declare = async (): Promise<void> => {
    await page.getByRole('button', { name: '緊急時の閲覧を宣言する' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '宣言する' }).click();
  };
  await reason.fill('念のため');
  await declare();
  await page.getByText('理由を10文字以上で記入してください。').waitFor();
  expect(await worker.visible()).not.toContain(mother);
  await page.getByText('サービス調整').waitFor();

  await reason.fill('自宅で倒れていると近隣から通報があり、\n家族と連絡が取れない。');
  await declare();
  await clock().getByText('緊急時の閲覧中').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/households/${H03}`);
  await page.locator('header').getByText('緊急対応').waitFor();

  // On another page, and after a reload.
  await worker.go('/consents');
  await clock()
    .getByText(/残り (3時間00分|2時間59分)/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, 'emergency-clock');
  expect(await clock().getByRole('link', { name: '世帯を見る' }).getAttribute('href')).toBe(
    `/households/${H03}`,
  );

  await worker.go('/emergency');
  await page.getByRole('row', { name: new RegExp(mother) }).waitFor();
  expect(await violations(page)).toEqual([]);

  await clock().getByRole('button', { name: '終了する' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '終了する' }).click();
  await page.getByText('緊急時の閲覧を終了しました').waitFor();
  await clock().waitFor({ state: 'detached' });
  await page.locator('header').getByText('サービス調整').waitFor();
  expect(await worker.visible()).not.toContain(mother);
});

test('what does not exist and what it would not open are told alike', async () => {
  const { page } = worker;
  await worker.go('/emergency');
  await page.getByText('世帯の番号').click();
  await page.getByLabel('番号', { exact: false }).last().fill('h-zzzzzzzz');
  await page.getByLabel('緊急の理由').fill('自宅で倒れていると近隣から通報があった。');
  await page.getByRole('button', { name: '緊急時の閲覧を宣言する' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '宣言する' }).click();
  await page.getByText('見つかりません。').waitFor();
  await page.locator('header').getByText('サービス調整').waitFor();
  await worker.leave();
});
