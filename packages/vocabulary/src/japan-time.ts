/**
 * The hub's clock is UTC; the law's day is Japan's. Japan has kept UTC+9 with no summer time since 1952, so a
 * fixed offset is exact for every date the hub holds.
 */
const OFFSET_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar date in Japan at an instant, `YYYY-MM-DD`. */
export const japanDate = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);

/**
 * The instant at which a date in Japan begins (0:00 JST).
 * @throws {RangeError} unless it is a date of the calendar, written `YYYY-MM-DD`.
 */
export function startOfJapanDay(date: string): Date {
  if (!isCalendarDate(date)) throw new RangeError(`not a calendar date: ${date}`);
  return new Date(`${date}T00:00:00+09:00`);
}

/** Whether a text is a date of the calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(date: string): boolean {
  const start = new Date(`${date}T00:00:00+09:00`);
  // Date takes 30 February for 2 March: a date that comes back as another was none.
  return !Number.isNaN(start.getTime()) && japanDate(start) === date;
}

/**
 * The instant at which a date in Japan ends (24:00 JST): a consent valid "until 3/31" ends here.
 * @throws {RangeError} unless it is a date of the calendar, written `YYYY-MM-DD`.
 */
export const endOfJapanDay = (date: string): Date => new Date(startOfJapanDay(date).getTime() + DAY_MS);

/**
 * The instant from which somebody is of age: an age is reached when the day before the birthday ends. Born on
 * 29 February, that is the end of 28 February.
 * @throws {RangeError} unless it is a date of the calendar, written `YYYY-MM-DD`.
 */
export function comesOfAge(birthDate: string, years = 18): Date {
  startOfJapanDay(birthDate);
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day) - OFFSET_MS);
}

/** Dates before it are of the lunisolar calendar: their 和暦 has another month and day. */
const GREGORIAN_IN_JAPAN = '1873-01-01';
const eraCalendar = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'UTC',
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/**
 * A date of the Japanese calendar (和暦): `2026-11-22` is 令和8年11月22日; the first year of an era is 元年.
 * @throws {RangeError} unless it is a date of the calendar, written `YYYY-MM-DD`, from 明治6年1月1日 on.
 */
export function wareki(date: string): string {
  startOfJapanDay(date);
  if (date < GREGORIAN_IN_JAPAN) throw new RangeError(`no 和暦 before ${GREGORIAN_IN_JAPAN}: ${date}`);
  return eraCalendar.format(new Date(`${date}T00:00:00Z`));
}
