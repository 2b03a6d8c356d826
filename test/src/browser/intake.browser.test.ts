import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person } from '@kasane/sample-municipality';
import type { Page } from 'playwright-core';
import { received } from '../consultation.js';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';

/** 相談受付 and スクリーニング, from the first word to what becomes of it. */

const WORKER = 'kato-shougai-worker';
let console_: ConsoleUnderTest;
let worker: Desk;
beforeAll(async () => {
  console_ = await openConsole();
  worker = await console_.sitDown(WORKER, 'CONSULTATION');
}, 120_000);
afterAll(async () => {
  await worker?.leave();
  await console_?.stop();
});

/** The words of an option stand first in it, before what explains it. */
const choose = (page: Page, group: RegExp, option: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: group })
    .locator('label')
    .filter({ hasText: new RegExp(`^${option}`) })
    .click();
const subject = (page: Page) => page.getByRole('region', { name: '本人', exact: true });
const send = (page: Page): Promise<void> => page.getByRole('button', { name: '受け付ける' }).click();

/** What every consultation is asked. */
async function fillIn(page: Page, name: string, complaint = '家賃が払えず、母の介護もある。'): Promise<void> {
  await choose(page, /相談経路/, '電話');
  await choose(page, /相談者と本人の関係/, '家族・親族');
  await page.getByLabel(/^相談者の氏名/).fill('試験 母');
  await subject(page).getByLabel(/^氏名/).fill(name);
  await choose(page, /本人の同意/, '同意なしで受け付ける');
  await page.getByLabel(/^主訴/).fill(complaint);
}

describe('a consultation', () => {
  test('is asked on one page that everybody can use', async () => {
    await worker.go('/intake');
    await worker.page.getByRole('heading', { name: '相談を受ける', level: 1 }).waitFor();
    expect(await violations(worker.page)).toEqual([]);
    await picture(worker.page, 'intake');
  });

  test('that is too long, or left and come back to, loses nothing', async () => {
    const { page } = worker;
    const long = '家賃が払えず、母の介護もある。'.repeat(700);
    await worker.go('/intake');
    await fillIn(page, 'نور 試験 𠮷子', long);
    await send(page);
    await page.getByText('4,000文字までです。').waitFor();
    expect(await page.getByLabel(/^主訴/).inputValue()).toBe(long);
    await page.waitForTimeout(600);

    // Somebody else calls meanwhile: what was begun waits beside the new one.
    await worker.go('/intake');
    await page.getByText('書きかけの相談があります').waitFor();
    await page.getByRole('cell', { name: 'نور 試験 𠮷子' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: '続きを書く' }).click();
    await page.getByText('前に書きかけた内容を戻しました').waitFor();
    expect(await page.getByLabel(/^主訴/).inputValue()).toBe(long);
  });

  test('has back what was thrown away by mistake: a draft, and somebody of the household', async () => {
    const { page } = worker;
    const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
    const complaint = page.getByLabel(/^主訴/);
    const before = await complaint.inputValue();
    await press('下書きを捨てて、はじめから書く');
    await page.getByText('下書きを捨てました').waitFor();
    expect(await complaint.inputValue()).toBe('');
    // The button that was pressed is gone: whoever uses the keyboard stands on the way back.
    await page.keyboard.press('Enter');
    await page.getByText('前に書きかけた内容を戻しました').waitFor();
    expect(await complaint.inputValue()).toBe(before);

    const member = (number: number) => page.getByRole('group', { name: `世帯員 ${number}`, exact: true });
    for (const [number, name] of [
      [1, '試験 一'],
      [2, '試験 二'],
    ] as const) {
      await press('世帯員を加える');
      await member(number).getByLabel(/^氏名/).fill(name);
    }
    await press('世帯員 1 を消す');
    await page.getByText('世帯員 1 を消しました。').waitFor();
    expect(await member(1).getByLabel(/^氏名/).inputValue()).toBe('試験 二');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await member(2).waitFor();
    expect(await member(1).getByLabel(/^氏名/).inputValue()).toBe('試験 一');
    expect(await member(2).getByLabel(/^氏名/).inputValue()).toBe('試験 二');
    await press('世帯員 2 を消す');
    await press('世帯員 1 を消す');
  });

  test('of somebody new with all that people write gets its number', async () => {
    const { page } = worker;
    await page.getByLabel(/^主訴/).fill('家賃が払えない。');
    await subject(page)
      .getByLabel(/^生年月日/)
      .fill('昭和65年1月1日');
    await send(page);
    await page.getByText('昭和65年はありません').first().waitFor();
    await subject(page)
      .getByLabel(/^生年月日/)
      .fill('S64.1.7');
    await subject(page)
      .getByText(/^満3\d歳$/)
      .waitFor();
    await subject(page)
      .getByLabel(/^電話番号/)
      .fill('０９０ー１２３４ー５６７８');
    await subject(page).getByText('ことば・ローマ字氏名を書く').click();
    await subject(page)
      .getByLabel(/^ローマ字氏名/)
      .fill('Noor Shiken');
    await subject(page)
      .getByLabel(/^よく使う言語/)
      .selectOption('vi');
    await page.getByRole('button', { name: '世帯員を加える' }).click();
    const member = page.getByRole('group', { name: '世帯員 1', exact: true });
    await member.getByLabel(/^氏名/).fill('試験 一');
    await member.getByLabel(/^本人との続柄/).selectOption('CHILD');
    await member.getByLabel(/^生年月日/).fill('令和元年頃');
    await page.getByRole('group', { name: '住まい・お金' }).getByText('経済的困窮').click();
    const issue = page.getByRole('group', { name: '課題:経済的困窮' });
    await issue.getByText('世帯', { exact: true }).click();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'intake-filled');
    await send(page);

    await page.getByRole('heading', { name: '相談を受け付けました', level: 1 }).waitFor();
    await page.getByText(/ケース番号 282286-\d{4}-\d{4}/).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'intake-received');
    // What was sent is no draft any more.
    expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('intake');
    expect(page.url()).not.toContain('%');
  });

  test('of somebody who may be known is asked about, and what was typed stays', async () => {
    const { page } = worker;
    const known = person('h03-preschooler').name;
    await worker.go('/intake?draft=maybe');
    await fillIn(page, known);
    await send(page);
    await page.getByText('同じ人かもしれない人がいます').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'intake-possibly-known');
    await page.getByRole('button', { name: 'どの人でもありません' }).click();
    await page.getByText('別の人であることを確認しました').waitFor();
    expect(await subject(page).getByLabel(/^氏名/).inputValue()).toBe(known);
    await send(page);
    await page.getByText(/ケース番号 282286-/).waitFor();
  });

  test('of the very person who is known opens a case of theirs', async () => {
    const { page } = worker;
    await worker.go('/intake?draft=known');
    await fillIn(page, person('h03-preschooler').name);
    await send(page);
    await page.getByRole('button', { name: 'この人です' }).first().click();
    await page.getByRole('radiogroup', { name: /^本人\s*必須/ }).waitFor();
    await send(page);
    await page.getByText(/ケース番号 282286-/).waitFor();
  });

  test('of somebody found by name is taken without typing them again', async () => {
    const { page } = worker;
    await worker.go('/intake?draft=found');
    await fillIn(page, '');
    await choose(page, /本人は/, 'あなたが担当している人');
    await page.getByLabel('担当している人をさがす').fill(person('h03-preschooler').name);
    await page.getByLabel('担当している人をさがす').press('Enter');
    await page
      .getByRole('radiogroup', { name: /^本人\s*必須/ })
      .locator('label')
      .first()
      .click();
    await choose(page, /本人の同意/, '同意なしで受け付ける');
    await picture(page, 'intake-known');
    await send(page);
    await page.getByText(/ケース番号 282286-/).waitFor();
  });
});

