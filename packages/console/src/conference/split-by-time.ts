import { todayInJapan } from '../words/words.js';

/** Conferences of today and later, the next first; and those before, the last first. A meeting of this morning is still today's. */
export function splitByTime<Conference extends { readonly heldAt: string }>(
  conferences: readonly Conference[],
  now: Date,
): { readonly ahead: readonly Conference[]; readonly past: readonly Conference[] } {
  const isAhead = ({ heldAt }: Conference): boolean => todayInJapan(new Date(heldAt)) >= todayInJapan(now);
  const byTime = conferences.toSorted((one, other) => Date.parse(one.heldAt) - Date.parse(other.heldAt));
  return {
    ahead: byTime.filter(isAhead),
    past: byTime.filter((each) => !isAhead(each)).toReversed(),
  };
}
