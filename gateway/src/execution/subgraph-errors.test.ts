import { describe, expect, test } from '@jest/globals';
import { inOrder, publicError } from './subgraph-errors.js';

describe('the errors of an answer', () => {
  const places: readonly (readonly (string | number)[])[] = [
    ['a'],
    ['a', 'list', 2],
    ['a', 'list', 10],
    ['a', 'list', 10, 'x'],
    ['b'],
  ];
  const errors = [
    publicError('SECTOR_UNAVAILABLE'),
    ...places.map((path) => publicError('INTERNAL', path)),
    publicError('PURPOSE_REQUIRED', ['b']),
  ];
  const told = (found: readonly { readonly path?: unknown }[]): string => JSON.stringify(found);

  test('have one order, whichever sector answered first', () => {
    for (let turn = 0; turn < errors.length; turn += 1) {
      const arrived = [...errors.slice(turn), ...errors.slice(0, turn)];
      expect(told(inOrder(arrived))).toBe(told(errors));
      expect(told(inOrder(arrived.reverse()))).toBe(told(errors));
    }
  });

  test('are cut off in that order too', () => {
    const many = Array.from({ length: 300 }, (_, at) => publicError('INTERNAL', ['list', at]));
    expect(told(inOrder(many.toReversed()))).toBe(told(many.slice(0, 100)));
  });
});
