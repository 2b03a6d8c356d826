import { isPurpose, type Purpose } from '@kasane/vocabulary';
import type { SessionBasis } from '../generated/operations.js';
import { useLooking } from '../session/purpose.js';
import { basisFacts } from './bases.js';

/** Why the person looked before they entered: they go back to it. */
const BEFORE = 'kasane.looking.before-session';

/** Into a session and out of it again. While somebody is in it, all that they ask is asked from there. */
export function useEntering(): {
  readonly inside: string | undefined;
  enter(session: string, basis: SessionBasis): void;
  leave(): void;
} {
  const { purpose, conference, look } = useLooking();
  return {
    inside: conference,
    enter(session, basis) {
      if (conference === undefined) sessionStorage.setItem(BEFORE, purpose ?? '');
      look({ purpose: basisFacts[basis].purpose, conference: session, emergencyReason: undefined });
    },
    leave() {
      look({ conference: undefined, purpose: purposeBefore() ?? purpose });
      sessionStorage.removeItem(BEFORE);
    },
  };
}

function purposeBefore(): Purpose | undefined {
  const before = sessionStorage.getItem(BEFORE);
  return isPurpose(before) ? before : undefined;
}
