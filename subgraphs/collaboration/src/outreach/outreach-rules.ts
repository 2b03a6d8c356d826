import { japanDate } from '@kasane/vocabulary';

/** 「6か月以上にわたって概ね家庭にとどまり続けている状態」: 会津若松市の実施計画, ※4. */
const HIKIKOMORI_MONTHS = 6;

/** A time of the day in Japan, `HH:MM`, from which and until which nobody is to be disturbed. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const A_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** A day, a month or a year: 「昨年の春ごろから」 is all that a family may remember. */
const A_PARTIAL_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

export const isTimeOfDay = (text: string): boolean => A_TIME.test(text);
export const isPartialDate = (text: string): boolean => A_PARTIAL_DATE.test(text);

/** Whether an instant is within quiet hours; they may go over midnight. Both ends the same: there are none. */
export function isQuiet(at: Date, { from, to }: QuietHours): boolean {
  const time = new Date(at.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(11, 16);
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

/**
 * Whether somebody who stays at home since then counts as ひきこもり today. Of a month or a year its last day is taken:
 * nobody is counted before it is sure.
 * @param since `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 */
export function isHikikomori(since: string, now: Date): boolean {
  const [, year, month = '12', day] = A_PARTIAL_DATE.exec(since) ?? [];
  if (year === undefined) return false;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const dayOfMonth = Math.min(Number(day ?? lastDay), lastDay);
  const end = new Date(Date.UTC(Number(year), Number(month) - 1 + HIKIKOMORI_MONTHS, 1));
  const lastOfEnd = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(dayOfMonth, lastOfEnd));
  return end.toISOString().slice(0, 10) <= japanDate(now);
}
