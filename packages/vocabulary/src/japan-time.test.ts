import { describe, expect, test } from '@jest/globals';
import { endOfJapanDay, japanDate, startOfJapanDay } from './index.js';

const iso = (at: Date): string => at.toISOString();

describe('a day in Japan', () => {
  test('begins at 15:00 UTC of the day before', () => {
    expect(iso(startOfJapanDay('2026-04-01'))).toBe('2026-03-31T15:00:00.000Z');
  });

  test('ends at 24:00 JST, which is 15:00 UTC, the instant at which the next begins', () => {
    expect(iso(endOfJapanDay('2026-03-31'))).toBe('2026-03-31T15:00:00.000Z');
    expect(endOfJapanDay('2026-03-31')).toEqual(startOfJapanDay('2026-04-01'));
  });

  test('turns at 15:00 UTC to the millisecond', () => {
    expect(japanDate(new Date('2026-03-31T14:59:59.999Z'))).toBe('2026-03-31');
    expect(japanDate(new Date('2026-03-31T15:00:00.000Z'))).toBe('2026-04-01');
  });

  test('ends the year nine hours before UTC does', () => {
    expect(japanDate(new Date('2026-12-31T14:59:59.999Z'))).toBe('2026-12-31');
    expect(japanDate(new Date('2026-12-31T15:00:00.000Z'))).toBe('2027-01-01');
    expect(iso(endOfJapanDay('2026-12-31'))).toBe('2026-12-31T15:00:00.000Z');
    expect(iso(startOfJapanDay('2027-01-01'))).toBe('2026-12-31T15:00:00.000Z');
  });

  test('ends the last day of a month, of February and of a leap February', () => {
    expect(iso(endOfJapanDay('2027-02-28'))).toBe('2027-02-28T15:00:00.000Z');
    expect(iso(endOfJapanDay('2028-02-29'))).toBe('2028-02-29T15:00:00.000Z');
    expect(japanDate(endOfJapanDay('2028-02-29'))).toBe('2028-03-01');
  });

  test.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-4-1',
    '2026',
    '2026-04',
    '',
    'someday',
    '2026-04-01T00:00',
    ' 2026-04-01',
    '20260401',
  ])('is not %j: it begins and ends never, instead of on another day', (date) => {
    expect(() => startOfJapanDay(date)).toThrow(RangeError);
    expect(() => endOfJapanDay(date)).toThrow(RangeError);
  });
});
