import { describe, expect, test } from '@jest/globals';
import { fiscalYear, fiscalYearOf } from './fiscal-year.js';
import { medianOf, shareOf, tableOf } from './indicators.js';

const named = { id: 'X', name: '件数' };
const now = new Date('2026-11-22T03:00:00Z');

describe('a fiscal year', () => {
  test('runs from April to March, in Japan', () => {
    expect(fiscalYear(2025, now)).toEqual({
      year: 2025,
      from: new Date('2025-03-31T15:00:00Z'),
      to: new Date('2026-03-31T15:00:00Z'),
      months: expect.arrayContaining(['2025-04', '2026-03']),
    });
    expect([fiscalYearOf('2026-03-31'), fiscalYearOf('2026-04-01')]).toEqual([2025, 2026]);
  });

  test('tells of a month when it is over, and of no year that has not begun', () => {
    expect(fiscalYear(2026, now)?.months.at(-1)).toBe('2026-10');
    // 0:00 on 1 April in Japan.
    expect(fiscalYear(2027, new Date('2027-03-31T15:00:00Z'))?.months).toEqual([]);
    for (const year of [2027, 2020, 2025.5, Number.NaN]) expect(fiscalYear(year, now)).toBeUndefined();
  });
});

test('a table has the rows that its indicator names, in its order, and whatever else was found', () => {
  const { rows, total } = tableOf(
    { ...named, rows: ['乙', '甲'] },
    ['2026-04'],
    [
      { row: '丙', month: '2026-04', count: 9 },
      { row: '甲', month: '2026-04', count: 6 },
      { row: '甲', month: '2026-05', count: 6 },
    ],
  );
  expect([rows, total]).toEqual([['乙', '甲', '丙'], 15]);
});

test.each([
  [7, 14, 50],
  [0, 14, 0],
  [14, 14, 100],
  [2, 14, null],
  [12, 14, null],
  [0, 4, null],
  [4, 4, null],
])('a share of %d in %d is told as %p', (part, whole, value) => {
  expect(shareOf(named, [{ row: '甲', part, whole }]).rows).toEqual([{ row: '甲', value }]);
});

test.each<[readonly number[], number | null]>([
  [[9, 1, 5, 3, 7], 5],
  [[1, 2, 3, 4, 100, 200], 4],
  [[1, 2, 3, 4], null],
  [[], null],
])('the median of %p is told as %p', (days, value) => {
  expect(medianOf(named, days).rows).toEqual([{ row: '中央値', value }]);
});
