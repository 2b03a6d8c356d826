import { expect, test } from '@jest/globals';
import { nextWorkingDay } from './working-day.js';

test.each([
  ['a Monday is Tuesday', '2026-11-23', '2026-11-24'],
  ['a Friday is Monday', '2026-11-20', '2026-11-23'],
  ['a Saturday is Monday', '2026-11-21', '2026-11-23'],
  ['a Sunday is Monday', '2026-11-22', '2026-11-23'],
  ['the last day of a year may be in the next', '2026-12-31', '2027-01-01'],
  ['a leap day is 1 March', '2028-02-29', '2028-03-01'],
])('the next working day after %s', (_, day, next) => {
  expect(nextWorkingDay(day)).toBe(next);
});
