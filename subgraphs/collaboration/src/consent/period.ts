import { japanDate } from '@kasane/vocabulary';
import { isDate } from '../input.js';

/** A consent lasts one year unless it says otherwise; never longer than three. Our own choice: no law names a length. */
const DEFAULT_YEARS = 1;
export const MAX_YEARS = 3;

/** The last day of a consent that names none; of a child's, the day before it comes of age when that is earlier. */
export function defaultLastDay(first: string, ofAgeOn: string | undefined): string {
  const year = addYears(first, DEFAULT_YEARS);
  return ofAgeOn !== undefined && ofAgeOn <= year ? addDays(ofAgeOn, -1) : year;
}

/** Why a period cannot stand, in words for the person at the desk. Days are Japanese calendar dates, both inclusive. */
export function periodProblems(first: string, last: string, today: string): readonly string[] {
  const problems = [first, last]
    .filter((date) => !isDate(date))
    .map((date) => `「${date}」は存在しない日付です。`);
  if (problems.length > 0) return problems;
  if (last < first) return ['終了日が開始日より前です。'];
  if (last < today) return ['終了日が過ぎています。'];
  return last > addYears(first, MAX_YEARS) ? [`有効期間は${MAX_YEARS}年以内にしてください。`] : [];
}

/** The last day on which something holds that ends at this instant. */
export const lastDayBefore = (end: Date): string => japanDate(new Date(end.getTime() - 1));

const DAY_MS = 86_400_000;

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** 2/29 one year on is 2/28. */
export function addYears(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return [
    String(year + years).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(Math.min(day, lastOfMonth)).padStart(2, '0'),
  ].join('-');
}

/** Japanese calendar days from today to the last day of what ends at this instant: 0 when it ends tonight. */
export const daysUntil = (end: Date, now: Date): number =>
  (Date.parse(lastDayBefore(end)) - Date.parse(japanDate(now))) / DAY_MS;
