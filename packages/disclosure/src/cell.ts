import type { Category, Level, PersonId, SectorId, WithheldReason } from '@kasane/vocabulary';
import type { Basis } from './bases.js';

/** What a rule found that makes it hold: the record to point at, and until when. */
export interface Evidence {
  readonly id: string;
  readonly until?: Date | undefined;
}

/** That records which their owner released to a session are shown whole, whatever the level of the rest. */
export interface Released {
  readonly session: string;
  /** Of the closed tier: the releases to which the coordinator agreed too. Absent: the owner alone decides. */
  readonly approved?: readonly string[];
}

/** What a permit rule opens. */
export interface Opening {
  /** `NONE` opens nothing but what was released. */
  readonly level: Level;
  readonly evidence: Evidence;
  readonly released?: Released;
  /** The refusal against which a statute opens this all the same. */
  readonly despite?: string;
}

export interface Permitted extends Opening {
  readonly permitted: true;
  readonly rule: string;
  readonly basis: Basis;
}

export interface Denied {
  readonly permitted: false;
  /** What is told. */
  readonly rule: string;
  readonly reason: WithheldReason;
  readonly evidence?: Evidence;
  /** The rule that closed it, when that must not be told: then the rest is as if it were not there. */
  readonly silent?: string;
  /** Closed to the own office of the record too. */
  readonly barred?: true;
}

/** One person, one sector, one category: the unit of every decision. */
export type Cell = Permitted | Denied;

export type PersonDecision = ReadonlyMap<SectorId, ReadonlyMap<Category, Cell>>;
export type Decision = ReadonlyMap<PersonId, PersonDecision>;
