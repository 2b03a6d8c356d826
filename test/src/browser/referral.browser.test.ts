import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, received, type Case } from '../consultation.js';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';
import { pick } from './steps/page.js';

/** つなぎ between two windows, each at a browser of their own. */

const SENDER = 'kato-shougai-worker';
const RECEIVER = 'kato-elder-care-worker';
let console_: ConsoleUnderTest;
let sender: Desk;
let receiver: Desk;
let of: Case;
beforeAll(async () => {
  console_ = await openConsole();
  of = await received(console_.hub, SENDER);
  sender = await console_.sitDown(SENDER);
  receiver = await console_.sitDown(RECEIVER);
}, 120_000);
afterAll(async () => {
  await sender?.leave();
  await receiver?.leave();
  await console_?.stop();
});

const button = ({ page }: Desk, name: string) => page.getByRole('button', { name, exact: true });
const idOf = ({ page }: Desk): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

async function refer(desk: Desk, caseId: string, office: string): Promise<string> {
  const { page } = desk;
  await desk.go(`/cases/${caseId}/refer`);
  await pick(page, page, 'つなぎ先', office);
  await page.getByLabel(/^つなぐ理由/).fill('介護保険の申請を手伝ってほしい。');
  await button(desk, 'つなぎを送る').click();
  await page.waitForURL('**/referrals/r-*');
  return idOf(desk);
}

describe('a referral', () => {
  let id: string;

  test('is written with an office found by a part of its name', async () => {
    const { page } = sender;
    await sender.go(`/cases/${of.id}/refer`);
    await page.getByRole('combobox', { name: /つなぎ先/ }).fill('高齢');
    await page.getByRole('option').first().waitFor();
    await picture(page, 'refer-offices');
    await page.getByRole('combobox', { name: /つなぎ先/ }).fill('高齢');
    await page.keyboard.press('Escape');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'refer');
    id = await refer(sender, of.id, '高齢介護');
    await page.getByText('回答待ち').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'referral-sent');
  });

  test('lies on the desk of the other office, and leads to where it is answered', async () => {
    const { page } = receiver;
    await receiver.go('/desk');
    const group = page.getByRole('region', { name: /つなぎへの回答/ });
    await group.getByRole('link', { name: 'つなぎに回答する' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'desk-receiver');
    await group.locator(`a[href="/referrals/${id}"]`).click();
    await page.getByRole('heading', { name: '次にすること' }).waitFor();
    await receiver.go('/referrals');
    await page.locator(`a[href="/referrals/${id}"]`).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'referrals');
  });

  test('is sent back with a reason, and goes on to another office', async () => {
    await receiver.go(`/referrals/${id}`);
    await button(receiver, '差し戻す').first().click();
    await receiver.page.getByText('担当地域の外').click();
    await receiver.page.getByLabel(/^内容/).fill('となりの地域の担当です。');
    await picture(receiver.page, 'referral-send-back');
    await button(receiver, '差し戻す').last().click();
    await receiver.page.getByText('差し戻しました。').waitFor();

    await sender.go('/desk');
    await sender.page.locator(`a[href="/referrals/${id}"]`).click();
    await sender.page.getByText('となりの地域の担当です。').waitFor();
    await sender.page.getByRole('link', { name: '別の機関へつなぎ直す' }).click();
    await sender.page.getByText(/差し戻されたつなぎを、別の機関へつなぎ直します/).waitFor();
    expect(await sender.page.getByLabel(/^つなぐ理由/).inputValue()).toBe('介護保険の申請を手伝ってほしい。');
    await pick(sender.page, sender.page, 'つなぎ先', '高齢介護');
    await button(sender, 'つなぎを送る').click();
    await sender.page.waitForURL(
      (url) => url.pathname.startsWith('/referrals/') && !url.pathname.endsWith(id),
    );
    id = idOf(sender);
  });

  test('is accepted, met and completed', async () => {
    const { page } = receiver;
    await receiver.go(`/referrals/${id}`);
    await button(receiver, '受ける').first().click();
    await button(receiver, '受ける').last().click();
    await page.getByText('受理しました。').waitFor();
    await button(receiver, '初回接触を記録する').first().click();
    await page.getByLabel(/^内容/).fill('自宅を訪問し、申請を手伝った。');
    await button(receiver, '初回接触を記録する').last().click();
    await page.getByText('初回接触を記録しました。').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'referral-met');
    await sender.go(`/referrals/${id}`);
    await sender.page.getByText('自宅を訪問し、申請を手伝った。').waitFor();
  });

  test('that a colleague answered first says so, and keeps what was typed', async () => {
    const other = await received(console_.hub, SENDER);
    const { page } = receiver;
    const second = await refer(sender, other.id, '高齢介護');
    await receiver.go(`/referrals/${second}`);
    await button(receiver, '差し戻す').first().click();
    await page.getByText('受け入れる余裕がない').click();
    await page.getByLabel(/^内容/).fill('今月は受けられません。');
    const { referral } = await act(console_.hub, RECEIVER, 'acceptReferral', { id: second, version: 1 });
    expect(referral).toMatchObject({ state: 'ACCEPTED' });
    await button(receiver, '差し戻す').last().click();
    await page.getByText('ほかの人が先に変更しました').waitFor();
    expect(await page.getByLabel(/^内容/).inputValue()).toBe('今月は受けられません。');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'referral-conflict');
    await button(receiver, '差し戻す').last().click();
    await page.getByText('差し戻しました。').waitFor();
  });

  test('is printed with what one may see, as paper and as data', async () => {
    const { page } = sender;
    await sender.go(`/referrals/${id}`);
    await page.getByRole('link', { name: 'つなぎシートを印刷する' }).click();
    await page.frameLocator('iframe').getByText('介護保険の申請を手伝ってほしい。').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'paper-referral');
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: /PDF/ }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.pdf$/);
  });

  test('of others is not there, as one that never was', async () => {
    const stranger = await console_.sitDown('kato-hitorioya-worker');
    const seen = async (of: string): Promise<string> => {
      await stranger.go(`/referrals/${of}`);
      await stranger.page
        .getByText(/見つかりません/)
        .first()
        .waitFor();
      return (await stranger.page.locator('main').innerText()).replace(/問い合わせ番号.*/g, '');
    };
    expect(await seen(id)).toBe(await seen('r-nobody'));
    await stranger.leave();
  });
});
