/** What each role is offered: its own menu, and the page where its work begins. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openConsole, type ConsoleUnderTest } from './console.js';

let console_: ConsoleUnderTest;
beforeAll(async () => {
  console_ = await openConsole();
}, 240_000);
afterAll(() => console_?.stop());

const CASEWORK = [
  '対応待ち',
  '世帯',
  '相談を受ける',
  'ケース',
  'つなぎ',
  '会議',
  'プランの実施',
  '同意',
  '緊急時の閲覧',
  '利害関係',
];

test.each([
  ['a coordinator', 'kato-coordinator', '/desk', [...CASEWORK, '推進会議']],
  ['a sector worker', 'kato-elder-care-worker', '/desk', CASEWORK],
  ['a manager of an office', 'aizu-houkatsu-3-manager', '/desk', [...CASEWORK, '推進会議']],
  ['a privacy officer', 'kato-privacy-officer', '/desk', ['対応待ち', '会議', '個人情報保護']],
  ['a protection officer', 'kato-protection-officer', '/protection', ['会議', '支援措置']],
  ['a member of the committee', 'aizu-committee-member', '/committee', ['会議', '推進会議']],
  ['an operator', 'aizu-operator', '/conferences', ['会議']],
  ['a guest of conferences', 'kato-kucho', '/conferences', ['会議']],
])('%s begins with their own work', async (_, who, start, menu) => {
  const desk = await console_.sitDown(who);
  const { page } = desk;
  await page.waitForURL(`**${start}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const links = page.getByRole('navigation', { name: 'メニュー' }).getByRole('link');
  expect(await links.allInnerTexts()).toEqual(menu);
  // The name of the application leads back there from wherever they are.
  await desk.go('/nowhere');
  await page.getByRole('link', { name: '重ね はじめの画面' }).click();
  await page.waitForURL(`**${start}`);
  await desk.leave();
});
