import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressKey, agreeingAddress } from './address-key.js';

describe('an address', () => {
  test.each([
    ['会津若松市見本町二丁目1番1号', '会津若松市見本町２－１－１'],
    ['見本町十二丁目3番地の2', '見本町12丁目3-2'],
    ['門田町大字見本字架空3番地の2', '門田町見本架空3-2'],
    ['加東市見本三丁目2番地 例示ハイツ102号', '加東市見本3丁目2番地例示ハイツ102'],
    ['自由ヶ丘1ー2', '自由が丘1-2'],
  ])('%s and %s have one key', (one, other) => expect(addressKey(one)).toBe(addressKey(other)));

  test.each([
    ['見本町2-1-1', '見本町21-1'],
    ['見本町1-2 例示荘101', '見本町1-2 例示荘102'],
    ['一番町3', '二番町3'],
  ])('%s and %s have two', (one, other) => expect(addressKey(one)).not.toBe(addressKey(other)));

  test('is normalised once and for all, whatever the text', () => {
    const unit = fc.constantFrom(...'見本町大字丁目番地号棟の一二十〇0 123-－ー 　ヶケが'.split(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'grapheme' })), (text) => {
        const key = addressKey(text);
        return addressKey(key) === key;
      }),
      { numRuns: 3_000 },
    );
  });

  test('agrees with itself, with its house without the room, and with no neighbour', () => {
    const [room, house, neighbour] = ['見本町1-2例示荘101', '見本町1-2', '見本町1-23'].map(addressKey) as [
      string,
      string,
      string,
    ];
    expect(agreeingAddress(room, room)).toBe('SAME');
    expect(agreeingAddress(house, room)).toBe('SAME_HOUSE');
    expect(agreeingAddress(house, neighbour)).toBeUndefined();
    expect(agreeingAddress(house, addressKey('見本町1-2-3'))).toBeUndefined();
    expect(agreeingAddress('', '')).toBeUndefined();
  });
});
