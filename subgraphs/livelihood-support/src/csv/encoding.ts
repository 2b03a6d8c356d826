import type { Line } from './read-lines.js';
import { decodeCp932, decodeUtf8, looksLikeUtf8, type Decoded } from './cp932.js';

/** How a file's characters are written. */
export const Encoding = { CP932: 'CP932', UTF8: 'UTF-8' } as const;
export type Encoding = (typeof Encoding)[keyof typeof Encoding];

// eslint-disable-next-line no-control-regex
const isAscii = (bytes: string): boolean => /^[\x00-\x7f]*$/.test(bytes);
const bytesOf = (cell: string): Buffer => Buffer.from(cell, 'latin1');

/** The text of a cell; nothing when its bytes are not of this encoding. */
export function decodeCell(cell: string, encoding: Encoding): Decoded | undefined {
  if (isAscii(cell)) return { text: cell, gaiji: [], isBroken: false };
  return encoding === Encoding.UTF8 ? decodeUtf8(bytesOf(cell)) : decodeCp932(bytesOf(cell));
}

/** Whether a line is written in another encoding than its file. */
export function isForeign({ cells }: Line, encoding: Encoding): boolean {
  const bytes = cells.filter((cell) => !isAscii(cell)).join('');
  if (bytes === '') return false;
  return encoding === Encoding.UTF8
    ? decodeUtf8(bytesOf(bytes)) === undefined
    : looksLikeUtf8(bytesOf(bytes));
}

/** The headers of a file and its encoding, which they tell: they are in Japanese, and known. */
export function readHeader(
  { cells }: Line,
  hasBom: boolean,
): { readonly encoding: Encoding; readonly headers: readonly string[] } {
  const encoding = hasBom || looksLikeUtf8(bytesOf(cells.join(''))) ? Encoding.UTF8 : Encoding.CP932;
  const headers = cells.map((cell) => (decodeCell(cell, encoding)?.text ?? '').normalize('NFKC').trim());
  return { encoding, headers };
}
