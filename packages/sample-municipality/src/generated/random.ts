/** A stream of choices that follows from its key alone: the same key gives the same stream, whatever was made before. */
export interface Random {
  /** 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** By weights, which need not sum up to anything. */
  weighted<T>(list: readonly (readonly [weight: number, value: T])[]): T;
  /** Twelve signs, sixty bits: nothing can be read from it. */
  id(prefix: string): string;
}

const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/** Each concern has a stream of its own: to draw once more in one of them changes nothing in the others. */
export function randomOf(...key: readonly (string | number)[]): Random {
  const next32 = sfc32(...hash128(key.join('/')));
  const next = (): number => next32() / 2 ** 32;
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    weighted(list) {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      const found = list.find(([weight]) => (left -= weight) < 0) ?? list[list.length - 1];
      if (!found) throw new Error('There is nothing to choose from.');
      return found[1];
    },
    id: (prefix) => prefix + Array.from({ length: 12 }, () => signs[next32() >>> 27]).join(''),
  };
}

/** cyrb128, in the public domain: 128 bits of any text. */
function hash128(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
  return [a >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

/** Chris Doty-Humphrey's Small Fast Counter, in the public domain. */
function sfc32(a: number, b: number, c: number, d: number): () => number {
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  // The first numbers still show the key.
  for (let turn = 0; turn < 12; turn++) next();
  return next;
}
