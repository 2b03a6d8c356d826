import { expect, test } from '@jest/globals';
import { codeOf, legible } from './legible.js';

const inBasicPlane = (codePoint: number): boolean => codePoint < 0x10000;

test('a kanji that the face lacks is marked and named, the rest is printed as given', () => {
  const missing = new Set<string>();
  expect(legible('\u{2A6B2}橋\u{E0101}\n花子\u202E', inBasicPlane, missing)).toBe('〓橋\n花子');
  expect([...missing].map(codeOf)).toEqual(['U+2A6B2']);
});
