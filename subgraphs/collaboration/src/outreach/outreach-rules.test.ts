import { describe, expect, test } from '@jest/globals';
import { isHikikomori, isPartialDate, isQuiet, isTimeOfDay } from './outreach-rules.js';

const at = (time: string): Date => new Date(`2026-11-22T${time}:00+09:00`);

describe('quiet hours', () => {
  const night = { from: '21:00', to: '10:00' };
  test.each([
    ['21:00', true],
    ['23:59', true],
    ['00:00', true],
    ['09:59', true],
    ['10:00', false],
    ['20:59', false],
  ])('over midnight: at %s %s', (time, quiet) => {
    expect(isQuiet(at(time), night)).toBe(quiet);
  });
  test('in the day, and of no length', () => {
    expect(isQuiet(at('13:00'), { from: '12:00', to: '14:00' })).toBe(true);
    expect(isQuiet(at('14:00'), { from: '12:00', to: '14:00' })).toBe(false);
    expect(isQuiet(at('12:00'), { from: '12:00', to: '12:00' })).toBe(false);
  });
  test('are times of a day', () => {
    expect(['00:00', '23:59'].every(isTimeOfDay)).toBe(true);
    expect(['24:00', '9:00', '12:60', ''].some(isTimeOfDay)).toBe(false);
  });
});

describe('ひきこもり: six months at home', () => {
  const now = at('12:00');
  test.each([
    ['2026-05-22', true],
    ['2026-05-23', false],
    ['2026-04', true],
    ['2026-05', false],
    ['2025', true],
    ['2026', false],
    ['春から', false],
  ])('since %s: %s', (since, counts) => {
    expect(isHikikomori(since, now)).toBe(counts);
  });
  test('of a month that is too short, its last day', () => {
    expect(isHikikomori('2025-08-31', at('00:00'))).toBe(true);
    expect(isHikikomori('2026-08-31', new Date('2027-02-27T23:59:00+09:00'))).toBe(false);
    expect(isHikikomori('2026-08-31', new Date('2027-02-28T00:00:00+09:00'))).toBe(true);
  });
  test('dates may be partial, and are dates', () => {
    expect(['2026', '2026-01', '2026-01-31'].every(isPartialDate)).toBe(true);
    expect(['26', '2026-13', '2026-1', '2026-01-32'].some(isPartialDate)).toBe(false);
  });
});
