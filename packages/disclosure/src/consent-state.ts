import { ConsentState } from '@kasane/vocabulary';
import type { ConsentFacts } from './facts.js';

/**
 * The state of a consent at a moment, past or present: so "was this lawful then?" has an answer.
 * Before its first event it was merely not asked for; from `validUntil` on a consent that was given has expired.
 */
export function consentStateAt(consent: Pick<ConsentFacts, 'events' | 'validUntil'>, at: Date): ConsentState {
  const last = consent.events.findLast((event) => event.at <= at)?.state ?? ConsentState.REQUESTED;
  // Asked this way round, so that an end that is no date has expired instead of lasting for ever.
  return isGiven(last) && !(at < consentEndAt(consent, at)) ? ConsentState.EXPIRED : last;
}

/** The end of a consent as it was known at a moment: that of its form, or of its last renewal until then. */
export const consentEndAt = (
  { events, validUntil }: Pick<ConsentFacts, 'events' | 'validUntil'>,
  at: Date,
): Date => events.findLast((event) => event.at <= at && event.until !== undefined)?.until ?? validUntil;

/** Only GIVEN and RENEWED permit anything (W3C DPV). */
export const isGiven = (state: ConsentState): boolean =>
  state === ConsentState.GIVEN || state === ConsentState.RENEWED;

/** Whether a consent has ended: by its person, by another, by time, or by a newer one. */
export const hasEnded = (state: ConsentState): boolean =>
  state === ConsentState.EXPIRED ||
  state === ConsentState.WITHDRAWN ||
  state === ConsentState.REVOKED ||
  state === ConsentState.INVALIDATED;
