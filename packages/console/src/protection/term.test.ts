import { expect, test } from '@jest/globals';
import { lastDayOf } from './term.js';

test('a measure lasts one year, and always ends on a day that exists', () => {
  expect(lastDayOf('2026-03-18')).toBe('2027-03-17');
  expect(lastDayOf('2026-01-01')).toBe('2026-12-31');
  expect(lastDayOf('2028-02-29')).toBe('2029-02-28');
});
