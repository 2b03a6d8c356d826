/** The pages of those who watch over the hub: the privacy officer, the committee, the protection officer. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { Purpose } from '@kasane/vocabulary';
import { readFile } from 'node:fs/promises';
import { openConsole, picture, violations, type ConsoleUnderTest, type Desk } from './console.js';

const MOTHER = person('h03-mother');
const REASON = '訪問したところ応答がなく、生命の危険が疑われるため';

let console_: ConsoleUnderTest;
let officer: Desk;
let coordinator: Desk;
beforeAll(async () => {
  console_ = await openConsole();
  const { hub } = console_;
  // What there is to look at: somebody looked by consent, somebody broke the glass and stopped.
  await hub.ask(
    'kato-coordinator',
    `query Q($id: ID!) { household(id: $id) { members { person { identity { name }
       childFamily { schooling { name } protectionEntries { kind } } elderCare { certification { level } } } } } }`,
    { variables: { id: household('H03').id } },
  );
  const emergency = { purpose: Purpose.EMERGENCY, emergencyReason: REASON };
  const declared = await hub.ask(
    'kato-coordinator',
    `mutation ($id: ID!, $reason: String!) { declareEmergency(household: $id, reason: $reason) {
       ... on EmergencyDeclared { emergency { id } } ... on EmergencyNotDeclared { problems } } }`,
    { ...emergency, variables: { id: household('H03').id, reason: REASON } },
  );
  const { emergency: open } = declared.data?.['declareEmergency'] as {
    readonly emergency: { readonly id: string };
  };
  await hub.ask('kato-coordinator', 'mutation ($id: ID!) { endEmergency(id: $id) { __typename } }', {
    ...emergency,
    variables: { id: open.id },
  });
  [officer, coordinator] = await Promise.all([
    console_.sitDown('kato-privacy-officer'),
    console_.sitDown('kato-coordinator'),
  ]);
}, 240_000);
afterAll(() => console_?.stop());

const heading = (desk: Desk, name: string) => desk.page.getByRole('heading', { name, level: 1 }).waitFor();
/** What the hub answered to this browser, answer by answer. */
const answers = (desk: Desk): readonly Record<string, unknown>[] =>
  desk
    .received()
    .split('\n')
    .filter((line) => line.startsWith('{"data"'))
    .map((line) => (JSON.parse(line) as { readonly data: Record<string, unknown> }).data);

describe('the privacy officer', () => {
  test('reviews an emergency: what is left blank is asked for, and what is recorded is gone from the list', async () => {
    const { page } = officer;
    await officer.go('/privacy');
    await heading(officer, '個人情報保護');
    await page.getByText(REASON).waitFor();
    await page.getByText('緊急時の閲覧を宣言し、または宣言により閲覧しました。').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '点検を記録する' }).click();
    await picture(page, 'privacy');
    await page.getByRole('button', { name: '点検の結果を記録する' }).click();
    await page.getByText('選んでください。').waitFor();
    await page.getByText('正当', { exact: true }).click();
    await page.getByLabel('所見').fill('短い');
    await page.getByRole('button', { name: '点検の結果を記録する' }).click();
    await page.getByText('記録できませんでした').waitFor();
    await page.getByLabel('所見').fill('訪問記録と通報の記録を確かめ、必要な閲覧だったと判断した。');
    await page.getByRole('button', { name: '点検の結果を記録する' }).click();
    await page.getByText('点検を待つものはありません。').waitFor();
  });

  test('reads who looked at a person, narrows it, and saves it', async () => {
    const { page } = officer;
    await officer.go('/privacy/persons');
    await page.getByLabel('本人の番号').fill(MOTHER.id);
    await page.getByRole('button', { name: '記録を読む' }).click();
    await page.getByRole('table', { name: 'この人についての記録' }).waitFor();
    await page.locator('header').getByText('開示請求への対応').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'privacy-ledger');
    await page.getByLabel('種別').selectOption({ label: '緊急の宣言' });
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV を保存する' }).click(),
    ]);
    const csv = await readFile(await saved.path(), 'utf8');
    expect(csv).toContain('緊急の宣言');
    expect(csv).not.toContain('開示の可否の判断');
    expect(await officer.visible()).not.toContain(MOTHER.name);
  });

  test('finds that all that was shown was granted, in every sector', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '許可との照合' }).click();
    const results = page.getByRole('table', { name: '機関ごとの照合の結果' });
    await results.waitFor();
    expect(await results.getByText('すべて許可のとおり').count()).toBe(4);
    expect(await results.getByText(/^[1-9]\d*件$/).count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'privacy-reconciliation');
  });

  test('prints what the person may be told, and no trace of the rest', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '開示報告書' }).click();
    await page.getByLabel('本人の氏名').fill(MOTHER.name);
    await page.getByRole('button', { name: '報告書を作る' }).click();
    const paper = page.frameLocator('iframe[title="開示報告書"]');
    await paper.getByRole('heading', { level: 1 }).waitFor();
    const text = await paper.locator('body').innerText();
    expect(text).toContain(MOTHER.name);
    expect(text).toContain('加東市');
    expect(text).toContain('本人の同意');
    // The emergency of today is told later, and what is withheld never.
    expect(text).not.toMatch(/緊急時の閲覧を始めた|虐待|WITHHELD|DELAYED|時期を見て/);
    await picture(page, 'privacy-report');
    // Only the draft of a form may hold a name, and it was sent.
    expect(await page.evaluate(() => location.href + document.title)).not.toContain(MOTHER.name);
  });

  test('looks for the purpose of the page only while on it', async () => {
    const { page } = officer;
    await page.reload();
    await page.getByRole('link', { name: '個人情報保護' }).first().click();
    await heading(officer, '個人情報保護');
    await page.locator('header').getByText('サービス調整').waitFor();
  });

  test('searches the rule book', async () => {
    const { page } = officer;
    await officer.go('/privacy/rules');
    await heading(officer, '開示の規則集');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'privacy-rules');
    await page.getByLabel('規則集の中をさがす').fill('社会福祉法　第106条の6');
    await page.getByText(/か所が見つかりました/).waitFor();
    await page.getByRole('table', { name: '根拠の登録簿' }).waitFor();
  });
});

