import { addYears } from '../consent/period.js';
import { isDate } from '../input.js';

/** A measure lasts one year; renewed, another. */
const TERM_YEARS = 1;
/** Months before its end from which it can be renewed. */
const RENEWABLE_MONTHS = 1;

/** Why the days of a measure cannot stand; Japanese calendar dates, both inclusive. */
export function termProblems(from: string, to: string, today: string): readonly string[] {
  const problems = [from, to]
    .filter((date) => !isDate(date))
    .map((date) => `「${date}」は存在しない日付です。`);
  if (problems.length > 0) return problems;
  if (to < from) return ['終了日が開始日より前です。'];
  if (to < today) return ['終了日が過ぎています。'];
  return to > addYears(from, TERM_YEARS) ? [`支援措置の期間は${TERM_YEARS}年以内にしてください。`] : [];
}

/** The last day after a renewal. */
export const renewed = (to: string): string => addYears(to, TERM_YEARS);

/** The first day on which a measure can be renewed; a month before 31 March is 28 February. */
export function renewableFrom(to: string): string {
  const [year = 0, month = 1, day = 1] = to.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - RENEWABLE_MONTHS, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 - RENEWABLE_MONTHS, Math.min(day, lastOfMonth)));
  return at.toISOString().slice(0, 10);
}

/** Why a measure cannot be renewed today; nothing when it can. */
export function renewalProblems(to: string, today: string): readonly string[] {
  const first = renewableFrom(to);
  if (today < first) return [`更新できるのは終了日の1か月前(${first})からです。`];
  return today > to ? ['期間が終わっています。あらためて登録してください。'] : [];
}
