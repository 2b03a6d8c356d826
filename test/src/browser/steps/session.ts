import { staffById } from '@kasane/sample-municipality';
import type { Page } from 'playwright-core';
import type { Case } from './case.js';
import type { Desks } from './desks.js';
import { choose, confirm, fill, inDays, lastOf, officeName, press, row, said, select, tick } from './page.js';

/** A 場 by a statute: who convenes it, who is bound to secrecy, who is inside. */
export function sessionSteps({ open }: Desks, coordinator: string) {
  return {
    async convene(
      of: Case,
      paper: {
        /** 社会福祉法 unless another is named. */
        readonly basis?: string;
        readonly categories: readonly string[];
        readonly whyNoConsent: string;
        readonly members: readonly string[];
        readonly days?: number;
        readonly suspicions?: readonly { readonly person: string; readonly suspect: string }[];
      },
    ): Promise<string> {
      const page = await open(coordinator, `/households/${of.household}/session`);
      if (paper.basis) await choose(page, 'どの法令に基づく場ですか', paper.basis);
      await fill(page, '同意によらない理由', paper.whyNoConsent);
      await tick(page, '基本情報のほかに必要な区分', paper.categories);
      await fill(page, '終了日', inDays(paper.days ?? 2));
      for (const [before, who] of paper.members.entries()) {
        const { name, staffId, office, capacity } = staffById(who);
        await press(page, '構成員を加える');
        // The first is who convenes.
        const member = row(page, '構成員', before + 2);
        await fill(member, '氏名', name);
        await fill(member, '職員番号', staffId);
        await select(member, '機関', officeName(office));
        await member.getByLabel(/^立場/).selectOption(capacity);
      }
      for (const [before, { person, suspect }] of (paper.suspicions ?? []).entries()) {
        await press(page, '疑いを加える');
        const suspicion = row(page, '疑い', before + 1);
        await select(suspicion, '本人', person);
        await select(suspicion, '疑われる人', suspect);
      }
      await press(page, '招集する');
      await page.waitForURL(/\/sessions\//);
      await page.getByRole('heading', { name: '構成員名簿' }).waitFor();
      return lastOf(page);
    },
    async pledge(session: string, ...members: readonly string[]): Promise<void> {
      for (const who of members) {
        const page = await open(who, `/sessions/${session}`);
        await press(page, '守秘を誓う');
        await confirm(page, '守秘を誓う');
        await page.getByText('この場に入れます').waitFor();
      }
    },
    async enter(who: string, session: string): Promise<Page> {
      const page = await open(who, `/sessions/${session}`);
      await press(page, 'この場に入る');
      await page.locator('header').getByText('会議の場に入っています').waitFor();
      return page;
    },
    /** Why a session speaks of somebody who refused. */
    async justify(session: string, person: string, reason: string): Promise<void> {
      const page = await open(coordinator, `/sessions/${session}`);
      await press(page, '理由を記録する');
      await select(page, '本人', person);
      await fill(page, '同意がなくても話し合う理由', reason);
      await press(page, '理由を記録する');
      await said(page, '理由を記録しました');
      await page.getByRole('table', { name: '記録した理由' }).getByText(reason).waitFor();
    },
  };
}