describe('a conflict of interest', () => {
  test('is declared by who keeps away', async () => {
    const { page } = coordinator;
    await coordinator.go(`/conflicts?person=${person('b02-self').id}`);
    await page.getByText('知人', { exact: true }).click();
    await page.getByRole('button', { name: '届け出る' }).click();
    await page.getByRole('table', { name: '自分が離れる人' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'conflicts');
  });
});

describe('the committee', () => {
  test('reads indicators: what is not told is a dash, and nowhere a number', async () => {
    const member = await console_.sitDown('aizu-committee-member');
    await member.go('/committee?year=2025');
    await heading(member, '推進会議の指標');
    await member.page.getByText('0件という意味ではありません').waitFor();
    await member.page.locator('header').getByText('統計').waitFor();
    expect(await violations(member.page)).toEqual([]);
    expect(await member.page.getByText('秘匿', { exact: true }).count()).toBeGreaterThan(0);
    expect(await member.page.getByRole('button', { name: '研修を記録する' }).count()).toBe(0);
    await picture(member.page, 'committee');
    const [report] = answers(member).flatMap(
      ({ indicators }) => (indicators as Indicators | undefined) ?? [],
    );
    const numbers = (report?.counts ?? []).flatMap(({ rows, months, total }) => [
      ...rows.flatMap((row) => [...row.months, row.total]),
      ...months,
      total,
    ]);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter((value) => value !== null && value > 0 && value < 5)).toEqual([]);
    await member.leave();
  });

  test('has what it plans written down; who is overtaken sees both and loses nothing', async () => {
    const { page } = coordinator;
    await coordinator.go('/committee');
    await page.getByRole('button', { name: '計画を書く' }).click();
    await page.getByLabel('計画の内容').fill('支援会議を毎月ひらく。');
    const year = await page.getByLabel('年度').inputValue();
    await console_.hub.ask(
      'kato-coordinator',
      `mutation ($input: PromotionNoteInput!) { writePromotionNote(input: $input) { __typename } }`,
      {
        purpose: Purpose.STATISTICS,
        variables: {
          input: {
            municipality: '282286',
            fiscalYear: Number(year),
            stage: 'PLAN',
            expectedVersion: 0,
            words: '研修を年2回ひらく。',
          },
        },
      },
    );
    await page.getByRole('button', { name: '記入する' }).click();
    await page.getByText('ほかの人が先に変更しました').waitFor();
    await page.getByRole('region', { name: 'いまの記録' }).getByText('研修を年2回ひらく。').waitFor();
    await picture(page, 'committee-conflict');
    await page.getByLabel('計画の内容').fill('研修を年2回ひらき、支援会議を毎月ひらく。');
    await page.getByRole('button', { name: '記入する' }).click();
    await page.getByText('第2版').waitFor();
  });
});

describe('the protection officer', () => {
  test('registers a measure, and alone sees it', async () => {
    const own = await console_.sitDown('kato-protection-officer');
    await own.go('/protection');
    await own.page.getByRole('table', { name: '自機関が取り扱う支援措置' }).waitFor();
    expect(await violations(own.page)).toEqual([]);
    await own.page.getByRole('button', { name: '新しい支援措置を登録する' }).click();
    await own.page.getByLabel('本人の番号').fill(person('h03-schoolchild').id);
    expect(await violations(own.page)).toEqual([]);
    await picture(own.page, 'protection');
    await own.page.getByRole('button', { name: '登録する', exact: true }).click();
    await own.page.getByText('支援措置を登録しました').waitFor();
    await own.page
      .getByRole('row')
      .filter({ hasText: person('h03-schoolchild').id })
      .getByRole('button', { name: '終了する' })
      .click();
    await own.page.getByRole('alertdialog').getByRole('button', { name: '終了する' }).click();
    await own.page.getByText('支援措置を終了しました').waitFor();
    await own.leave();
  });
});

test.each([
  ['/privacy', '個人情報保護'],
  ['/privacy/persons', '本人ごとの開示記録'],
  ['/privacy/rules', '開示の規則集'],
  ['/protection', '支援措置'],
])('a coordinator who opens %s is told whose page it is, and nothing is asked', async (path, name) => {
  await coordinator.go(path);
  await heading(coordinator, name);
  await coordinator.page.getByText('この画面は、いまの役割では使いません').waitFor();
  expect(await violations(coordinator.page)).toEqual([]);
  const asked = answers(coordinator).flatMap((answer) => Object.keys(answer));
  expect(asked).not.toContain('protectiveMeasures');
  expect(asked).not.toContain('unusualAccess');
  expect(asked).not.toContain('disclosureLog');
});

interface Indicators {
  readonly counts: readonly {
    readonly months: readonly (number | null)[];
    readonly total: number | null;
    readonly rows: readonly { readonly months: readonly (number | null)[]; readonly total: number | null }[];
  }[];
}
