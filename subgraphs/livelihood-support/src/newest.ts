/** A record that was true on a day (`YYYY-MM-DD`). */
export interface AsOf {
  readonly id: string;
  readonly asOf: string;
}

/** The newest of rows that come from several files; of two of one day always the same one. */
export function newest<T extends AsOf>(rows: readonly T[]): T | null {
  const [first, ...others] = rows;
  if (!first) return null;
  return others.reduce(
    (best, row) => (row.asOf > best.asOf || (row.asOf === best.asOf && row.id < best.id) ? row : best),
    first,
  );
}
