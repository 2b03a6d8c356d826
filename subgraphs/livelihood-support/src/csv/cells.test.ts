import { describe, expect, test } from '@jest/globals';
import { code, codes, date, flag, number, numbers, text, yen, type Cell } from './cells.js';

const read = (cell: Cell, given: string): unknown => {
  const { data, error } = cell.safeParse(given);
  return data ?? error?.issues.map(({ message }) => message);
};

describe('a cell', () => {
  test.each<[string, Cell, string, unknown]>([
    ['a date of an era', date('d'), 'R06.04.01', { d: '2024-04-01' }],
    ['a blank one', date('d'), '　', { d: null }],
    ['yen in full width', yen('y'), '１２，３４５円', { y: 12345 }],
    ['a negative balance', yen('y', { negative: true }), '△1,000', { y: -1000 }],
    ['a yes', flag('f'), '有', { f: true }],
    ['a no', flag('f'), '０', { f: false }],
    ['a label', code('c', { A: { ja: '持ち家', en: '' } }), '持ち家', { c: 'A' }],
    ['a code', code('c', { A: { ja: '持ち家', en: '' } }), 'A', { c: 'A' }],
    [
      'words of two columns',
      codes({ a: { 病気: 'ILL' }, b: { 自死企図: 'RISK' } }),
      '病気；自死企図',
      { a: 'ILL', b: 'RISK' },
    ],
    ['no words', codes({ a: { 病気: 'ILL' } }), '', { a: null }],
    ['a number in full width', number('n'), 'Ｋ０７－１', { n: 'K07-1' }],
    ['numbers', numbers('n'), 'K1;K2、K1', { n: 'K1,K2' }],
    [
      'text with a variation selector, as it was given',
      text('t', 10),
      '葛\u{E0100}西 ',
      { t: '葛\u{E0100}西 ' },
    ],
  ])('%s is read', (_, cell, given, value) => expect(read(cell, given)).toEqual(value));

  test.each<[string, Cell, string]>([
    ['a day outside its era', date('d'), 'S64.1.8'],
    ['a needed one that is blank', text('t', 5, { required: true }), ' '],
    ['one that is too long', text('t', 3), '四文字だ'],
    ['a word outside the list', code('c', { A: { ja: '持ち家', en: '' } }), '持家'],
    ['a prototype’s word', code('c', { A: { ja: '持ち家', en: '' } }), 'constructor'],
    ['one wrong word of several', codes({ a: { 病気: 'ILL' } }), '病気;元気'],
    ['a negative rent', yen('y'), '-5'],
    ['more yen than there are', yen('y'), '9999999999'],
    ['a text with a NUL', text('t', 9), 'a\0b'],
    ['a number with a comma', number('n'), 'K1,K2'],
  ])('%s is refused, and its reason holds nothing of it', (_, cell, given) => {
    const problems = read(cell, given);
    expect(problems).toEqual([expect.any(String)]);
    if (given.trim() !== '') expect(String(problems)).not.toContain(given);
  });
});
