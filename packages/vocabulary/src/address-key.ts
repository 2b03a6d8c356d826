import { fold } from './fold.js';
import { withoutVariants } from './kanji-variants.js';

const DIGITS = '〇一二三四五六七八九';

/** 二十三 → 23, 一〇二 → 102; only below 一百, as blocks and houses are numbered in kanji. */
function numberOf(kanji: string): string {
  if (!kanji.includes('十')) return [...kanji].map((digit) => DIGITS.indexOf(digit)).join('');
  const [tens = '', ones = ''] = kanji.split('十');
  return String((tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones)));
}

const NUMBER = '[〇一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九]+';
const COUNTED = '丁目|番地|番|号室|号棟|号|棟|階';

/** One pass; a change may make another possible. */
const pass = (text: string): string =>
  text
    .replace(/大字|字(?=\p{L})/gu, '')
    .replace(/(?<=\p{L})[ヶケヵがガ](?=\p{Script=Han})/gu, 'ケ')
    .replace(new RegExp(`(?:${NUMBER})(?=${COUNTED})`, 'gu'), (kanji) => numberOf(kanji))
    .replace(new RegExp(`(?<=\\d)(?:${COUNTED})`, 'gu'), '-')
    .replace(/(?<=[\d-])(?:の(?=\d)|ー)/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/(?<!\d)-|-(?!\d)/g, '');

/**
 * An address in the form in which two systems' spellings are compared: widths, 異体字 and 大字 folded, 丁目・番地・号 as
 * hyphens between digits. The building stays: two homes in one house are two addresses.
 * @example addressKey('見本町二丁目１番地の３') === addressKey('見本町2-1-3')
 */
export function addressKey(text: string): string {
  const hyphens = text.normalize('NFKC').replace(/(?<=\d)[\s\-\u30FC\u2010-\u2015\u2212]+(?=\d)/gu, '-');
  let key = withoutVariants(fold(hyphens, /[^\p{L}\p{N}-]/gu));
  for (let next = pass(key); next !== key; next = pass(key)) key = next;
  return key;
}

/** Whether two address keys are of one address, or of one house of which one names no room. */
export function agreeingAddress(one: string, other: string): 'SAME' | 'SAME_HOUSE' | undefined {
  if (one === '' || other === '') return undefined;
  if (one === other) return 'SAME';
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const rest = longer.slice(shorter.length);
  return longer.startsWith(shorter) && /\d$/.test(shorter) && !/^\d|^-\d/.test(rest)
    ? 'SAME_HOUSE'
    : undefined;
}
