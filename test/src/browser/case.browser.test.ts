import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { act, casesOf, received, type Case, type Referral } from '../consultation.js';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';
import { officeName, pick } from './steps/page.js';

/** What people write: kanji outside the common plane, a combined one, Arabic from right to left, and a lot of it. */
const RARE = '𠮷野家の髙﨑さん、葛󠄀城さん(𩸽の店)。';
const ARABIC = 'قالت الأم إنها تريد المساعدة';
const long = (): string => {
  const start = `${RARE}\n${ARABIC}\n`;
  return start + '訪'.repeat(10_000 - [...start].length);
};
const NOTE_END = '訪'.repeat(50);

let console_: ConsoleUnderTest;
let desk: Desk;
let page: Page;
let of: Case;
const who = 'aizu-coordinator';

beforeAll(async () => {
  console_ = await openConsole();
  of = await received(console_.hub, who);
  const { case: accepted } = await act(console_.hub, who, 'screenCase', {
    case: of.id,
    version: of.version,
    input: {
      outcome: 'ACCEPTED',
      reason: '複数の機関の調整が必要なため受理する。',
      workerName: '春野 恵',
    },
  });
  expect(accepted).toMatchObject({ status: 'ACCEPTED' });
  desk = await console_.sitDown(who);
  ({ page } = desk);
}, 180_000);
afterAll(async () => {
  await desk?.leave();
  await console_?.stop();
});

const at = (path = ''): string => `/cases/${of.id}${path}`;
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const radio = (name: string) => page.getByRole('radio', { name });
const dialog = () => page.getByRole('dialog');
const said = async (words: string): Promise<void> =>
  page.getByRole('status').getByText(words).first().waitFor();
const confirmWith = async (name: string): Promise<void> =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

describe('cases', () => {
  test('are listed with their number, status and persons, and by status', async () => {
    await desk.go('/cases');
    await page.getByRole('link', { name: of.number, exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'cases');
    await page.getByLabel('状態').selectOption({ label: '多機関協働で受理' });
    await page.getByRole('link', { name: of.number, exact: true }).click();
    await page.getByRole('heading', { name: `ケース ${of.number}`, level: 1 }).waitFor();
  });

  test('are taken a step on from their own page', async () => {
    await button('アセスメントを始める').click();
    await confirmWith('始める');
    await said('アセスメントを始めました');
    await page.getByRole('link', { name: 'プランを作る' }).waitFor();
    await page.getByText('家賃が払えず、母の介護もある。').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'case');
  });

  test('of others and of nobody are told alike', async () => {
    await desk.go('/cases/no-such-case');
    await page.getByText('担当している開いたケースの中に、見つかりません').waitFor();
    const words = await page.locator('main').innerText();
    const [theirs] = await casesOf(console_.hub, 'kato-coordinator');
    await desk.go(`/cases/${theirs?.id}`);
    await page.getByText('担当している開いたケースの中に、見つかりません').waitFor();
    expect(await page.locator('main').innerText()).toBe(words);
  });
});

