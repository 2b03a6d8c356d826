import { markup, type Html } from './html.js';

/** `{漢字|かんじ}`: kanji with the reading that is printed over them. */
const NOTATION = /\{([^{}|]+)\|([^{}|]+)\}/g;

/**
 * Text of ours with readings, as markup: `furigana('{本人|ほんにん}の ことば')`. Names and other data do not go through
 * it: they bring their reading as a value of its own ({@link ruby}).
 */
export const furigana = (text: string): Html =>
  markup`${text.split(/ (?![^{]*\})/).map((word, at) => markup`${at === 0 ? '' : ' '}${wordOf(word)}`)}`;

/** A word stays on one line: browsers would break it where its ruby begins or ends. */
function wordOf(text: string): Html {
  const parts: (string | Html)[] = [];
  let from = 0;
  for (const match of text.matchAll(NOTATION)) {
    const [whole, base = '', reading = ''] = match;
    parts.push(text.slice(from, match.index), ruby(base, reading));
    from = match.index + whole.length;
  }
  return parts.length === 0
    ? markup`${text}`
    : markup`<span class="word">${[...parts, text.slice(from)]}</span>`;
}

/** The brackets are for readers without ruby: `本人(ほんにん)`. */
export const ruby = (base: string, reading: string): Html =>
  markup`<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;

/** Whether a text has characters that need a reading. `々` repeats one, `〆` and `ヶ` are read like one. */
export const hasKanji = (text: string): boolean => /[\p{Script=Han}々〆ヶ]/u.test(text);
