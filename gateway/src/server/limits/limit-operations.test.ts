import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { createOperationGuard } from './limit-operations.js';
import { defaultLimits } from './operation-limits.js';

const guard = createOperationGuard(defaultLimits);
const refusal = (text: string, variables: Record<string, unknown> = {}): string | undefined => {
  const begin = performance.now();
  try {
    guard.check(text, variables);
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
    return (error as Error).message;
  } finally {
    expect(performance.now() - begin).toBeLessThan(500);
  }
};
const nested = (levels: number, inner = 's'): string =>
  `${'{ a '.repeat(levels - 1)}{ ${inner} }${'}'.repeat(levels - 1)}`;
const doubling = (count: number, last: string): string =>
  `{ ...F0 } ${Array.from({ length: count }, (_, at) => `fragment F${at} on Query { ${at === count - 1 ? last : `...F${at + 1} ...F${at + 1}`} }`).join(' ')}`;

describe('what people send passes', () => {
  test('the household view, twice as large', () => {
    const file = new URL('../../../../packages/local-hub/queries/household-view.graphql', import.meta.url);
    const view = readFileSync(file, 'utf8');
    const half = createOperationGuard(
      Object.fromEntries(
        Object.entries(defaultLimits).map(([name, limit]) => [name, limit / 2]),
      ) as unknown as typeof defaultLimits,
    );
    expect(() => half.check(view, { id: 'h1' })).not.toThrow();
  });

  test('what a tool asks of the schema', () => {
    expect(
      refusal(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true })),
    ).toBeUndefined();
  });

  test('what is no GraphQL is left to the parser', () => {
    for (const text of ['', '{', 'query {{', '"', '\u0000', '{ a(first: ) }'])
      expect(refusal(text)).toBeUndefined();
  });
});

describe('what no screen sends is refused, and told why', () => {
  test.each<[string, string, string]>([
    ['many tokens', `{ ${'a '.repeat(10_001)} }`, 'tokens; at most 10000'],
    ['an enormous document', `{ ${'a '.repeat(500_000)} }`, 'tokens; at most 10000'],
    [
      'many aliases',
      `{ ${Array.from({ length: 2_000 }, (_, at) => `a${at}: s`).join(' ')} }`,
      '2000 aliases; at most 200',
    ],
    ['aliases in fragments that double', doubling(12, 'a: s'), 'aliases; at most 200'],
    [
      'ten thousand aliases',
      `{ ${Array.from({ length: 10_000 }, (_, at) => `a${at}: s`).join(' ')} }`,
      'tokens',
    ],
    ['deep fields', nested(41), '41 levels of fields; at most 40'],
    ['fields too deep for the parser', nested(3_000), 'levels of fields; at most 40'],
    [
      'lists too deep for the parser',
      `{ a(x: ${'['.repeat(4_000)}${']'.repeat(4_000)}) }`,
      'levels of fields',
    ],
    [
      'depth within fragments',
      `{ ...F } fragment F on Query ${nested(30, '...G')} fragment G on Query ${nested(30)}`,
      'levels of fields',
    ],
    ['directives', `{ a ${'@x '.repeat(51)} }`, '51 directives; at most 50'],
    ['root fields', `{ ${'a '.repeat(51)} }`, '51 fields at its root; at most 50'],
    ['root fields by fragments', doubling(40, 's'), 'fields at its root'],
    ['a long list', '{ a(first: 1001) { s } }', '1001 entries in one list; at most 1000'],
    ['lists in lists', '{ a(first: 200) { a(last: 200) { s } } }', 'values in the answer; at most 20000'],
  ])('%s', (_, text, words) => expect(refusal(text)).toContain(words));

  test('a list by variable, by its default, and not by a name that every object has', () => {
    const text = 'query Q($n: Int = 5000) { a(first: $n) { s } }';
    expect(refusal(text, { n: 1001 })).toContain('1001 entries');
    expect(refusal(text, {})).toContain('5000 entries');
    expect(refusal(text, { n: 10 })).toBeUndefined();
    expect(refusal('query Q($constructor: Int) { a(first: $constructor) { s } }', {})).toBeUndefined();
  });

  test('fragments in a circle are counted once, for validation to refuse', () => {
    expect(refusal('{ ...A } fragment A on Query { s ...B } fragment B on Query { ...A }')).toBeUndefined();
  });
});

describe('a trusted document', () => {
  const tight = createOperationGuard({ ...defaultLimits, listSize: 20, cost: 100, tokens: 5, depth: 1 });
  const large = 'query Q($n: Int = 30) { a(first: $n) { b(first: 40) { s } } c(first: 40) { s } }';

  test('is taken as large as it was agreed', () => {
    expect(() => tight.checkSizes(large, {})).not.toThrow();
    expect(() => tight.checkSizes(large, { n: 30 })).not.toThrow();
    expect(() => tight.checkSizes(large, { n: 2 })).not.toThrow();
  });

  test('is not taken larger than that by what the client sends', () => {
    expect(() => tight.checkSizes(large, { n: 31 })).toThrow('values in the answer; at most');
    expect(() => tight.checkSizes(large, { n: 41 })).toThrow('41 entries in one list; at most 40');
    expect(() => tight.checkSizes('query Q($n: Int) { a(first: $n) { s } }', { n: 21 })).toThrow(
      'at most 20',
    );
  });
});
