import type { LedgerPartFragment } from '../generated/operations.js';
import type { Party } from './parties.js';

export type LedgerLine = LedgerPartFragment['lines'][number];

/** A line, and in whose ledger it stands. */
export interface Entry extends LedgerLine {
  readonly party: Party;
}

export interface PersonLedger {
  readonly person: string;
  /** Since when it was read. */
  readonly since: Date;
  /** The newest first. */
  readonly entries: readonly Entry[];
  /** Grants of a little earlier: what was disclosed at the very beginning may rest on them. */
  readonly earlierGrants: readonly Entry[];
  /** Whose ledger could not be read now. */
  readonly away: readonly Party[];
  /** There were more than are read at once: what is older is missing. */
  readonly isCutOff: boolean;
}

/** By time; what was written in one instant keeps the order of its ledger. */
export const newestFirst = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
