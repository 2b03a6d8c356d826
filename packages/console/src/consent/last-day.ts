import { day, todayInJapan } from '../words/words.js';

/** The last day (`YYYY-MM-DD`) of what ends at this instant. */
export const lastDayOf = (end: string): string => todayInJapan(new Date(Date.parse(end) - 1));

/** The same as it is read. */
export const lastDayInWords = (end: string): string => day(lastDayOf(end));
