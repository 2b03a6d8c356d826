import { todayInJapan } from '../words/words.js';

/** 令和3年度: the first year of the project's law. */
const FIRST_YEAR = 2021;

/** The fiscal year of a Japanese calendar date. */
export const fiscalYearOf = (date: string): number =>
  Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);

/** The years that have begun, the newest first. */
export function fiscalYears(today: string = todayInJapan()): readonly number[] {
  const newest = fiscalYearOf(today);
  return Array.from({ length: newest - FIRST_YEAR + 1 }, (_, back) => newest - back);
}

/** `令和8年度`: the project began in 令和. */
export const fiscalYearWord = (year: number): string => `令和${year - 2018}年度`;

/** `4月` of `2026-04`. */
export const monthWord = (month: string): string => `${Number(month.slice(5))}月`;

/** Which months are not told, because they are not over; nothing when all twelve are. */
export function monthsNotOver(months: readonly string[]): string | undefined {
  if (months.length >= 12) return undefined;
  const at = (place: number): string => `${((place + 3) % 12) + 1}月`;
  const [first, last] = [at(months.length), at(11)];
  return `${first === last ? first : `${first}から${last}まで`}は、まだ終わっていないため載せていません。`;
}
