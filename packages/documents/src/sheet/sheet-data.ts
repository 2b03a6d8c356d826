import { wareki } from '@kasane/vocabulary';
import type { Sheet } from './sheet.js';

/** A sheet as data, for another system: the same words as on paper, and nothing more. */
export const sheetData = ({ title, number, blocks, printed }: Sheet): string =>
  JSON.stringify({
    title,
    number: number ?? null,
    printed: { ...printed, at: printed.at.toISOString() },
    blocks: blocks.filter(({ kind }) => kind !== 'signature'),
  });

/** A date as it is printed, 令和8年11月22日(2026年11月22日); what is no whole date stays as it was given. */
export function printedDate(date: string | null | undefined): string | null {
  if (date === null || date === undefined) return null;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === undefined || date < '1873-01-01') return date;
  return `${wareki(date)}(${Number(year)}年${Number(month)}月${Number(day)}日)`;
}
