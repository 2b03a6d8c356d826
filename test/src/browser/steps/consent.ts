import { staffById } from '@kasane/sample-municipality';
import type { Page } from 'playwright-core';
import type { Case } from './case.js';
import type { Desks } from './desks.js';
import { choose, confirm, fill, officeName, press, select, tick } from './page.js';

export interface Signature {
  readonly subject: string;
  readonly signedBy: string;
  readonly relation?: string;
  /** Who of the household it is that signs. */
  readonly guardian?: string;
  readonly document?: string;
  /** Besides the coordinators' own. */
  readonly offices: readonly string[];
  readonly language?: string;
  readonly interpreter?: string;
  readonly answer?: '同意する' | '同意しない';
}

export function consentSteps({ open }: Desks, coordinator: string) {
  return {
    /** A form as it was signed: whether the hub recorded it, and the page that says so. */
    async consent(of: Case, form: Signature): Promise<{ readonly recorded: boolean; readonly page: Page }> {
      const page = await open(coordinator, `/persons/${of.persons[form.subject]}/consent?case=${of.id}`);
      await page.getByRole('heading', { name: '5 返事を記録する' }).waitFor();
      const forget = page.getByRole('button', { name: '下書きを捨てて' });
      if (await forget.isVisible()) await forget.click();
      if (form.language) await select(page, '読んでもらった用紙の言葉', form.language);
      if (form.interpreter) {
        await fill(page, '説明した人', staffById(coordinator).name);
        await fill(page, '通訳した人', form.interpreter);
      }
      for (const name of ['多機関協働の支援プラン', '会議の記録'])
        await page.getByRole('checkbox', { name, exact: true }).check({ force: true });
      const receivers = [staffById(coordinator).office, ...form.offices].map(officeName);
      await tick(page, 'このケースに関わっている機関', receivers);
      await tick(page, '利用目的', ['支援プランの作成', 'サービス調整', '会議']);
      await select(page, '立場', form.relation ?? '本人');
      if (form.guardian) await select(page, '世帯の中の人であれば、誰か', form.guardian);
      await page.getByRole('textbox', { name: /^氏名/ }).fill(form.signedBy);
      if (form.document) await fill(page, '権限を示す書類', form.document);
      await choose(page, '返事', form.answer ?? '同意する');
      await choose(page, 'どのように伝えましたか', '書面');
      await press(page, '記録する');
      await confirm(page, '記録する');
      const refused = page.getByText('記録できませんでした');
      await page
        .getByRole('heading', { name: /控え|印刷/ })
        .or(refused)
        .first()
        .waitFor();
      return { recorded: !(await refused.isVisible()), page };
    },
  };
}