describe('a note', () => {
  const fill = async (on: Page, content: string): Promise<void> => {
    await on.getByRole('radio', { name: '訪問' }).check({ force: true });
    await on.getByLabel('相手').fill('本人');
    await on.getByRole('checkbox', { name: /試験/ }).first().check({ force: true });
    await on.getByLabel('内容', { exact: false }).first().fill(content);
  };

  test('of ten thousand characters is kept as it was written', async () => {
    await desk.go(at('/note'));
    await page.getByLabel(/^日付/).fill('Ｒ８．１１．１');
    await page.getByLabel(/^時刻/).fill('午後2時半');
    await fill(page, long());
    await page.getByText('あと0文字').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'case-note');
    await button('記録する').click();
    await said('支援経過を記録しました');
    const shown = page.getByRole('article').first();
    expect(await shown.innerText()).not.toContain(NOTE_END.repeat(10));
    await shown.getByRole('button', { name: '全文を見る(10,000文字)' }).click();
    await shown.getByText(NOTE_END.repeat(10)).waitFor();
    const words = await shown.innerText();
    expect([words.includes(RARE), words.includes(ARABIC), words.includes('令和8年11月1日 14:30')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('that is too long says by how much, and loses nothing', async () => {
    await desk.go(at('/note'));
    await fill(page, `${long()}長い`);
    await page.getByText('2文字多すぎます').waitFor();
    await button('記録する').click();
    await page.getByText('入力を確かめてください').waitFor();
    expect(await page.getByLabel('内容', { exact: false }).first().inputValue()).toBe(`${long()}長い`);
    await page.getByLabel('内容', { exact: false }).first().fill('');
  });

  test('that two revise at once is shown side by side, and nothing is lost', async () => {
    const other = await console_.sitDown(who);
    try {
      for (const { page: on, go } of [desk, other]) {
        await go(at());
        await on.getByRole('link', { name: '訂正する' }).first().click();
        await on.getByLabel(/^訂正の理由/).waitFor();
      }
      await other.page.getByLabel('内容', { exact: false }).first().fill('先に直した内容。');
      await other.page.getByLabel(/^訂正の理由/).fill('聞き違いがあったため直す。');
      await other.page.getByRole('button', { name: '訂正を記録する' }).click();
      await other.page.getByText('先に直した内容。').first().waitFor();

      await page.getByLabel('内容', { exact: false }).first().fill('あとから直した内容。');
      await page.getByLabel(/^訂正の理由/).fill('書き落としがあったため足す。');
      await button('訂正を記録する').click();
      await page.getByRole('region', { name: 'いまの記録' }).getByText('先に直した内容。').waitFor();
      await page.getByRole('region', { name: 'あなたの入力' }).getByText('あとから直した内容。').waitFor();
      expect(await page.getByLabel('内容', { exact: false }).first().inputValue()).toBe(
        'あとから直した内容。',
      );
      expect(await violations(page)).toEqual([]);
      await picture(page, 'case-note-conflict');
      await button('訂正を記録する').click();
      await said('支援経過を訂正しました');
      await page.getByText('第3版').first().waitFor();
      await page.getByText('前の版を見る').click();
      await page.getByRole('region', { name: '第2版' }).getByText('先に直した内容。').waitFor();
    } finally {
      await other.leave();
    }
  });

  test('whose writer’s session ended in the middle is written on after signing in again', async () => {
    await desk.go(at('/note'));
    await fill(page, '途中まで書いた内容。');
    await page.route('**/graphql', (route) =>
      route.fulfill({
        status: 200,
        contentType: 'application/json',
        body: JSON.stringify({
          errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }],
          data: null,
        }),
      }),
    );
    await button('記録する').click();
    await page.getByText('セッションが終わりました').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('試験');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'もう一度サインインする' }).click();
    const again = page.locator(`button[name="staff"][value="${who}"]`);
    await again.or(page.getByText('前に書きかけた内容を戻しました')).first().waitFor();
    if (await again.isVisible()) await again.click();
    await page.getByText('前に書きかけた内容を戻しました').waitFor();
    expect(await page.getByLabel('内容', { exact: false }).first().inputValue()).toBe('途中まで書いた内容。');
    await button('記録する').click();
    await said('支援経過を記録しました');
    await desk.go(at('/note'));
    expect(await page.getByText('前に書きかけた内容を戻しました').count()).toBe(0);
  });
});