describe('a screening', () => {
  test('has what was taken down in sight, and is refused in words', async () => {
    const { page } = worker;
    const { id } = await received(console_.hub, WORKER);
    await worker.go(`/cases/${id}/screening`);
    await choose(page, /スクリーニングの結果/, '情報提供のみで終了');
    await page.getByLabel(/^理由/).fill('念のため');
    await page.getByRole('button', { name: '結果を記録する' }).click();
    await page.getByText('理由を10文字以上で記入してください。').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'screening');
    await page.getByLabel(/^理由/).fill('制度の案内をして、本人が納得した。');
    await page.getByRole('button', { name: '結果を記録する' }).click();
    await page.waitForURL(`**/cases/${id}`);
  });

  test('by two at once shows the second what stands now, and keeps what they wrote', async () => {
    const { page } = worker;
    const { id, persons } = await received(console_.hub, WORKER);
    await worker.go(`/cases/${id}/screening`);
    await choose(page, /スクリーニングの結果/, '情報提供のみで終了');
    await page.getByLabel(/^理由/).fill('制度の案内をして、本人が納得した。');
    const { data } = await console_.hub.ask(
      WORKER,
      `mutation ($id: ID!, $persons: [ID!]!) { screenCase(case: $id, expectedVersion: 1, input: { outcome: HAND_OVER, reason: "介護の窓口が担当するため、つなぐ。",
        referral: { persons: $persons, toOffice: "kato-korei-kaigo", reason: "介護の相談" } }) { __typename ... on CaseNotScreened { problems } } }`,
      { variables: { id, persons: persons.map((each) => each.id) } },
    );
    expect(data).toMatchObject({ screenCase: { __typename: 'CaseScreened' } });
    await page.getByRole('button', { name: '結果を記録する' }).click();
    await page.getByText('ほかの人が先に変更しました').first().waitFor();
    expect(await page.getByLabel(/^理由/).inputValue()).toContain('納得した');
    await picture(page, 'screening-conflict');
  });
});
