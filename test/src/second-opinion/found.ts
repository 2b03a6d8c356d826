import type { Evidence } from '@kasane/disclosure';

/** Something that makes a rule hold, and when it ends in milliseconds; `Infinity` for what has no end. */
export interface Found {
  readonly id: string;
  readonly ends: number;
}

export const NEVER = Number.POSITIVE_INFINITY;

/** The evidence among several: what lasts longest, then the lowest id. */
export function longestLasting<T extends Found>(found: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const one of found) {
    if (best === undefined || one.ends > best.ends) best = one;
    else if (one.ends === best.ends && one.id < best.id) best = one;
  }
  return best;
}

export const endOf = ({ until }: Evidence): number => until?.getTime() ?? NEVER;
export const evidenceOf = ({ id, ends }: Found): Evidence =>
  ends === NEVER ? { id } : { id, until: new Date(ends) };