describe('an issue', () => {
  test('is recorded of one person, and resolved', async () => {
    await desk.go(at('/issue'));
    await radio('世帯の課題').check({ force: true });
    await page.getByLabel(/^課題/).selectOption({ label: '経済的困窮' });
    await radio('確認済').check({ force: true });
    expect(await violations(page)).toEqual([]);
    await button('記録する').click();
    await said('課題を記録しました');
    const row = page.getByRole('row', { name: /経済的困窮/ });
    await row.getByRole('button', { name: '解消を記録' }).click();
    await dialog().getByRole('button', { name: '解消を記録する' }).click();
    await said('課題の解消を記録しました');
    await row.getByText('解消', { exact: true }).waitFor();
  });

  test('of several kinds at once is decided with a reason', async () => {
    await button('判断を記録する').click();
    await dialog().getByRole('radio', { name: 'ダブルケア' }).check({ force: true });
    await dialog().getByRole('radio').nth(3).check({ force: true });
    await dialog().getByRole('checkbox').first().check({ force: true });
    await dialog().getByLabel(/^理由/).fill('短い');
    await dialog().getByRole('button', { name: '判断を記録する' }).click();
    await dialog().getByText('理由を10文字以上で記入してください。').waitFor();
    await dialog().getByLabel(/^理由/).fill('母の介護と子の世話が重なっているため。');
    await dialog().getByRole('button', { name: '判断を記録する' }).click();
    await said('判断を記録しました');
    await page.getByRole('cell', { name: '母の介護と子の世話が重なっているため。' }).waitFor();
  });
});

describe('the roster', () => {
  test('takes an office, and its seat goes to another worker', async () => {
    await desk.go(at('/roster'));
    await button('機関を加える').click();
    await pick(page, page, '機関', officeName('aizu-houkatsu-2'));
    await dialog()
      .getByLabel(/^担当者の職員番号/)
      .fill('aizu-houkatsu-2-worker');
    await dialog()
      .getByLabel(/^担当者の氏名/)
      .fill('白樺 健');
    await dialog().getByRole('checkbox', { name: /試験/ }).first().check({ force: true });
    await dialog().getByRole('radio', { name: '相談支援', exact: true }).check({ force: true });
    expect(await violations(page)).toEqual([]);
    await picture(page, 'case-roster-add');
    await dialog().getByRole('button', { name: '支援体制に加える' }).click();
    await said('支援体制に加えました');
    await page.getByRole('row', { name: /白樺 健/ }).waitFor();
    await button(/^交代:.*白樺 健/).click();
    await dialog()
      .getByLabel(/^後任の職員番号/)
      .fill('aizu-houkatsu-2-new');
    await dialog()
      .getByLabel(/^後任の氏名/)
      .fill('山吹 凜');
    await dialog().getByRole('button', { name: '交代を記録する' }).click();
    await said('担当者の交代を記録しました');
    await page.getByRole('row', { name: /山吹 凜/ }).waitFor();
    await page.getByRole('listitem').getByText('担当者の交代').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'case-roster');
  });

  test('shows who was first to change a seat', async () => {
    await button(/^役割:.*山吹 凜/).click();
    const { hub } = console_;
    const { data } = await hub.ask(
      who,
      `{ supportCase(id: "${of.id}") { roster { id staffName version } } }`,
    );
    const { roster } = data?.['supportCase'] as {
      readonly roster: readonly {
        readonly id: string;
        readonly staffName: string;
        readonly version: number;
      }[];
    };
    const seat = roster.find(({ staffName }) => staffName === '山吹 凜');
    await hub.ask(
      who,
      `mutation { assignDuty(seat: "${seat?.id}", expectedVersion: ${seat?.version}, input: { duty: HOUSING, note: "住まいの手続き" }) { __typename } }`,
    );
    await dialog()
      .getByLabel(/^役割の内容/)
      .fill('週に一度の電話');
    await dialog().getByRole('button', { name: '役割を記録する' }).click();
    await dialog().getByRole('region', { name: 'いまの記録' }).getByText('住まい 住まいの手続き').waitFor();
    await dialog().getByRole('region', { name: 'あなたの入力' }).getByText('週に一度の電話').waitFor();
    await dialog().getByRole('button', { name: '役割を記録する' }).click();
    await said('役割を記録しました');
    await page.getByText('週に一度の電話').waitFor();
  });

  test('takes a partner without an account', async () => {
    await button('機関を加える').click();
    await dialog()
      .getByRole('button', { name: /一覧にない/ })
      .click();
    await dialog().getByLabel('名称').fill('会津試験小学校');
    await dialog().getByRole('button', { name: '登録して選ぶ' }).click();
    await said('「会津試験小学校」を登録して選びました');
    // An open list would keep everybody from all else on the page.
    await dialog().getByRole('combobox', { name: /^機関/ }).focus();
    expect(await page.getByRole('listbox').count()).toBe(0);
    await dialog().getByRole('radio', { name: '世帯の全員' }).check({ force: true });
    await dialog().getByRole('radio', { name: '就学のフォロー' }).check({ force: true });
    await dialog().getByRole('button', { name: '支援体制に加える' }).click();
    await said('支援体制に加えました');
    await page
      .getByRole('row', { name: /会津試験小学校/ })
      .first()
      .waitFor();
  });
});

