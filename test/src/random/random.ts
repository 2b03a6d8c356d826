import fc from 'fast-check';

/** Random choices, the same for the same seed. */
export interface Random {
  /** From 0 to below `below`. */
  int(below: number): number;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T;
  /** Each of a list with so many percent, in the list's order. */
  some<T>(list: readonly T[], percent: number): readonly T[];
}

/** What a property draws: one number, so that a failure is repeated by one number. Smaller seeds are no simpler. */
export const anySeed = (): fc.Arbitrary<number> => fc.noBias(fc.noShrink(fc.nat()));

/**
 * The seed of a run against the hub: always the same, so that a run that passed passes again; `KASANE_SEED=any` looks
 * for what no run has met yet.
 */
export const runSeed = (): { readonly seed?: number } => {
  const seed = process.env['KASANE_SEED'] ?? '20261122';
  return seed === 'any' ? {} : { seed: Number(seed) };
};

/** Mulberry32: small, and even enough for choosing. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const int = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
  const chance = (percent: number): boolean => int(100) < percent;
  return {
    int,
    chance,
    of: (list) => list[int(list.length)] as (typeof list)[number],
    some: (list, percent) => list.filter(() => chance(percent)),
  };
}
