/** Never begins a line (行頭禁則): it hangs out of the line before. */
const closing = /^[)）」』】〉》、。・ー]/u;

const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Latin letters, digits and half-width kana take half of what a kanji takes. */
const widthOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  return code <= 0xff || (code >= 0xff61 && code <= 0xff9f) ? 0.5 : 1;
};

/**
 * Breaks a text into lines for a drawing, where nothing breaks it for us. A letter stays whole with its variation
 * selector. What does not fit ends in `…`; the table beside the drawing has the whole.
 * @param wide how many full-width letters stand in a line
 */
export function fitLabel(text: string, wide: number, lines: number): readonly string[] {
  const fitted: string[] = [];
  let line = '';
  let width = 0;
  for (const { segment } of letters.segment(text.trim())) {
    if (width + widthOf(segment) > wide && !(closing.test(segment) && width <= wide)) {
      if (fitted.length === lines - 1) return [...fitted, `${withoutLast(line)}…`];
      fitted.push(line.trimEnd());
      line = '';
      width = 0;
      if (segment === ' ' || segment === '\u3000') continue;
    }
    line += segment;
    width += widthOf(segment);
  }
  return line === '' ? fitted : [...fitted, line];
}

const withoutLast = (text: string): string =>
  [...letters.segment(text)]
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('');
