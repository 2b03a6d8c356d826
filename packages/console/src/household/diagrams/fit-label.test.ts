import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitLabel } from './fit-label.js';

test('breaks where the line is full', () => {
  expect(fitLabel('障がい者総合相談窓口(基幹相談支援センター)', 11, 2)).toEqual([
    '障がい者総合相談窓口(',
    '基幹相談支援センター)',
  ]);
});

test('begins no line with what closes one', () => {
  expect(fitLabel('福祉総務課（児童福祉係）', 11, 2)).toEqual(['福祉総務課（児童福祉係）']);
});

test('ends in … what does not fit', () => {
  expect(fitLabel('あいうえおかきくけこ', 4, 2)).toEqual(['あいうえ', 'おかき…']);
});

test('counts Latin letters as half', () => {
  expect(fitLabel('NGUYEN THI HOA', 5, 2)).toEqual(['NGUYEN THI', 'HOA']);
});

test('keeps a letter and its variation selector together', () => {
  expect(fitLabel('葛\u{E0100}西', 1, 2)).toEqual(['葛\u{E0100}', '西']);
});

test('never gives more lines than there is room for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 12 }), (text, wide) => {
      expect(fitLabel(text, wide, 2).length).toBeLessThanOrEqual(2);
    }),
  );
});
