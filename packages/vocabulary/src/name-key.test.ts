import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kanjiVariants } from './kanji-variants.js';
import { kanaKey, nameKey, romanNameKey } from './name-key.js';

const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'アイウエオカキョッーヂヴァがぎゃー・　 ｱｲｳﾞﾞ々髙高﨑崎邊NGUYễnđ-') }),
);

describe('every key', () => {
  test.each([
    ['nameKey', nameKey],
    ['kanaKey', kanaKey],
    ['romanNameKey', romanNameKey],
  ] as const)('%s is applied once and for all, whatever the text', (_, key) => {
    fc.assert(
      fc.property(anything, (text) => key(key(text)) === key(text)),
      { numRuns: 2_000 },
    );
  });

  test('does not see spaces, in whatever width', () => {
    const name = fc.string({ unit: fc.constantFrom(...'髙崎邊々みどりナオキnguyễ') });
    fc.assert(
      fc.property(name, fc.constantFrom(' ', '　', '・'), (text, space) => {
        const spread = [...text].join(space);
        return nameKey(spread) === nameKey(text) && kanaKey(spread) === kanaKey(text);
      }),
    );
  });
});

describe('a name as it is written', () => {
  test('has one key with every variant of its characters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...kanjiVariants), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat(3)),
        (groups, dice) => {
          const written = groups.map((group) => {
            const forms = [...group];
            return forms[(dice.next().value ?? 0) % forms.length] ?? '';
          });
          return nameKey(written.join('')) === nameKey(groups.map((group) => [...group][0]).join(''));
        },
      ),
    );
  });

  test.each([
    ['葛\u{E0100}西 義雄', '葛西義雄'],
    ['佐々木', '佐佐木'],
    ['みなみ 花子', 'ミナミ花子'],
    ['ＮＧＵＹＥＮ', 'nguyen'],
  ])('%s and %s have one', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test.each([
    ['田中一郎', '田中二郎'],
    ['大坂', '大阪'],
    ['佐々木', '佐木'],
  ])('%s and %s have two', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));
});

describe('a name as it sounds', () => {
  test.each([
    ['ｼｮｳｿﾞｳ', 'ショウゾウ'],
    ['しょうぞう', 'シヨウゾウ'],
    ['オオノ', 'オーノ'],
    ['ケイコ', 'ケーコ'],
    ['ユウキ', 'ユーキ'],
    ['チヅル', 'チズル'],
    ['グエン・ティ・ラン', 'グエン テイ ラン'],
    ['ヴィクトル', 'ビクトル'],
    ['ｶﾞｯﾄ', 'ガツト'],
  ])('%s and %s have one key', (one, other) => expect(kanaKey(one)).toBe(kanaKey(other)));

  test.each([
    ['ハルカ', 'ハルコ'],
    ['サトウ', 'カトウ'],
    ['カキ', 'ガギ'],
  ])('%s and %s have two', (one, other) => expect(kanaKey(one)).not.toBe(kanaKey(other)));

  test('has one key in either width and either kana', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'アイウエオカキクケコガギグサシスザジタチツダヂハヒバパャュョッー'),
        }),
        (kana) => {
          const hiragana = kana.replace(/[\u30A1-\u30F6]/g, (one) =>
            String.fromCharCode(one.charCodeAt(0) - 0x60),
          );
          return kanaKey(hiragana) === kanaKey(kana);
        },
      ),
    );
  });
});

describe('a name in roman letters', () => {
  test('has one key in whatever order its words stand, with or without accents', () => {
    const word = fc.constantFrom('Nguyễn', 'Thị', 'Lan', 'García', 'João', 'Đặng', 'Öz');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const plain = words.map((each) => romanNameKey(each).toUpperCase());
        return romanNameKey(words.toReversed().join(' ')) === romanNameKey(plain.join(', '));
      }),
    );
    expect(romanNameKey('NGUYEN Thi Lan')).toBe(romanNameKey('Lan, Nguyễn Thị'));
    expect(romanNameKey('Nguyen Lan')).not.toBe(romanNameKey('Nguyen Linh'));
  });
});
