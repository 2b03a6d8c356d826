import type { Random } from '../random/random.js';

/**
 * The choices of one context, the same for the same seed. Xorshift, and no `Math`: a context makes hundreds of choices,
 * and in Jest each look at a global is slow.
 */
export function diceFrom(seed: number): Random {
  let state = seed | 1;
  const int = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const chance = (percent: number): boolean => int(100) < percent;
  return {
    int,
    chance,
    of: (list) => list[int(list.length)] as (typeof list)[number],
    some: (list, percent) => list.filter(() => chance(percent)),
  };
}

/** Two at least, in any order; two-digit numbers so that ids are not in the order of numbers. */
export function several<T>(random: Random, atMost: number, make: (at: number) => T): readonly T[] {
  const first = random.of([1, 8, 9]);
  const all = Array.from({ length: 2 + random.int(atMost - 1) }, (_, at) => make(first + at));
  return random.chance(50) ? all : all.reverse();
}

/** Half of a list, in one draw: choosing is what takes the time here. */
export const half = <T>(random: Random, list: readonly T[]): readonly T[] =>
  chosen(list, random.int(2 ** list.length));
/** Three quarters of it. */
export const most = <T>(random: Random, list: readonly T[]): readonly T[] =>
  chosen(list, random.int(2 ** list.length) | random.int(2 ** list.length));
const chosen = <T>(list: readonly T[], bits: number): readonly T[] =>
  list.filter((_, at) => (bits & (1 << at)) !== 0);

/** What is asked about, more often than not. */
export const mostly = <T>(random: Random, value: T, others: readonly T[]): T =>
  random.chance(65) ? value : random.of(others);
/** One to three of a list. */
export const few = <T>(random: Random, list: readonly T[]): readonly T[] => [
  ...new Set([random.of(list), random.of(list), random.of(list)]),
];
