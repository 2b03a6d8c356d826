import { isGiven } from '@kasane/disclosure';
import type { ConsentState } from '@kasane/vocabulary';

/**
 * Events as they stand at `now`: what closes has happened once it can be read, whatever the clock said that wrote it.
 * Else a withdrawal written by an instance whose clock is ahead, or in the moment in which this request began, would
 * not count. What opens waits for its time.
 */
export const happened = <E extends { readonly at: Date; readonly state: ConsentState }>(
  events: readonly E[],
  now: Date,
): readonly E[] =>
  events.map((event) => (event.at > now && !isGiven(event.state) ? { ...event, at: now } : event));
