import { instantInJapan, isoDate } from '../form/plain.js';
import { readTime } from '../form/time.js';

/** The instant of a day and a time as they were typed; nothing where the day was left empty. */
export function typedInstant(on: string | undefined, time: string | undefined): string | undefined {
  const date = isoDate(on);
  return date && instantInJapan(date, readTime(time ?? '') ?? '00:00');
}
