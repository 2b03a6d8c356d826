import { describe, expect, test } from '@jest/globals';
import { endOfJapanDay } from '@kasane/vocabulary';
import { printDate, printEnd, printLastDay } from './print-date.js';
import { textOf, unreadOf } from './reading.fixtures.js';

const page = (part: unknown): string => `<body>${String(part)}</body>`;
const said = (part: unknown): string => textOf(page(part));

describe('a date', () => {
  test.each([
    ['1989-01-07', '昭和64年1月7日（1989年1月7日）', '1989年1月7日（昭和64年）'],
    ['1989-01-08', '平成元年1月8日（1989年1月8日）', '1989年1月8日（平成元年）'],
    ['2019-04-30', '平成31年4月30日（2019年4月30日）', '2019年4月30日（平成31年）'],
    ['2019-05-01', '令和元年5月1日（2019年5月1日）', '2019年5月1日（令和元年）'],
    ['2026-11-22', '令和8年11月22日（2026年11月22日）', '2026年11月22日（令和8年）'],
  ])('%s is 和暦 with 西暦, and the other way round in ja-simple', (date, ja, simple) => {
    expect(said(printDate(date, 'ja'))).toBe(ja);
    expect(said(printDate(date, 'ja-simple'))).toBe(simple);
  });

  test.each([
    ['2026-11-01', 'ついたち'],
    ['2026-11-02', 'ふつか'],
    ['2026-11-04', 'よっか'],
    ['2026-11-08', 'ようか'],
    ['2026-11-10', 'とおか'],
    ['2026-11-11', 'にち'],
    ['2026-11-14', 'じゅうよっか'],
    ['2026-11-20', 'はつか'],
    ['2026-11-24', 'にじゅうよっか'],
    ['2026-11-30', 'にち'],
  ])('%s has the reading of its day: %s', (date, reading) => {
    expect(String(printDate(date, 'ja-simple'))).toContain(`<rt>${reading}</rt>`);
  });

  test('has a reading over every kanji on every day of two years and in every era', () => {
    for (let day = Date.parse('2026-01-01'); day < Date.parse('2028-01-01'); day += 86_400_000)
      expect(unreadOf(page(printDate(new Date(day).toISOString().slice(0, 10), 'ja-simple')))).not.toMatch(
        /\p{Script=Han}/u,
      );
    for (const date of ['1900-01-01', '1920-01-01', '1950-01-01', '1990-01-01'])
      expect(unreadOf(page(printDate(date, 'ja-simple')))).not.toMatch(/\p{Script=Han}/u);
  });

  test.each(['2026-02-29', '2026-13-01', '22 November 2026', ''])('%j is none, and says so', (date) => {
    expect(() => printDate(date, 'ja')).toThrow(`not a calendar date: ${date}`);
  });
});

describe('the end of a consent', () => {
  test('is the last day until 24:00, not the next at 0:00', () => {
    expect(said(printLastDay('2027-05-31', 'ja'))).toBe('令和9年5月31日（2027年5月31日）の24時まで');
    expect(said(printEnd(endOfJapanDay('2027-05-31'), 'ja'))).toBe(said(printLastDay('2027-05-31', 'ja')));
    expect(said(printEnd(endOfJapanDay('2027-05-31'), 'ja-simple'))).toBe(
      '2027年5月31日（令和9年）の 24時 （夜の 12時）まで',
    );
  });

  test('is told to the minute when it is not at midnight in Japan', () => {
    expect(said(printEnd(new Date('2027-05-31T03:05:00Z'), 'ja'))).toBe(
      '令和9年5月31日（2027年5月31日）の12時5分まで',
    );
    expect(said(printEnd(new Date('2027-05-30T15:30:00Z'), 'ja'))).toContain(
      '5月31日（2027年5月31日）の0時30分',
    );
  });
});
