import { staffById } from '@kasane/sample-municipality';
import type { Locator } from 'playwright-core';
import type { Case } from './case.js';
import type { Desks } from './desks.js';
import { choose, confirm, fill, lastOf, officeName, pick, press, row, said, select } from './page.js';

export interface Newcomer {
  readonly name: string;
  readonly relation?: string;
  readonly birth: string;
  readonly sex?: string;
  readonly romanName?: string;
  readonly languages?: readonly string[];
  readonly languageNeed?: string;
}

export interface Consultation {
  readonly channel: string;
  readonly visitor: string;
  readonly visitorName?: string;
  readonly self: Newcomer;
  readonly members: readonly Newcomer[];
  readonly chiefComplaint: string;
  readonly issues: readonly {
    readonly name: string;
    readonly certainty?: string;
    readonly scope?: string;
    readonly text?: string;
  }[];
  readonly urgency?: string;
  readonly interpreter?: boolean;
}

async function describeSomebody(place: Locator, of: Newcomer): Promise<void> {
  await fill(place, '氏名', of.name);
  if (of.relation) await select(place, '本人との続柄', of.relation);
  await fill(place, '生年月日', of.birth);
  if (of.sex) await choose(place, '性別', of.sex);
  if (!of.romanName && !of.languages && !of.languageNeed) return;
  await place.locator('summary').click();
  if (of.romanName) await fill(place, 'ローマ字氏名', of.romanName);
  const [first, second] = of.languages ?? [];
  if (first) await select(place, 'よく使う言語', first);
  if (second) await select(place, '次に使う言語', second);
  if (of.languageNeed) await fill(place, 'ことばや伝え方の配慮', of.languageNeed);
}

/** From the window that is told first to the coordinators, who take the case. */
export function intakeSteps({ open }: Desks, coordinator: string) {
  return {
    async receive(who: string, told: Consultation): Promise<Case> {
      const page = await open(who, '/intake');
      await choose(page, '相談経路', told.channel);
      await choose(page, '相談者と本人の関係', told.visitor);
      if (told.visitorName) await fill(page, '相談者の氏名', told.visitorName);
      await describeSomebody(page.getByRole('region', { name: '本人', exact: true }), told.self);
      await choose(page, '本人の同意', '同意なしで受け付ける');
      for (const [before, member] of told.members.entries()) {
        await press(page, '世帯員を加える');
        await describeSomebody(row(page, '世帯員', before + 1), member);
      }
      await fill(page, '主訴', told.chiefComplaint);
      for (const { name, certainty, scope, text } of told.issues) {
        await page.getByRole('checkbox', { name, exact: true }).check({ force: true });
        const issue = page.getByRole('group', { name: `課題:${name}`, exact: true });
        if (certainty) await choose(issue, '確からしさ', certainty);
        if (scope) await choose(issue, 'だれの課題か', scope);
        if (text) await fill(issue, '内容', text);
      }
      if (told.urgency) await choose(page, '緊急性', told.urgency);
      if (told.interpreter) await page.getByRole('checkbox', { name: '通訳が必要' }).check({ force: true });
      await press(page, '受け付ける');
      await page.getByRole('heading', { name: '相談を受け付けました', level: 1 }).waitFor();
      const id = lastOf(page);
      const link = page.getByRole('link', { name: '世帯を見る' });
      await link.waitFor();
      const household = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
      const persons: Record<string, string> = {};
      for (const { name } of [told.self, ...told.members]) {
        const to = await page.getByRole('link', { name: `${name}の同意を記録する` }).getAttribute('href');
        persons[name] = to?.split('/')[2] ?? '';
      }
      return { id, household, persons };
    },
    /** つなぎ to the coordinators. */
    async refer(who: string, of: Case, reason: string): Promise<string> {
      const page = await open(who, `/cases/${of.id}/refer`);
      await pick(page, page, 'つなぎ先', officeName(staffById(coordinator).office));
      await fill(page, 'つなぐ理由', reason);
      await press(page, 'つなぎを送る');
      await page.waitForURL('**/referrals/r-*');
      return lastOf(page);
    },
    async accept(of: Case, referral: string): Promise<void> {
      const page = await open(coordinator, `/referrals/${referral}`);
      const step = async (name: string, done: string): Promise<void> => {
        await press(page, name);
        await page.getByRole('button', { name, exact: true }).nth(1).click();
        await page.getByText(done).first().waitFor();
      };
      await step('受ける', '受理しました。');
      await step('初回接触を記録する', '初回接触を記録しました。');
      await open(coordinator, `/cases/${of.id}/screening`);
      await choose(page, 'スクリーニングの結果', '多機関協働で受理');
      await fill(page, '理由', '複数の機関の調整が必要なため受理する。');
      await press(page, '結果を記録する');
      await page.waitForURL(`**/cases/${of.id}`);
      await press(page, 'アセスメントを始める');
      await confirm(page, '始める');
      await said(page, 'アセスメントを始めました');
    },
  };
}
