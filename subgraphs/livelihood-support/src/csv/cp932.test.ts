import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCp932, decodeUtf8, GETA, looksLikeUtf8 } from './cp932.js';
import { cp932 } from './sample-csv.js';

describe('bytes of CP932', () => {
  test('are the text that they were', () => {
    const japanese = fc.string({ unit: fc.constantFrom(...'髙﨑①㈱ｱｲｳ゛ー～あいう表能ソ申十A1,"') });
    fc.assert(
      fc.property(japanese, (text) => {
        expect(decodeCp932(cp932(text))).toEqual({ text, gaiji: [], isBroken: false });
      }),
    );
  });

  test('of the user-defined area are 〓, with the code beside', () => {
    const bytes = Buffer.concat([
      cp932('田'),
      Buffer.from([0xf0, 0x40]),
      cp932('子'),
      Buffer.from([0xf9, 0xfc]),
    ]);
    expect(decodeCp932(bytes)).toEqual({
      text: `田${GETA}子${GETA}`,
      gaiji: [
        { at: 1, code: 'F040' },
        { at: 3, code: 'F9FC' },
      ],
      isBroken: false,
    });
  });

  test('that stand for nothing are 〓 too', () => {
    expect(decodeCp932(Buffer.from([0x85, 0x40]))).toMatchObject({ text: GETA, gaiji: [{ code: '8540' }] });
  });

  test('with half a character are broken, in the end and in the middle', () => {
    expect(decodeCp932(Buffer.from([0x93]))).toMatchObject({ isBroken: true });
    expect(decodeCp932(Buffer.from([0x93, 0x20, 0x41]))).toMatchObject({ isBroken: true });
  });

  test('never throw, whatever they are, and account for every 〓', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const { text, gaiji } = decodeCp932(Buffer.from(bytes));
        for (const { at } of gaiji) expect(text.charAt(at)).toBe(GETA);
      }),
    );
  });
});

describe('bytes of UTF-8', () => {
  test('keep variation selectors; private-use characters are 〓, with the code beside', () => {
    const { text, gaiji } = decodeUtf8(Buffer.from('葛\u{E0100}\u{F0000}\uE000')) ?? {};
    expect([text, gaiji]).toEqual([
      `葛\u{E0100}${GETA}${GETA}`,
      [
        { at: 3, code: 'U+F0000' },
        { at: 4, code: 'U+E000' },
      ],
    ]);
    expect(decodeUtf8(cp932('日本'))).toBeUndefined();
  });

  test('are told from CP932: no Japanese text of the one is a text of the other', () => {
    const unit = fc.constantFrom(...'あいうえおアイウエオ漢字検討支援ー、。');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (text) => {
        expect([looksLikeUtf8(Buffer.from(text)), looksLikeUtf8(cp932(text))]).toEqual([true, false]);
      }),
    );
    expect(looksLikeUtf8(cp932('ﾃｱ ABC'))).toBe(false);
  });
});
