import { japanDate } from './japan-time.js';

/**
 * The day on which a period ended, when it has: what the record says is then the last known. `null` while it holds, and
 * where no end is set.
 * @param until the last day, inclusive, `YYYY-MM-DD`
 */
export const lastKnown = (until: string | null, now: Date): string | null =>
  until !== null && until < japanDate(now) ? until : null;
