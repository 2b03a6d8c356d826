import { describe, expect, test } from '@jest/globals';
import { endOfJapanDay, japanDate, startOfJapanDay, wareki } from './index.js';

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

describe('和暦', () => {
  test.each([
    ['1912-07-29', '明治45年7月29日'],
    ['1912-07-30', '大正元年7月30日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-12-31', '平成元年12月31日'],
    ['1990-01-01', '平成2年1月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2026-11-22', '令和8年11月22日'],
    ['2028-02-29', '令和10年2月29日'],
    ['1873-01-01', '明治6年1月1日'],
  ])('of %s is %s', (date, said) => {
    expect(wareki(date)).toBe(said);
  });

  test.each(['2026-02-29', '2026-4-1', '', 'someday', '20260401', '2026-04-01T00:00'])(
    'of %j there is none: it is no date',
    (date) => {
      expect(() => wareki(date)).toThrow(`not a calendar date: ${date}`);
    },
  );

  test('there is none before Japan took the Gregorian calendar: month and day were others', () => {
    expect(() => wareki('1872-12-31')).toThrow(RangeError);
  });
});
