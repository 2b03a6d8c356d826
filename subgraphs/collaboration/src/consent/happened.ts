/**
 * Events as they stand at `now`: what can be read has happened, whatever the clock said that wrote it. Else a
 * withdrawal written by an instance whose clock is ahead, or in the moment in which this request began, would not count.
 */
export const happened = <E extends { readonly at: Date }>(events: readonly E[], now: Date): readonly E[] =>
  events.map((event) => (event.at > now ? { ...event, at: now } : event));
