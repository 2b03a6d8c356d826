import type { Page } from 'playwright-core';
import type { Case, Part } from './case.js';
import type { Desks } from './desks.js';
import { confirm, fill, inDays, lastOf, officeName, pick, press, row, said, tick } from './page.js';

export interface Sheet {
  readonly persons: readonly string[];
  readonly parts: readonly Part[];
  readonly wishes: string;
  readonly goal: string;
  readonly issues: readonly string[];
}

async function write(page: Page, sheet: Sheet): Promise<void> {
  await tick(page, '対象者', sheet.persons);
  await fill(page, '本人の意向', sheet.wishes);
  for (const [before, issue] of sheet.issues.entries()) {
    if (before > 0) await press(page, '解決したい課題を加える');
    await row(page, '解決したい課題', before + 1)
      .getByRole('textbox', { name: /^課題/ })
      .fill(issue);
  }
  await fill(page, '長期目標', sheet.goal);
  await fill(row(page, '短期目標', 1), '目標', '三か月のあいだ、支援機関と連絡を取り続ける。');
  for (const [before, { office, staff, what, persons }] of sheet.parts.entries()) {
    if (before > 0) await press(page, '支援内容を加える');
    const item = row(page, '支援内容', before + 1);
    await fill(item, '支援内容', what);
    await pick(page, item, '担当機関', officeName(office));
    if (staff) await fill(item, '担当者の職員番号', staff);
    await fill(item, '頻度', '月1回');
    await fill(item, '期限', inDays(120));
    await tick(item, 'だれのために', persons);
  }
  await fill(row(page, 'モニタリング時期', 1), '予定日', inDays(30));
}

async function propose(page: Page): Promise<void> {
  await press(page, '会議に提出する');
  await confirm(page, '提出する');
  await said(page, 'プランを会議に提出しました');
}

/** A plan until it is decided. */
export function planSteps({ open }: Desks, coordinator: string) {
  return {
    /** Drafts a plan in which each office holds its part, and proposes it. */
    async proposed(of: Case, sheet: Sheet): Promise<string> {
      const page = await open(coordinator, `/cases/${of.id}/plan`);
      await write(page, sheet);
      await press(page, 'プランを記録する');
      await page.waitForURL(/\/plans\/pl-/);
      await propose(page);
      return lastOf(page);
    },
    /** Writes a proposed plan anew for these alone, without the last thing to be done, and proposes it again. */
    async proposedWithoutLast(plan: string, persons: readonly string[], parts: number): Promise<void> {
      const page = await open(coordinator, `/plans/${plan}/revise`);
      await tick(page, '対象者', persons);
      await press(row(page, '支援内容', parts), `支援内容 ${parts} を消す`);
      await press(page, '書き直したプランを記録する');
      await page.waitForURL(`**/plans/${plan}`);
      await propose(page);
    },
    /** Decides a plan by a conference of the hub, or by one on paper; the page that says so, or what is in the way. */
    async decide(plan: string, onPaper?: string): Promise<Page> {
      const page = await open(coordinator, `/plans/${plan}`);
      await fill(page, '紙で記録した会議の番号または名称', onPaper ?? '');
      if (onPaper === undefined)
        await page.getByLabel(/^このプランを話し合った会議/).selectOption({ index: 1 });
      await press(page, 'プランを決定する');
      await page
        .getByText('記録できませんでした')
        .or(page.getByRole('status').getByText('プランを決定しました'))
        .first()
        .waitFor();
      return page;
    },
    /** Of whom consent is missing to tell the offices of a plan. */
    async gaps(page: Page): Promise<readonly string[]> {
      const all = page.getByRole('listitem').filter({ hasText: '同意を求める' });
      await all.first().waitFor();
      return (await all.allInnerTexts()).map((words) => words.split(':')[0] ?? '').sort();
    },
  };
}
