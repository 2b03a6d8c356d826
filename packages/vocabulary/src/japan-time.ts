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
  const start = new Date(`${date}T00:00:00+09:00`);
  // Date takes 30 February for 2 March: a date that comes back as another was none.
  if (Number.isNaN(start.getTime()) || japanDate(start) !== date)
    throw new RangeError(`not a calendar date: ${date}`);
  return start;
}

/**
 * The instant at which a date in Japan ends (24:00 JST): a consent valid "until 3/31" ends here.
 * @throws {RangeError} unless it is a date of the calendar, written `YYYY-MM-DD`.
 */
export const endOfJapanDay = (date: string): Date => new Date(startOfJapanDay(date).getTime() + DAY_MS);
