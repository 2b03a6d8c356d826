/** Repeatable choices out of one seed. */
export interface Random {
  /** From 0 to `below` - 1. */
  int(below: number): number;
  /** @throws {RangeError} of an empty list */
  of<T>(list: readonly T[]): T;
  chance(of: number): boolean;
}

/** mulberry32: small, and the same on every machine. Nothing secret is drawn from it. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    of(list) {
      if (list.length === 0) throw new RangeError('nothing to choose from');
      return list[int(list.length)] as (typeof list)[number];
    },
    chance: (of) => next() < of,
  };
}
