import { staffById } from '@kasane/sample-municipality';
import type { Desks } from './desks.js';
import { choose, confirm, fill, officeName, pick, press, said, select, tick } from './page.js';

/** A case as its addresses tell it. */
export interface Case {
  readonly id: string;
  readonly household: string;
  /** By name. */
  readonly persons: Readonly<Record<string, string>>;
}

/** A line of a role table or of a plan: which office does what, for whom. */
export interface Part {
  readonly office: string;
  readonly what: string;
  /** Names. */
  readonly persons: readonly string[];
  /** Who does it; an office without an account is written for by the coordinator. */
  readonly staff?: string;
}

/** Who works on a case, who goes on visiting, and how it ends. */
export function caseSteps({ open }: Desks, coordinator: string) {
  return {
    /** Puts an office on the roster: with its worker, or as one without an account. */
    async seat(of: Case, part: Part, duty = '相談支援'): Promise<void> {
      const page = await open(coordinator, `/cases/${of.id}/roster`);
      await press(page, '機関を加える');
      const dialog = page.getByRole('dialog');
      await pick(page, dialog, '機関', officeName(part.office));
      if (part.staff) {
        await fill(dialog, '担当者の職員番号', part.staff);
        await fill(dialog, '担当者の氏名', staffById(part.staff).name);
      }
      await tick(dialog, 'この機関が関わる人', part.persons);
      await dialog.getByRole('radio', { name: duty, exact: true }).check({ force: true });
      await fill(dialog, '役割の内容', part.what);
      await press(dialog, '支援体制に加える');
      await said(page, '支援体制に加えました');
    },
    /** Begins an アウトリーチ for somebody of whom a conference spoke. */
    async reachOut(who: string, of: Case, { office, person }: { office: string; person: string }) {
      const page = await open(who, `/cases/${of.id}/outreach`);
      await press(page, 'アウトリーチを始める');
      const dialog = page.getByRole('dialog');
      await choose(dialog, '対象者', person);
      await select(dialog, '担当する機関', officeName(office));
      await choose(dialog, '把握の経路', '会議');
      await press(dialog, 'アウトリーチを始める');
      await said(page, 'アウトリーチを始めました');
    },
    /** Closes a case to a named office; offices that still hold something of it, if that is in the way. */
    async close(of: Case, lead: string): Promise<readonly string[]> {
      const page = await open(coordinator, `/cases/${of.id}/close`);
      await pick(page, page, '終結後の主担当', officeName(lead));
      await fill(page, '終結の理由', '目標が達成され、地域での見守りに移るため。');
      await press(page, '終結する');
      await confirm(page, '終結する');
      const held = page.getByRole('table', { name: '終わっていないもの' });
      await page.getByRole('heading', { name: 'ケースを終結しました', level: 1 }).or(held).first().waitFor();
      return held.locator('tbody tr td:nth-child(2)').allInnerTexts();
    },
  };
}
