/**
 * A text without what systems write differently: widths and compatibility forms (NFKC), case, and whatever is neither
 * letter nor digit: spaces, dots, variation selectors, accents that stand alone. Once is enough: what one pass brings
 * together (two halves of a Hangul syllable, say) the next folds.
 * @param dropped what is left out; the default keeps letters and digits
 */
export function fold(text: string, dropped = /[^\p{L}\p{N}]/gu): string {
  const pass = (one: string): string =>
    one.normalize('NFKC').toLowerCase().normalize('NFKC').replace(dropped, '');
  let folded = pass(text);
  for (let next = pass(folded); next !== folded; next = pass(folded)) folded = next;
  return folded;
}
