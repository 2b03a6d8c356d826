/**
 * The form in which names are compared: NFKC (half-width kana, full-width letters), katakana for hiragana, no
 * variation selectors, no spaces, lower case. Names themselves are kept as given.
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\s・]/gu, '')
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .toLowerCase();
