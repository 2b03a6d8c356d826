import { describe, expect, test } from '@jest/globals';
import { renewableFrom, renewalProblems, renewed, termProblems } from './term.js';

const today = '2026-11-22';

describe('the term of a measure', () => {
  test.each([
    ['2026-11-22', '2027-11-22'],
    ['2026-04-01', '2027-03-31'],
    ['2026-11-22', '2026-11-22'],
    ['2028-02-29', '2029-02-28'],
  ])('from %s to %s is good', (from, to) => {
    expect(termProblems(from, to, today)).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    ['2026-11-22', '2027-11-23', /1年以内/],
    ['2026-11-23', '2026-11-22', /前です/],
    ['2025-11-22', '2026-11-21', /過ぎ/],
    ['2026-02-30', '2026-12-31', /存在しない/],
    ['2026-11-22', 'someday', /存在しない/],
  ])('from %s to %s is refused', (from, to, why) => {
    expect(termProblems(from, to, today).join()).toMatch(why);
  });
});

describe('a renewal', () => {
  test.each([
    ['2027-11-21', '2027-10-21'],
    ['2027-03-31', '2027-02-28'],
    ['2028-03-30', '2028-02-29'],
    ['2027-01-15', '2026-12-15'],
  ])('of what ends on %s can be made from %s', (to, first) => {
    expect(renewableFrom(to)).toBe(first);
    expect(renewalProblems(to, first)).toEqual([]);
    expect(renewalProblems(to, to)).toEqual([]);
  });

  test('gives another year', () => {
    expect(renewed('2027-11-21')).toBe('2028-11-21');
    expect(renewed('2028-02-29')).toBe('2029-02-28');
  });

  test('is too early a day before, and too late when it has ended', () => {
    expect(renewalProblems('2027-11-21', '2027-10-20').join()).toMatch(/2027-10-21/);
    expect(renewalProblems('2027-11-21', '2027-11-22').join()).toMatch(/あらためて登録/);
  });
});
