import { expect, test } from '@jest/globals';
import { periodProblems } from './consent/period.js';
import { askedId, isDate, textOf } from './input.js';

const DATES = ['2026-11-22', '2026-11', '2026', '2026-02-30', '26-11-22', ''];

test('a day is written out in full', () => {
  expect(DATES.filter(isDate)).toEqual(['2026-11-22']);
});

test('a period from or to no day of the calendar does not stand', () => {
  expect(DATES.filter((last) => periodProblems('2026-11-22', last, '2026-11-22').length === 0)).toEqual([
    '2026-11-22',
  ]);
  expect(periodProblems('2026', '2027-01-01', '2026-11-22')).toEqual(['「2026」は存在しない日付です。']);
});

test('what cannot be an id is looked for as what nobody has', () => {
  expect(['c-1', '山田', 'c 1', 'x'.repeat(65), ''].map(askedId)).toEqual(['c-1', '', '', '', '']);
});

test('nothing but space is nothing typed', () => {
  expect([' 見本 ', ' ', null, undefined].map(textOf)).toEqual(['見本', null, null, null]);
});
