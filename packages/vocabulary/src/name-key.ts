import { fold } from './fold.js';
import { withoutVariants } from './kanji-variants.js';

/*
 * Names and kana in the form in which two systems' spellings are compared. Keys are for finding candidates, never for
 * deciding that two persons are one, and nobody is ever shown one: a name is kept and shown as it was given.
 */

const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';
const SOUNDS_ALIKE: Readonly<Record<string, string>> = {
  ヂ: 'ジ',
  ヅ: 'ズ',
  ヲ: 'オ',
  ヱ: 'エ',
  ヰ: 'イ',
  ヴ: 'ブ',
};
const V_ROW: Readonly<Record<string, string>> = { ヴァ: 'バ', ヴィ: 'ビ', ヴェ: 'ベ', ヴォ: 'ボ' };

/** The vowel in which a kana ends. */
const vowelOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ア: 'アカサタナハマヤラワガザダバパ',
    イ: 'イキシチニヒミリギジビピ',
    ウ: 'ウクスツヌフムユルグズブプ',
    エ: 'エケセテネヘメレゲゼデベペ',
    オ: 'オコソトノホモヨロゴゾドボポ',
  }).flatMap(([vowel, row]) => [...row].map((kana) => [kana, vowel] as const)),
);

const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/**
 * A name as it is written: NFKC, 異体字 folded, 々 written out, hiragana as katakana, no spaces or variation selectors.
 * @example nameKey('髙﨑 みどり') === nameKey('高崎ミドリ')
 */
export function nameKey(text: string): string {
  const written = withoutVariants(toKatakana(fold(text)));
  return [...written].reduce(
    (key, character) => key + (character === '々' ? ([...key].at(-1) ?? '') : character),
    '',
  );
}

/**
 * A name as it sounds, from kana of either width: small kana as large ones, ヂ as ジ, and without what only makes a
 * vowel long. オオノ and オノ have one key: whoever compares keys must look at the name too.
 * @example kanaKey('ｼｮｳｿﾞｳ') === kanaKey('ショーゾー')
 */
export function kanaKey(text: string): string {
  const kana = toKatakana(fold(text))
    .replace(/ヴ[ァィェォ]/g, (pair) => V_ROW[pair] ?? pair)
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (small) => LARGE.charAt(SMALL.indexOf(small)))
    .replace(/[ヂヅヲヱヰヴ]/g, (one) => SOUNDS_ALIKE[one] ?? one);
  let vowel: string | undefined;
  return [...kana].reduce((key, character) => {
    if (character === 'ー' || (vowel !== undefined && lengthens(character, vowel))) return key;
    vowel = vowelOf.get(character);
    return key + character;
  }, '');
}

/** エイ is a long エ, オウ a long オ. */
const lengthens = (character: string, vowel: string): boolean =>
  character === vowel || (character === 'イ' && vowel === 'エ') || (character === 'ウ' && vowel === 'オ');

const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/**
 * A name in roman letters: no accents, no case, its words in one order, for family and given names change places from
 * form to form.
 * @example romanNameKey('NGUYEN Thi Lan') === romanNameKey('Lan, Nguyễn Thị')
 */
export const romanNameKey = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) =>
      fold(word.normalize('NFKD').replace(/\p{M}/gu, '')).replace(
        /[đøłßæœıþð]/g,
        (letter) => LETTERS[letter] ?? letter,
      ),
    )
    .filter(Boolean)
    .sort()
    .join(' ');
