import iconv from 'iconv-lite';

/** 外字: a character that only the legacy package knows. The text shows {@link GETA}, the code says which it was. */
export interface Gaiji {
  /** Place in the text, in UTF-16 units. */
  readonly at: number;
  /** `F040` of a CP932 file, `U+E000` of a UTF-8 file. */
  readonly code: string;
}

export interface Decoded {
  readonly text: string;
  readonly gaiji: readonly Gaiji[];
  /** The bytes end in, or hold, half a character. */
  readonly isBroken: boolean;
}

/** 下駄記号: stands in print for a character that could not be set. */
export const GETA = '〓';

const isLead = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
const isTrail = (byte: number): boolean => byte >= 0x40 && byte <= 0xfc && byte !== 0x7f;
const isOpaque = (text: string): boolean => /[\uFFFD\uE000-\uF8FF\u0080\u00A0]/.test(text);

/**
 * CP932 (Shift_JIS as Windows writes it) as text. What has no character in Unicode (the user-defined area F040 to F9FC,
 * codes that nothing is mapped to) becomes 〓, and its code is told beside.
 */
export function decodeCp932(bytes: Buffer): Decoded {
  const whole = iconv.decode(bytes, 'cp932');
  if (!isOpaque(whole)) return { text: whole, gaiji: [], isBroken: false };
  const gaiji: Gaiji[] = [];
  let text = '';
  let isBroken = false;
  for (let at = 0; at < bytes.length;) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    const length = isLead(lead) ? 2 : 1;
    isBroken ||= length === 2 && (at + 1 >= bytes.length || !isTrail(trail));
    const one = iconv.decode(bytes.subarray(at, at + length), 'cp932');
    if (isOpaque(one))
      gaiji.push({ at: text.length, code: bytes.toString('hex', at, at + length).toUpperCase() });
    text += isOpaque(one) ? GETA : one;
    at += length;
  }
  return { text, gaiji, isBroken };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;

/** UTF-8 as text, variation selectors and all; private-use characters become 〓. Nothing when it is not UTF-8. */
export function decodeUtf8(bytes: Buffer): Decoded | undefined {
  let given: string;
  try {
    given = utf8.decode(bytes);
  } catch {
    return undefined;
  }
  const gaiji: Gaiji[] = [];
  let shorter = 0;
  const text = given.replace(PRIVATE_USE, (character, at: number) => {
    gaiji.push({ at: at - shorter, code: `U+${character.codePointAt(0)?.toString(16).toUpperCase()}` });
    shorter += character.length - 1;
    return GETA;
  });
  return { text, gaiji, isBroken: false };
}

/**
 * Whether bytes of a CP932 file were written as UTF-8: valid as such, with a character of Japanese in it. Hiragana,
 * katakana and most kanji of CP932 are never valid UTF-8.
 */
export const looksLikeUtf8 = (bytes: Buffer): boolean =>
  /[\u3000-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/.test(decodeUtf8(bytes)?.text ?? '');
