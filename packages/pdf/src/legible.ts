/** Variation selectors choose among the shapes of one kanji; a face has one of them. Controls print nothing. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu;

/** What stands where a face has no character: it must not look as if the name were another one. */
export const GETA = '〓';

/** A text as a face can print it; what it cannot is added to `missing`. */
export function legible(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
  missing: Set<string>,
): string {
  return [...text.normalize('NFC').replace(UNSEEN, '')]
    .map((character) => {
      if (character === '\n' || hasGlyph(character.codePointAt(0) ?? 0)) return character;
      missing.add(character);
      return GETA;
    })
    .join('');
}

/** How a missing character is named: `U+2A6B2`. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
