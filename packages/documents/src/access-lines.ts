import { isCategory, isPurpose, japanDate } from '@kasane/vocabulary';
import type { AccessKind, AccessLine } from './access-rows.js';
import type { Named } from './input.js';

/** A line of a party's ledger, as the hub's `DisclosureLogLine` tells it to the privacy officer. */
export interface LoggedLine {
  readonly at: string;
  readonly kind: AccessKind;
  readonly outcome: 'PERMITTED' | 'DENIED';
  readonly staffId: string;
  readonly office: string;
  readonly purpose: string | null;
  readonly category: string | null;
  readonly rule: string | null;
  readonly visibility: 'IMMEDIATE' | 'DELAYED' | 'WITHHELD';
}

/** Words for what a line holds as ids. */
export interface LineNames {
  /** What a rule rests on, at a moment; nothing for a rule that only closes. */
  basisOf(rule: string, at: Date): Named | undefined;
  officeOf(code: string): Named;
  staffOf(id: string): Named;
}

/** What is decided is told where it is shown: a grant alone showed nobody anything. */
export const isTold = ({ kind, visibility }: LoggedLine): boolean =>
  kind !== 'GRANT' && visibility === 'IMMEDIATE';

/** A line that may be told, as the report prints it. Which rule refused something is told to nobody. */
export function accessLine(
  party: string,
  { at, kind, outcome, staffId, office, purpose, category, rule }: LoggedLine,
  { basisOf, officeOf, staffOf }: LineNames,
): AccessLine {
  const moment = new Date(at);
  const basis = rule !== null && outcome === 'PERMITTED' ? basisOf(rule, moment) : undefined;
  return {
    date: japanDate(moment),
    party,
    office: officeOf(office),
    staff: staffOf(staffId),
    ...(purpose !== null && isPurpose(purpose) && { purpose }),
    categories: category !== null && isCategory(category) ? [category] : [],
    ...(basis && { basis }),
    kind,
    outcome,
  };
}
