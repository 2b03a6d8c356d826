import { describe, expect, test } from '@jest/globals';
import { createLoader, groupBy } from './loader.js';

describe('a loader', () => {
  test('gives each key its own value, in whatever order and number the batch found them', async () => {
    const loader = createLoader(
      async () =>
        new Map([
          ['b', 2],
          ['a', 1],
        ]),
      () => 0,
    );
    expect(await loader.loadMany(['a', 'missing', 'b'])).toEqual([1, 0, 2]);
  });

  test('asks once for keys that are asked for twice, in one tick and later', async () => {
    const batches: (readonly string[])[] = [];
    const loader = createLoader<string, string>(
      async (keys) => {
        batches.push(keys);
        return new Map(keys.map((key) => [key, `${key}!`]));
      },
      () => 'missing',
    );
    expect(await Promise.all(['a', 'b', 'a'].map((key) => loader.load(key)))).toEqual(['a!', 'b!', 'a!']);
    expect(await loader.load('a')).toBe('a!');
    expect(batches).toEqual([['a', 'b']]);
  });

  test('makes a new "missing" for each key: what one reader does to it no other sees', async () => {
    const loader = createLoader<string, string[]>(
      async () => new Map(),
      () => [],
    );
    const [first, second] = await Promise.all([loader.load('a'), loader.load('b')]);
    expect(first).not.toBe(second);
  });

  test('keeps a value that counts as nothing', async () => {
    const found = new Map<string, number | string | boolean>([
      ['zero', 0],
      ['text', ''],
      ['no', false],
    ]);
    const loader = createLoader<string, number | string | boolean>(
      async () => found,
      () => 'missing',
    );
    expect(await loader.loadMany(['zero', 'text', 'no'])).toEqual([0, '', false]);
  });

  test('fails every key of a batch that failed, without naming them', async () => {
    const loader = createLoader<string, number>(
      () => Promise.reject(new Error('the database is away')),
      () => 0,
    );
    const results = await Promise.allSettled([loader.load('CANARY-A'), loader.load('CANARY-B')]);
    expect(results).toEqual([
      { status: 'rejected', reason: new Error('the database is away') },
      { status: 'rejected', reason: new Error('the database is away') },
    ]);
  });
});

test('rows are grouped under their key in the order in which they came', () => {
  const rows = ['b1', 'a1', 'b2'];
  expect([...groupBy(rows, (row) => row.charAt(0))]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});
