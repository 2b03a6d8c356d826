import { japanDate, startOfJapanDay } from '@kasane/vocabulary';

/** 年度: from 1 April to 31 March, in Japan. */
export interface FiscalYear {
  readonly year: number;
  /** The first instant, and the first of the next. */
  readonly from: Date;
  readonly to: Date;
  /** Its months that are over, as `YYYY-MM`: what is told of a month does not change while it lasts. */
  readonly months: readonly string[];
}

/** The first year of the project's law (令和3年度). */
export const FIRST_YEAR = 2021;

const two = (month: number): string => String(month).padStart(2, '0');

/** @returns nothing for a year before the project began, or that has not begun */
export function fiscalYear(year: number, now: Date): FiscalYear | undefined {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > fiscalYearOf(japanDate(now))) return undefined;
  const all = Array.from({ length: 12 }, (_, at) => {
    const month = at + 4;
    return month > 12 ? `${year + 1}-${two(month - 12)}` : `${year}-${two(month)}`;
  });
  const current = japanDate(now).slice(0, 7);
  return {
    year,
    from: startOfJapanDay(`${year}-04-01`),
    to: startOfJapanDay(`${year + 1}-04-01`),
    months: all.filter((month) => month < current),
  };
}

/** The fiscal year of a Japanese calendar date (`YYYY-MM-DD`). */
export const fiscalYearOf = (date: string): number =>
  Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);
