import { describe, expect, it } from '@jest/globals';
import { filled, isoDate, plainDigits } from './plain.js';

describe('what is typed', () => {
  it.each([
    ['０２４２－３９－１２３４', '0242-39-1234'],
    ['0242ー39ー1234', '0242-39-1234'],
    [' 090 1234 5678 ', '090 1234 5678'],
    ['内線 ３ー１', '内線 3-1'],
    ['データ', 'データ'],
  ])('a number %s is kept as %s', (typed, kept) => expect(plainDigits(typed)).toBe(kept));

  it.each([
    ['令和８年１１月２２日', '2026-11-22'],
    ['R8.11.22', '2026-11-22'],
    ['昭和64年1月7日', '1989-01-07'],
    ['2026/4/1', '2026-04-01'],
    ['', undefined],
    ['来週', undefined],
  ])('the date %s is %s', (typed, date) => expect(isoDate(typed)).toBe(date));

  it('a blank is nothing', () => expect(filled('  ')).toBeUndefined());
});
