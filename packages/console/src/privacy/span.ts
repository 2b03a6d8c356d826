import { todayInJapan } from '../words/words.js';

const DAY_MS = 86_400_000;

/** Days of access that are reviewed at once: the hub takes no more. */
export const MAX_DAYS = 31;

/** First and last day in Japan, `YYYY-MM-DD`, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The last so many days, today included. */
export const lastDays = (count: number, now = new Date()): Days => ({
  from: todayInJapan(new Date(now.getTime() - (count - 1) * DAY_MS)),
  to: todayInJapan(now),
});

/** The instant at which a day begins in Japan, and the one at which the next does. */
export const beginOf = (day: string): Date => new Date(`${day}T00:00:00+09:00`);
export const endOf = (day: string): Date => new Date(beginOf(day).getTime() + DAY_MS);

/** What is wrong with a span of days; nothing when it can be asked for. */
export function problemOfDays({ from, to }: Days): string | undefined {
  if (to < from) return '終わりの日が、始まりの日より前です。';
  const days = (endOf(to).getTime() - beginOf(from).getTime()) / DAY_MS;
  return days > MAX_DAYS ? `一度に見られるのは${MAX_DAYS}日までです。` : undefined;
}
