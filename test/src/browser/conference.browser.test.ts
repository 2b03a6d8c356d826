/**
 * A 支援会議 from convening to its end, in the browsers of three people: the coordinator who convenes it, the office that
 * owns a record and gives it, and a guest who has no other page than this.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person, staffById } from '@kasane/sample-municipality';
import { japanDate } from '@kasane/vocabulary';
import type { Page } from 'playwright-core';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';

const COORDINATOR = 'kato-coordinator';
const OWNER = 'kato-elder-care-worker';
const GUEST = 'kato-kucho';
const H03 = household('H03').id;
const GRANDMOTHER = person('h03-grandmother').name;

let served: ConsoleUnderTest;
let coordinator: Desk;
let owner: Desk;
let guest: Desk;
beforeAll(async () => {
  served = await openConsole();
  [coordinator, owner, guest] = await Promise.all([
    served.sitDown(COORDINATOR),
    served.sitDown(OWNER),
    served.sitDown(GUEST, ''),
  ]);
}, 180_000);
afterAll(() => served?.stop());

const inDays = (days: number): string => japanDate(new Date(Date.now() + days * 86_400_000));
/** The next whole minute, as a clock in Japan shows it. */
const soon = (): { readonly on: string; readonly time: string } => {
  const at = new Date(Math.ceil(Date.now() / 60_000) * 60_000);
  return { on: japanDate(at), time: new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(11, 16) };
};
const field = (page: Page, label: string | RegExp, nth = 0) => page.getByLabel(label).nth(nth);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const confirm = (page: Page, name: string) =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
const looksRight = async ({ page }: Desk, name: string): Promise<void> => {
  expect(await violations(page)).toEqual([]);
  await picture(page, `conference-${name}`);
};

let session: string;
let conference: string;

