import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageOf, readPlace, requirePage, type Place } from './connection.js';

const rows = (count: number): readonly Place[] =>
  Array.from({ length: count }, (_each, at) => ({ at: '2026-11-22', id: `c-${at}` }));

test('a page says whether there is more, and where the next begins', () => {
  const { edges, pageInfo } = pageOf(
    rows(3),
    2,
    (row) => row,
    ({ id }) => id,
  );
  expect(edges.map(({ node }) => node)).toEqual(['c-0', 'c-1']);
  expect(pageInfo.hasNextPage).toBe(true);
  expect(readPlace(pageInfo.endCursor!)).toEqual({ at: '2026-11-22', id: 'c-1' });
});

test('an empty page ends nowhere', () => {
  expect(
    pageOf(
      [],
      2,
      (row: Place) => row,
      (row) => row,
    ).pageInfo,
  ).toEqual({
    hasNextPage: false,
    endCursor: null,
  });
});

test('whatever else is given as a cursor is refused', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(() => readPlace(text)).toThrow('cursor')));
  expect(() => requirePage(0)).toThrow('first');
  expect(() => requirePage(51)).toThrow('first');
});

test('what only looks like a day or an instant is refused: a statement would break on it', () => {
  const cursor = (at: string): string => Buffer.from(`${at} c-1`).toString('base64url');
  for (const at of ['2026-02-30', '9999-99-99', '::::::::::', '2026-11-22T25:00:00.000Z', '2026-11-22T01'])
    expect(() => readPlace(cursor(at))).toThrow('cursor');
  for (const at of ['9999-12-31', '2026-11-22', '2026-11-22T01:02:03.004Z'])
    expect(readPlace(cursor(at)).at).toBe(at);
});