describe('what is done outside', () => {
  test('is recorded: words told to a partner without an account', async () => {
    await desk.go(at('/told'));
    await button('提供したことを記録する').click();
    await dialog().getByRole('checkbox', { name: /試験/ }).first().check({ force: true });
    await dialog().getByLabel(/^相手/).fill('民生委員 樫村 芳江');
    await dialog().getByRole('checkbox', { name: '住所・連絡先' }).check({ force: true });
    await dialog().getByRole('radio', { name: '電話' }).check({ force: true });
    await dialog().getByLabel(/^根拠/).fill('本人の同意(令和8年11月1日)');
    await dialog().getByRole('button', { name: '記録する' }).click();
    await said('提供したことを記録しました');
    await page.getByRole('row', { name: /樫村/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'case-told');
  });

  test('is recorded: how somebody is reached, who wants to be left alone at times', async () => {
    await desk.go(at('/outreach'));
    await button('アウトリーチを始める').click();
    await dialog()
      .getByRole('radio', { name: /試験 一/ })
      .check({ force: true });
    await dialog()
      .getByLabel(/^担当する機関/)
      .selectOption({ label: officeName('aizu-chiiki-fukushi') });
    await dialog().getByRole('radio', { name: '家族' }).check({ force: true });
    await dialog()
      .getByLabel(/^自宅にとどまり/)
      .fill('令和6年');
    await dialog()
      .getByLabel(/^控えたい時間帯の始まり/)
      .fill('0時');
    await dialog()
      .getByLabel(/^控えたい時間帯の終わり/)
      .fill('２３時５９分');
    await dialog().getByRole('button', { name: 'アウトリーチを始める' }).click();
    await said('アウトリーチを始めました');
    await button('働きかけを記録する').click();
    await dialog().getByRole('radio', { name: '訪問' }).check({ force: true });
    await dialog().getByRole('radio', { name: '不在' }).check({ force: true });
    await dialog().getByRole('radio', { name: '働きかけ中' }).check({ force: true });
    await dialog().getByLabel(/^内容/).fill('呼び鈴を鳴らしたが、応答がなかった。');
    await dialog().getByRole('button', { name: '記録する' }).click();
    await dialog().getByText('本人が控えてほしいとしている時間帯です').waitFor();
    await dialog()
      .getByLabel(/^控えたい時間帯に働きかけた理由/)
      .fill('家族から急ぎの連絡があったため。');
    await dialog().getByRole('button', { name: '記録する' }).click();
    await said('働きかけを記録しました');
    await page.getByRole('row', { name: /呼び鈴/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'outreach');
  });

  test('is recorded: what somebody would like to do, and where it is tried', async () => {
    await desk.go('/participation-hosts');
    await button('受入先を登録する').click();
    await dialog().getByLabel(/^名称/).fill('試験農園');
    await dialog().getByRole('radio', { name: '農家・農園' }).check({ force: true });
    await dialog()
      .getByLabel(/^メニューの名称/)
      .fill('野菜の袋詰め');
    await dialog()
      .getByLabel(/^受入人数/)
      .fill('２');
    await dialog().getByRole('button', { name: '登録する', exact: true }).click();
    await said('受入先を登録しました');
    await page
      .getByRole('row', { name: /試験農園/ })
      .getByText('野菜の袋詰め')
      .waitFor();
    expect(await violations(page)).toEqual([]);

    await desk.go(at('/participation'));
    await button('参加支援を始める').click();
    await dialog().getByRole('radio', { name: /試験/ }).first().check({ force: true });
    await dialog().getByLabel(/^希望/).fill('外で体を動かしたい。');
    await dialog().getByRole('button', { name: '参加支援を始める' }).click();
    await said('参加支援を始めました');
    await button('支援メニューを提案する').click();
    await dialog()
      .getByRole('radio', { name: /野菜の袋詰め/ })
      .check({ force: true });
    await dialog().getByRole('button', { name: '提案を記録する' }).click();
    await said('提案を記録しました');
    await button('進める').click();
    await dialog().getByRole('radio', { name: '体験・お試し中' }).check({ force: true });
    await dialog()
      .getByLabel(/^次のフォローアップ/)
      .fill('令和19年4月1日');
    await dialog().getByRole('button', { name: '記録する' }).click();
    await said('マッチングを記録しました');
    await page
      .getByRole('row', { name: /試験農園/ })
      .getByText('体験・お試し中')
      .waitFor();
    await button('フォローアップ').click();
    await dialog().getByRole('radio', { name: '受入先' }).check({ force: true });
    await dialog().getByLabel(/^内容/).fill('よく働いてくれている。');
    await dialog()
      .getByLabel(/^次のフォローアップ/)
      .fill('令和19年5月1日');
    await dialog().getByRole('button', { name: '記録する' }).click();
    await said('フォローアップを記録しました');
    await page.getByText('よく働いてくれている。').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'participation');
  });
});

describe('how a case stops and ends', () => {
  test.each(['death', 'move-out', 'reopen'])('has a page that everybody can use: %s', async (name) => {
    await desk.go(at(`/${name}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `case-${name}`);
  });

  test('has a page that everybody can use: moves of an office', async () => {
    await desk.go('/office-moves');
    await page.getByRole('heading', { name: '委託の終了', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'office-moves');
  });

  test('is suspended and resumed, with reasons that stay', async () => {
    await desk.go(at('/suspend'));
    await page.getByLabel(/^中断の理由/).fill('入院のため、しばらく連絡を控える。');
    await button('中断する').click();
    expect(await violations(page)).toEqual([]);
    await confirmWith('中断する');
    await said('ケースを中断しました');
    await page.getByRole('link', { name: '再開する' }).click();
    await page.getByLabel(/^再開の理由/).fill('退院して、自宅に戻られたため。');
    await button('再開する').click();
    await confirmWith('再開する');
    await said('ケースを再開しました');
    await page.getByText('入院のため、しばらく連絡を控える。').waitFor();
  });

  test('is not closed while somebody still holds something, and closed afterwards', async () => {
    const { hub } = console_;
    const { referral } = await act(hub, who, 'sendReferral', {
      case: of.id,
      input: {
        persons: [of.persons[0]?.id],
        toOffice: 'aizu-houkatsu-1',
        reason: '介護の相談をお願いする。',
      },
    });
    await desk.go(at('/close'));
    await pick(page, page, '終結後の主担当', officeName('aizu-houkatsu-2'));
    await page.getByLabel(/^終結の理由/).fill('目標が達成され、地域での見守りに移るため。');
    await button('終結する').click();
    await confirmWith('終結する');
    await page.getByText('終わっていないものが1件あるため、終結できません').waitFor();
    const obstacle = page.getByRole('link', { name: 'つなぎ', exact: true }).last();
    expect(await obstacle.getAttribute('href')).toBe(`/referrals/${(referral as Referral).id}`);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'case-close-refused');

    const { id, version } = referral as Referral;
    await act(hub, who, 'withdrawReferral', { id, version });
    await button('終結する').click();
    await confirmWith('終結する');
    await page.getByRole('heading', { name: 'ケースを終結しました', level: 1 }).waitFor();
    await page.getByText(officeName('aizu-houkatsu-2')).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'case-closed');
    await desk.go(at());
    await page.getByText('担当している開いたケースの中に、見つかりません').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('試験');
  });

  test('is taken up again as a new case', async () => {
    await page.getByRole('link', { name: '終結したケースを再開する' }).click();
    await page.getByLabel(/^再開の理由/).fill('家賃の滞納が再び始まったため。');
    await button('再開する').click();
    await confirmWith('再開する');
    await page.getByRole('heading', { name: `ケース ${of.number}-R2`, level: 1 }).waitFor();
  });

  test('knows who died, and that it was a mistake', async () => {
    await page.getByRole('link', { name: '死亡を記録する' }).click();
    await page.getByRole('radio', { name: /試験 〓子/ }).check({ force: true });
    await page.getByLabel(/^死亡日/).fill('令和8年11月1日');
    await page.getByLabel(/^把握した経緯/).fill('親族からの電話');
    await button('記録する').click();
    await confirmWith('記録する');
    await said('死亡を記録しました');
    await page.getByText('令和8年11月1日(日)に死亡').waitFor();
    await button('死亡により終える').waitFor();
    await page.getByRole('radio', { name: /試験 〓子/ }).check({ force: true });
    await radio('死亡の記録は誤りだった(取り消す)').check({ force: true });
    await page.getByLabel(/^把握した経緯/).fill('別の人の連絡だった');
    await button('記録する').click();
    await confirmWith('記録する');
    await said('死亡の記録を取り消しました');
    await button('死亡により終える').waitFor({ state: 'detached' });
  });

  test('goes to another municipality, with a notice to print at once', async () => {
    await page.getByRole('link', { name: `${of.number}-R2` }).click();
    await page.getByRole('link', { name: '転出を引き継ぐ' }).click();
    await page.getByLabel(/^転出先の自治体/).fill('試験市');
    await page.getByLabel(/^引継先の部署/).fill('福祉課 相談係');
    await page.getByLabel(/^引継先の担当者と連絡先/).fill('転居 先子 ０３ー１２３４ー５６７８');
    await page.getByLabel(/^転出日/).fill('R8.11.20');
    await page.getByLabel(/^申し送り/).fill('家賃の相談を続けてほしい。');
    await button('引き継いだ情報を書く').click();
    await page.getByRole('radio', { name: /試験 〓子/ }).check({ force: true });
    await page.getByRole('checkbox', { name: '相談受付・課題' }).check({ force: true });
    await page.getByLabel(/^根拠/).selectOption({ label: '同意' });
    await page.getByLabel(/^同意した人、または根拠法令/).fill('本人');
    await button('転出引継として終える').click();
    await confirmWith('終える');
    await page.getByRole('heading', { name: 'ケース移管通知書', level: 1 }).waitFor();
    await page.getByRole('row', { name: /相談受付・課題/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'case-transfer');
    await page.emulateMedia({ media: 'print' });
    expect(await button('印刷する').isVisible()).toBe(false);
    await page.getByText('家賃の相談を続けてほしい。').waitFor();
    await page.emulateMedia({ media: null });
  });
});

test('a purpose that was not chosen is asked for, and nothing is shown before', async () => {
  const newcomer = await console_.sitDown(who, '');
  await newcomer.go('/cases');
  expect(await newcomer.page.locator('main').innerText()).toContain('利用目的');
  await newcomer.leave();
});

test('who does not lead a case is shown what they can do, and none of the steps of who does', async () => {
  const worker = await console_.sitDown('aizu-livelihood-worker');
  await worker.go('/cases');
  await worker.page.getByRole('link', { name: 'AIZU-2025-0007' }).click();
  await worker.page.getByRole('link', { name: '支援経過を書く' }).first().waitFor();
  await worker.page.waitForLoadState('networkidle');
  const words = await worker.page.locator('main').innerText();
  expect(['終結する', '中断する', '転出を引き継ぐ'].filter((each) => words.includes(each))).toEqual([]);
  expect(await violations(worker.page)).toEqual([]);
  await picture(worker.page, 'case-of-a-worker');
  await worker.leave();
});