describe('a 支援会議 is convened', () => {
  test('not without a reason, and what was typed stays', async () => {
    const { page } = coordinator;
    await coordinator.go(`/households/${H03}/session`);
    await field(page, /同意によらない理由/).fill('同意なし');
    await page.locator('label', { hasText: /^要介護認定/ }).click();
    await field(page, /終了日/).fill(inDays(2));
    for (const [at, who] of [OWNER, GUEST].entries()) {
      const { name, staffId, office, capacity } = staffById(who);
      await press(page, '構成員を加える');
      const line = page.getByRole('group', { name: `構成員 ${at + 2}`, exact: true });
      await line.getByLabel(/氏名/).fill(name);
      await line.getByLabel(/職員番号/).fill(staffId);
      await page.locator(`select[name="members.${at + 1}.office"]`).selectOption(office);
      await page.locator(`select[name="members.${at + 1}.capacity"]`).selectOption(capacity);
    }
    await press(page, '招集する');
    await page.getByText('10文字以上').first().waitFor();
    expect(await field(page, /終了日/).inputValue()).toBe(inDays(2));
    await looksRight(coordinator, 'convene');
    await field(page, /同意によらない理由/).fill('祖母の同意がまだ得られていないため、支援会議で検討する。');
    await press(page, '招集する');
    await page.waitForURL(/\/sessions\//);
    session = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('heading', { name: '構成員名簿' }).waitFor();
  });

  test('with a place, a time and an agenda', async () => {
    const { page } = coordinator;
    await press(page, '守秘を誓う');
    await confirm(page, '守秘を誓う');
    await press(page, 'この場に入る');
    await page.locator('header').getByText('会議の場に入っています').waitFor();
    await looksRight(coordinator, 'session');
    await page.getByRole('link', { name: '支援会議の日時と議題を決める' }).click();
    const { on, time } = soon();
    await field(page, /開催日/).fill(on);
    await field(page, /開始時刻/).fill(time);
    await field(page, /場所/).fill('市役所 201会議室');
    await field(page, /^内容/).fill('入院中の養育と見守り');
    await press(page, '招く人を加える');
    await field(page, /^氏名/).fill('松葉 緑');
    await field(page, /所属/).fill('小学校');
    await page.locator('select[name="participants.0.capacity"]').selectOption('GUEST');
    await looksRight(coordinator, 'meeting');
    await press(page, '支援会議を開く');
    await page.waitForURL(/\/conferences\/conf/);
    conference = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByText('入院中の養育と見守り').waitFor();
  });
});

describe('the guest', () => {
  test('is asked for a purpose in place, and then to pledge', async () => {
    const { page } = guest;
    await guest.go('/conferences');
    await press(page, '「会議」のために見る');
    await page.getByRole('heading', { name: 'これからの会議' }).waitFor();
    await looksRight(guest, 'guest');
    await page.getByRole('link', { name: /守秘を誓う:支援会議/ }).click();
    await press(page, '守秘を誓う');
    await confirm(page, '守秘を誓う');
    await press(page, 'この場に入る');
    await page.getByRole('heading', { name: 'この場で見られる記録' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await guest.visible()).not.toContain(GRANDMOTHER);
    expect(await guest.visible()).not.toContain('要介護状態区分');
  });

  test('sees what its owner gives, of somebody whose name is not told', async () => {
    const { page } = owner;
    await owner.go(`/sessions/${session}`);
    await press(page, '守秘を誓う');
    await confirm(page, '守秘を誓う');
    await page.getByRole('heading', { name: '自機関の記録を、この場に出す' }).waitFor();
    await page.locator('summary', { hasText: GRANDMOTHER }).click();
    const record = page
      .getByRole('listitem')
      .filter({ hasText: /^認定・/ })
      .first();
    await looksRight(owner, 'release');
    await record.getByRole('button', { name: 'この場に出す' }).click();
    await confirm(page, '出す');
    await page.getByText('出しました', { exact: true }).waitFor();
    await guest.go(`/sessions/${session}`);
    await guest.page.getByText('要介護状態区分').first().waitFor();
    expect(await guest.visible()).not.toContain(GRANDMOTHER);
    await looksRight(guest, 'guest-session');
  });
});

describe('the coordinator', () => {
  test('records who came and what came of the agenda', async () => {
    const { page } = coordinator;
    await coordinator.go(`/conferences/${conference}`);
    await press(page, '議題 1 の検討結果を記録する');
    await page.getByText('適切・了承').click();
    await field(page, /検討結果の内容/).fill('短期入所を調整する。');
    await press(page, '検討結果を記録する');
    await page.getByText('短期入所を調整する。').waitFor();
    await press(page, '出席を記録する');
    await page.getByText('松葉 緑').last().click();
    await page.getByRole('button', { name: '出席を記録する' }).last().click();
    await page.getByText(/「松葉 緑」の守秘義務が確認されていません/).waitFor();
    await page.getByText('印を付けた人から').click();
    await page.getByRole('button', { name: '出席を記録する' }).last().click();
    await page.getByText('出席を記録しました').waitFor();
    await press(page, '会議資料を加える');
    await field(page, /表題/).fill('祖母の状況');
    await page.locator('select[name="source"]').selectOption(staffById(OWNER).office);
    await page.getByText('要介護認定', { exact: true }).first().click();
    await page.getByText('要介護状態区分(要介護認定)').first().click();
    await field(page, /主宰機関の記述/).fill('口頭で補足した。');
    await page.getByRole('button', { name: '会議資料を加える' }).last().click();
    await page.getByRole('heading', { name: '祖母の状況' }).waitFor();
    await looksRight(coordinator, 'papers');
  });

  test('writes minutes at two tabs: the second is shown what the first saved, and loses nothing', async () => {
    const one = coordinator.page;
    const other = await one.context().newPage();
    for (const page of [one, other]) {
      await page.goto(new URL(`/conferences/${conference}/minutes`, served.url).href);
      // A new tab has no purpose yet.
      if (page === other) await press(page, '「会議」のために見る');
      await field(page, /話し合ったこと/).waitFor();
    }
    await field(one, /話し合ったこと/).fill('はじめのタブの会議録');
    await press(one, '会議録を保存する');
    await one.getByText('はじめのタブの会議録').waitFor();

    await field(other, /話し合ったこと/).fill('あとのタブの会議録');
    await press(other, '役割を加える');
    await other.locator('select[name="roles.0.office"]').selectOption(staffById(OWNER).office);
    await field(other, /支援内容/).fill('祖母の様子を見る');
    await field(other, /期限/).fill('令和9年1月31日');
    await press(other, '会議録を保存する');
    await other.getByRole('region', { name: 'いまの記録' }).waitFor();
    expect(await other.getByRole('region', { name: 'いまの記録' }).innerText()).toContain('はじめのタブ');
    expect(await other.getByRole('region', { name: 'あなたの入力' }).innerText()).toContain('あとのタブ');
    expect(await violations(other)).toEqual([]);
    await picture(other, 'conference-minutes-conflict');
    await press(other, '会議録を保存する');
    await other.getByText('第2版').first().waitFor();
    await press(other, '第2版を承認する');
    await confirm(other, '承認する');
    await other.getByRole('row', { name: /祖母の様子を見る/ }).waitFor();
    await picture(other, 'conference-approved');
    await other.close();
  });

  test('ends the session: what it opened leaves the screen of the guest within seconds', async () => {
    const { page } = coordinator;
    await coordinator.go(`/sessions/${session}`);
    await press(page, 'この場を終える');
    await confirm(page, '終える');
    await page.getByText('この場は終わりました').first().waitFor();
    await guest.page.getByText('この場は終わりました').waitFor({ timeout: 8_000 });
    expect(await guest.visible()).not.toContain('要介護状態区分');
    await guest.go(`/sessions/${session}`);
    await guest.page.getByText('この場は終わりました').waitFor();
    expect(await guest.visible()).not.toContain('要介護状態区分');
  });
});

describe('a 重層的支援会議', () => {
  test('is not held about who did not consent: they are named, with the way to ask them', async () => {
    const desk = await served.sitDown('aizu-coordinator');
    const { page } = desk;
    await desk.go('/cases/case-h01/conference');
    const { on, time } = soon();
    await field(page, /開催日/).fill(on);
    await field(page, /開始時刻/).fill(time);
    await field(page, /場所/).fill('市役所 会議室');
    await page.locator('select[name="agenda.0.kind"]').selectOption('DIRECTION');
    await field(page, /^内容/).fill('支援の方向性');
    await press(page, '重層的支援会議を開く');
    const missing = [person('h01-self'), person('h01-child')];
    for (const { id } of missing)
      await page.locator(`a[href="/persons/${id}/consent?case=case-h01"]`).waitFor();
    expect(await page.getByRole('link', { name: '同意を求める' }).count()).toBe(missing.length);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'conference-multilayer');
    for (const { name } of missing)
      await page
        .getByRole('group', { name: /同意した人/ })
        .getByText(name, { exact: true })
        .click();
    await press(page, '重層的支援会議を開く');
    await page.waitForURL(/\/conferences\/conf/);
    await page.getByText('支援の方向性').first().waitFor();
    await desk.leave();
  });
});
