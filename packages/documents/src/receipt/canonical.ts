import { createHash } from 'node:crypto';

/**
 * JSON in one form only (as RFC 8785: no spaces, keys in the order of their UTF-16 code units), so that equal values
 * have equal bytes and a hash can be computed again elsewhere. What is `undefined` is left out.
 * @throws {TypeError} for what JSON has no form for.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join()}}`;
  }
  throw new TypeError(`JSON has no form for a value of type ${typeof value}.`);
}

/** An object literal, of any realm: a Date or a Map has a prototype of its own between it and the last one. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** SHA-256 of the UTF-8 bytes of the canonical form, in hex. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
