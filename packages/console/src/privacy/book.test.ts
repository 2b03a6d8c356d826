import { describe, expect, test } from '@jest/globals';
import { rules } from '@kasane/disclosure/rules';
import { bookParts, searchParts } from './book.js';

const { about, parts } = bookParts();

describe('the rule book on the screen', () => {
  test('has a part for every rule, in its order', () => {
    const titles = parts
      .map(({ title }) => /^\d+\. `(\w+)`/.exec(title)?.[1])
      .filter((id) => id !== undefined);
    expect(titles).toEqual(rules.map(({ id }) => id));
  });

  test('names its version, and speaks of no cases', () => {
    expect(JSON.stringify(about)).toContain('規則の版');
    expect(JSON.stringify([about, parts])).not.toContain('事例 0 件');
  });

  test('is found by words in any width and order', () => {
    const found = searchParts(parts, '第１０６条の６　社会福祉法');
    expect(found.map(({ title }) => title)).toContain('根拠の登録簿');
    expect(searchParts(parts, '')).toEqual(parts);
    expect(searchParts(parts, 'そのような言葉はない')).toEqual([]);
  });
});
