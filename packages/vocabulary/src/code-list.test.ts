import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asGiven, listed, listedAll } from './code-list.js';

const List = { NURSERY: '01', SCHOOL: '02' } as const;

describe('a code', () => {
  test('of the list is told as such, and not as given', () => {
    expect([listed(List, '01'), asGiven(List, '01')]).toEqual(['01', null]);
  });

  test('outside the list is kept, and never taken for one of it', () => {
    expect([listed(List, '学童'), asGiven(List, '学童')]).toEqual([null, '学童']);
    // The name of a value is not its code, nor is what every object has.
    for (const word of ['NURSERY', 'constructor', 'toString', '1', ' 01'])
      expect([listed(List, word), asGiven(List, word)]).toEqual([null, word]);
  });

  test('that is not there is nothing', () => {
    expect([listed(List, null), asGiven(List, null)]).toEqual([null, null]);
  });
});

test('of several codes in one column none is lost, and none is in both lists', () => {
  const code = fc.constantFrom('01', '02', '03', 'その他');
  fc.assert(
    fc.property(fc.array(code), (codes) => {
      const told = listedAll(List, codes.join(', '));
      expect([...told.listed, ...told.asGiven].sort()).toEqual([...codes].sort());
      expect(told.asGiven.some((each) => listed(List, each) !== null)).toBe(false);
    }),
  );
  expect(listedAll(List, null)).toEqual({ listed: [], asGiven: [] });
});
