/** A record that was true on a day (`YYYY-MM-DD`). */
export interface AsOf {
  readonly id: string;
  readonly asOf: string;
}

/** Rows that come from several files, the newest first; of two of one day always in the same order. */
export const newestFirst = <T extends AsOf>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((one, other) => {
    if (one.asOf !== other.asOf) return one.asOf > other.asOf ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });

/** The first of them. */
export const newest = <T extends AsOf>(rows: readonly T[]): T | null => newestFirst(rows)[0] ?? null;
