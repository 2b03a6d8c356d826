export type Json = null | boolean | number | string | Json[] | JsonObject;

/** Under this key an object of the answer holds values as text: see `pass-through.ts`. No client and no subgraph can name it. */
export const asWritten = Symbol('as written');

export interface JsonObject {
  [key: string]: Json | undefined;
  [asWritten]?: (string | undefined)[];
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Control characters, quotes, backslashes, and halves of a pair.
// eslint-disable-next-line no-control-regex
const needsEscape = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A text in quotes; most need nothing else. */
export const quoted = (text: string): string => (needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`);
