/** Counts below it, but for none at all, could be somebody's: they are not published. Our own choice. */
export const SMALLEST_TOLD = 5;

/** A table of counts with its totals: `null` is what is not told. */
export interface Published {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * A table of counts and its totals as a flow: a cell goes from its row to its column, a column's total from the column
 * to the bottom line, the grand total from there to the right margin, a row's total from the margin to its row. What
 * flows in flows out: that is all that the totals say.
 */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly isTotal: boolean;
}

/**
 * What of a table can be published so that nobody finds out a small count: small counts are left out, totals too, and
 * with them as many others that no suppressed number follows from those that are told. Whoever knows that counts are
 * whole and not negative still finds, for each suppressed number, another that fits.
 * @param cells rows of equal length, whole numbers of zero or more
 */
export function suppress(cells: readonly (readonly number[])[]): Published {
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  const arcs = arcsOf(cells, rows, columns);
  const hidden = new Set(arcs.flatMap(({ value }, at) => (isSmall(value) ? [at] : [])));
  for (let open = determined(arcs, hidden); open.length > 0; open = determined(arcs, hidden))
    hidden.add(companion(arcs, hidden, open));
  const told = (at: number): number | null => (hidden.has(at) ? null : (arcs[at]?.value ?? null));
  const body = rows * columns;
  return {
    cells: cells.map((row, r) => row.map((_, c) => told(r * columns + c))),
    rowTotals: cells.map((_, r) => told(body + r)),
    columnTotals: (cells[0] ?? []).map((_, c) => told(body + rows + c)),
    total: told(body + rows + columns),
  };
}

export const isSmall = (value: number): boolean => value > 0 && value < SMALLEST_TOLD;

/** Cells row by row, then totals of rows, totals of columns, the grand total. */
function arcsOf(cells: readonly (readonly number[])[], rows: number, columns: number): readonly Arc[] {
  const bottom = rows + columns;
  const margin = bottom + 1;
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return [
    ...cells.flatMap((row, r) => row.map((value, c) => ({ from: r, to: rows + c, value, isTotal: false }))),
    ...cells.map((row, r) => ({ from: margin, to: r, value: sum(row), isTotal: true })),
    ...(cells[0] ?? []).map((_, c) => ({
      from: rows + c,
      to: bottom,
      value: sum(cells.map((row) => row[c] ?? 0)),
      isTotal: true,
    })),
    { from: bottom, to: margin, value: sum(cells.map(sum)), isTotal: true },
  ];
}

/**
 * The suppressed numbers that follow from what is told. One does not, when it could be greater or smaller by one while
 * others that are suppressed make up for it: when from the end of its arc a way leads back over suppressed arcs, along
 * them, or against one that is more than one. By the theory of flows there is no other way for a number to change.
 */
function determined(arcs: readonly Arc[], hidden: ReadonlySet<number>): readonly number[] {
  const steps = new Map<number, { readonly to: number; readonly arc: number }[]>();
  const step = (from: number, to: number, arc: number): void => {
    const known = steps.get(from);
    if (known) known.push({ to, arc });
    else steps.set(from, [{ to, arc }]);
  };
  for (const at of hidden) {
    const arc = arcs[at] as Arc;
    step(arc.from, arc.to, at);
    if (arc.value > 1) step(arc.to, arc.from, at);
  }
  const reaches = (from: number, to: number, without: number): boolean => {
    const seen = new Set([from]);
    const queue = [from];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (node === to) return true;
      for (const next of steps.get(node) ?? [])
        if (next.arc !== without && !seen.has(next.to)) {
          seen.add(next.to);
          queue.push(next.to);
        }
    }
    return false;
  };
  return [...hidden].filter((at) => {
    const { from, to, value } = arcs[at] as Arc;
    return !reaches(to, from, at) && !(value > 1 && reaches(from, to, at));
  });
}

/**
 * The number to leave out next: one that meets a number that is found out, by which the fewest are; of several one that
 * is no total, and the smallest.
 */
function companion(arcs: readonly Arc[], hidden: ReadonlySet<number>, open: readonly number[]): number {
  const exposed = open.map((at) => arcs[at] as Arc);
  const told = arcs
    .map((arc, at) => ({ ...arc, at }))
    .filter(({ at, value }) => value > 0 && !hidden.has(at));
  const near = told.filter((arc) =>
    exposed.some((other) => [other.from, other.to].some((node) => node === arc.from || node === arc.to)),
  );
  const [best] = (near.length > 0 ? near : told)
    .map((arc) => ({ ...arc, left: determined(arcs, new Set([...hidden, arc.at])).length }))
    .sort(
      (a, b) => a.left - b.left || Number(a.isTotal) - Number(b.isTotal) || a.value - b.value || a.at - b.at,
    );
  if (!best) throw new Error('There is nothing left to leave out.');
  return best.at;
}
