import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSmall, suppress, type Published } from './suppression.js';

const published = (cells: readonly (readonly number[])[]): Published => suppress(cells);

test('leaves a table alone in which no count is small', () => {
  expect(
    published([
      [5, 0],
      [12, 7],
    ]),
  ).toEqual({
    cells: [
      [5, 0],
      [12, 7],
    ],
    rowTotals: [5, 19],
    columnTotals: [17, 7],
    total: 24,
  });
});

test('a small count takes another with it in its row and in its column', () => {
  const { cells, total } = published([
    [3, 10, 20],
    [8, 9, 30],
    [11, 12, 40],
  ]);
  expect(cells[0]?.[0]).toBeNull();
  expect(cells[0]?.filter((cell) => cell === null).length).toBeGreaterThan(1);
  expect(cells.map((row) => row[0]).filter((cell) => cell === null).length).toBeGreaterThan(1);
  expect(total).toBe(143);
});

test('where all there is is small, nothing is told', () => {
  expect(published([[1]])).toEqual({ cells: [[null]], rowTotals: [null], columnTotals: [null], total: null });
});

test('as many ones as their total says are not found out by it', () => {
  expect(published([[1, 1, 1, 1, 1, 0]])).toMatchObject({ rowTotals: [null], total: null });
});

test('a table without rows has no numbers', () => {
  expect(published([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
});

const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('for every table', () => {
  test('no small number is told, and what is told is true', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const shown = published(cells);
        const told = [...shown.cells.flat(), ...shown.rowTotals, ...shown.columnTotals, shown.total];
        for (const value of told) expect(value !== null && isSmall(value)).toBe(false);
        shown.cells.forEach((row, r) =>
          row.forEach((cell, c) => expect([null, cells[r]?.[c]]).toContain(cell)),
        );
      }),
    );
  });

  /** An attacker who knows that nothing suppressed is zero, and tries every table that fits, by brute force. */
  test('no suppressed number follows from the totals: another table fits what is told', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 2 }), {
          minLength: 2,
          maxLength: 2,
        }),
        (cells) => {
          const shown = published(cells);
          const found = fitting(shown);
          shown.cells.forEach((row, r) =>
            row.forEach((cell, c) => {
              if (cell === null)
                expect(new Set(found.map((candidate) => candidate[r]?.[c])).size).toBeGreaterThan(1);
            }),
          );
          [
            [shown.rowTotals, (t: Table) => t.map(sum)] as const,
            [
              shown.columnTotals,
              (t: Table) => (t[0] ?? []).map((_, c) => sum(t.map((row) => row[c] ?? 0))),
            ] as const,
            [[shown.total], (t: Table) => [sum(t.map(sum))]] as const,
          ].forEach(([totals, of]) =>
            totals.forEach((total, at) => {
              if (total === null)
                expect(new Set(found.map((candidate) => of(candidate)[at])).size).toBeGreaterThan(1);
            }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('none at all is told', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const shown = published(cells).cells;
        cells.forEach((row, r) => row.forEach((cell, c) => cell === 0 && expect(shown[r]?.[c]).toBe(0)));
      }),
    );
  });

  test('asked twice it leaves out the same: two answers are no more than one', () => {
    fc.assert(fc.property(table, (cells) => expect(published(cells)).toEqual(published(cells))));
  });
});

type Table = readonly (readonly number[])[];
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** All 2×2 tables of whole numbers, up to what two of our cells can make, that agree with what is told. */
function fitting({ cells, rowTotals, columnTotals, total }: Published): readonly Table[] {
  const range = (told: number | null | undefined): readonly number[] =>
    typeof told === 'number' ? [told] : Array.from({ length: 13 }, (_, at) => at + 1);
  const agrees = (told: number | null | undefined, value: number): boolean =>
    told === null || told === undefined || told === value;
  const found: Table[] = [];
  for (const a of range(cells[0]?.[0]))
    for (const b of range(cells[0]?.[1]))
      for (const c of range(cells[1]?.[0]))
        for (const d of range(cells[1]?.[1]))
          if (
            agrees(rowTotals[0], a + b) &&
            agrees(rowTotals[1], c + d) &&
            agrees(columnTotals[0], a + c) &&
            agrees(columnTotals[1], b + d) &&
            agrees(total, a + b + c + d)
          )
            found.push([
              [a, b],
              [c, d],
            ]);
  return found;
}
