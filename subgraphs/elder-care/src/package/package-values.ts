import { startOfJapanDay } from '@kasane/vocabulary';
import type { ValueTransformer } from 'typeorm';

/** How the care-insurance package writes that there is no date: none yet, and none ever. */
export const NoDate = { UNSET: '00000000', OPEN_END: '99999999' } as const;
const noDates: ReadonlySet<string> = new Set(['', ...Object.values(NoDate)]);

const isCalendarDate = (date: string): boolean => {
  try {
    startOfJapanDay(date);
    return true;
  } catch {
    return false;
  }
};

/**
 * A date of the package, `YYYYMMDD`, as the hub's `YYYY-MM-DD`. What is no date of the calendar (a day that nobody
 * knows, written `20250600`) stays as the package holds it: nobody guesses the day.
 */
export function dateOf(packageDate: string | null): string | null {
  const text = packageDate?.trim() ?? '';
  if (noDates.has(text)) return null;
  const date = text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return isCalendarDate(date) ? date : text;
}

/** The same the other way round, for the sample records. */
export const packageDateOf = (date: string | null | undefined, none: string = NoDate.UNSET): string =>
  date?.replaceAll('-', '') ?? none;

/** A column that holds a date of the package. */
export const packageDate = (none: string = NoDate.UNSET): ValueTransformer => ({
  from: dateOf,
  to: (date: string | null | undefined) => packageDateOf(date, none),
});

/** A column that holds `1` for yes and `0` for no. Anything else is no answer. */
export const packageFlag: ValueTransformer = {
  from: (flag: string | null) => (flag === '1' ? true : flag === '0' ? false : null),
  to: (value: boolean | null | undefined) => (value === true ? '1' : value === false ? '0' : null),
};

/**
 * What a code of the package means by a closed list. A code outside the list means nothing here and stays a code, in a
 * field of its own.
 */
export const meaningOf = <T extends string>(
  list: Readonly<Record<string, T>>,
  code: string | null,
): T | null => Object.values(list).find((known) => known === code) ?? null;
