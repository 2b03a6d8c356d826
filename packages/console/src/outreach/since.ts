import { readJapaneseDate, wareki } from '@kasane/vocabulary';

/**
 * Since when, as far as a family remembers it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of `令和6年`, `2024年4月頃`, `R6.4.1`.
 * @returns undefined for what is no year, or more than one
 */
export function readSince(said: string): string | undefined {
  const read = said.trim() ? readJapaneseDate(said) : undefined;
  if (read?.kind === 'DAY') return read.date;
  if (read?.kind !== 'PARTIAL' || read.from === undefined || read.to === undefined) return undefined;
  if (read.from.slice(0, 7) === read.to.slice(0, 7)) return read.from.slice(0, 7);
  return read.from.slice(0, 4) === read.to.slice(0, 4) ? read.from.slice(0, 4) : undefined;
}

/** The same as it is read. */
export function sinceWords(since: string): string {
  const [year, month, day] = since.split('-');
  if (day !== undefined) return wareki(since);
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
