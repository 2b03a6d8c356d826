import { isPurpose } from '@kasane/vocabulary';
import { useLooking, type Looking } from '../session/purpose.js';
import { reasonOnOneLine } from './clock.js';

const KEY = 'kasane.looking.before';

/** What goes with every question while an emergency lasts: the hub opens nothing without both. */
export const lookingInEmergency = (reason: string): Looking => ({
  purpose: 'EMERGENCY',
  conference: undefined,
  emergencyReason: reasonOnOneLine(reason),
});

interface InEmergency {
  /** The page is looked at for the emergency now. */
  readonly isIn: boolean;
  enter(reason: string): void;
  /** Back to what the person did before. */
  leave(): void;
}

/** For what the page is looked at while an emergency is open, and what it was looked at for before. */
export function useEmergencyLooking(): InEmergency {
  const { purpose, conference, look } = useLooking();
  const isIn = purpose === 'EMERGENCY';
  return {
    isIn,
    enter(reason) {
      if (!isIn) sessionStorage.setItem(KEY, JSON.stringify({ purpose, conference }));
      look(lookingInEmergency(reason));
    },
    leave() {
      if (isIn) look({ ...before(), emergencyReason: undefined });
      sessionStorage.removeItem(KEY);
    },
  };
}

/** Whatever else is kept there counts as nothing: then the person chooses anew. */
function before(): Pick<Looking, 'purpose' | 'conference'> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    const { purpose, conference } = kept as Partial<Record<keyof Looking, unknown>>;
    return {
      purpose: isPurpose(purpose) ? purpose : undefined,
      conference: typeof conference === 'string' ? conference : undefined,
    };
  } catch {
    return { purpose: undefined, conference: undefined };
  }
}
