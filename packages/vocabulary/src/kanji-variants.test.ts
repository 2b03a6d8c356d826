import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kanjiVariants, withoutVariants } from './kanji-variants.js';

describe('the table of variants', () => {
  test('has each character in one group only: or two names would be one by way of a third', () => {
    const all = kanjiVariants.flatMap((group) => [...group]);
    expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
    for (const group of kanjiVariants) expect([...group].length).toBeGreaterThan(1);
  });

  test('holds nothing that NFKC changes: it would never be met', () => {
    for (const group of kanjiVariants) expect(group.normalize('NFKC')).toBe(group);
  });

  test.each([
    ['髙﨑', '高崎'],
    ['渡邉', '渡辺'],
    ['渡邊', '渡辺'],
    ['濵田', '浜田'],
    ['𠮷野', '吉野'],
  ])('%s is compared as %s', (written, compared) => expect(withoutVariants(written)).toBe(compared));

  test.each([
    ['大坂', '大阪'],
    ['太田', '大田'],
  ])('%s and %s stay two names', (one, other) =>
    expect(withoutVariants(one)).not.toBe(withoutVariants(other)),
  );

  test('is applied once and for all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => withoutVariants(withoutVariants(text)) === withoutVariants(text),
      ),
    );
  });
});
