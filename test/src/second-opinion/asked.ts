import type { Facts } from '@kasane/disclosure';
import {
  categories,
  type Category,
  type ConsentState,
  type PersonId,
  type SectorId,
  type Tier,
} from '@kasane/vocabulary';
import type { Found } from './found.js';
import type { Line } from './spoken.js';

/** One cell, and what consents say of it to this viewer. */
export interface Asked {
  readonly facts: Facts;
  readonly person: PersonId;
  readonly sector: SectorId;
  readonly category: Category;
  readonly lines: readonly Line[];
  /** The no that holds. */
  readonly refusal: Found | undefined;
}

export const tierOf = (category: Category): Tier => categories[category].tier;
export const isGiven = (state: ConsentState): boolean => state === 'GIVEN' || state === 'RENEWED';

const TIERS: readonly Tier[] = ['T0', 'T1', 'T2', 'T3', 'T4'];
export const isWithin = (category: Category, ceiling: Tier): boolean =>
  TIERS.indexOf(tierOf(category)) <= TIERS.indexOf(ceiling);
