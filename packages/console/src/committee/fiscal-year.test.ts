import { describe, expect, test } from '@jest/globals';
import { fiscalYearOf, fiscalYears, fiscalYearWord, monthsNotOver } from './fiscal-year.js';

describe('a fiscal year', () => {
  test('begins in April', () => {
    expect([fiscalYearOf('2026-03-31'), fiscalYearOf('2026-04-01')]).toEqual([2025, 2026]);
    expect(fiscalYears('2023-04-01').map(fiscalYearWord)).toEqual(['令和5年度', '令和4年度', '令和3年度']);
  });

  test('tells which of its months are not over', () => {
    expect(monthsNotOver([])).toContain('4月から3月まで');
    expect(monthsNotOver(['2026-04', '2026-05'])).toContain('6月から3月まで');
    expect(monthsNotOver(Array.from({ length: 11 }, (_, at) => `2026-${at + 4}`))).toMatch(/^3月は/);
    expect(monthsNotOver(Array.from({ length: 12 }, () => '2026-04'))).toBeUndefined();
  });
});
