import type { Category, Level, PersonId, SectorId, WithheldReason } from '@kasane/vocabulary';
import type { Basis } from './bases.js';

/** What a rule found that makes it hold: the record to point at, and until when. */
export interface Evidence {
  readonly id: string;
  readonly until?: Date | undefined;
}

/** One person, one sector, one category: the unit of every decision. */
export type Cell =
  | {
      readonly permitted: true;
      readonly level: Level;
      readonly rule: string;
      readonly basis: Basis;
      readonly evidence: Evidence;
    }
  | {
      readonly permitted: false;
      readonly rule: string;
      readonly reason: WithheldReason;
      readonly evidence?: Evidence;
    };

export type PersonDecision = ReadonlyMap<SectorId, ReadonlyMap<Category, Cell>>;
export type Decision = ReadonlyMap<PersonId, PersonDecision>;
