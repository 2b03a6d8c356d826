import { describe, expect, test } from '@jest/globals';
import {
  Category,
  ConsentExpression,
  ConsentState,
  GrantorRelation,
  Purpose,
  Role,
} from '@kasane/vocabulary';
import { furigana } from './furigana.js';
import type { Wording } from './language.js';
import { simpleExpressions, simpleRelations, simpleRoles, simpleStates } from './plain-labels.js';
import { plainCategories, plainPurposes } from './plain-words.js';
import { textOf, unreadOf } from './reading.fixtures.js';

const page = (simple: string): string => `<body>${furigana(simple).toString()}</body>`;

const tables: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
  ['category', Object.keys(Category), simpleOf(plainCategories)],
  ['purpose', Object.keys(Purpose), simpleOf(plainPurposes)],
  ['expression', Object.keys(ConsentExpression), simpleExpressions],
  ['relation', Object.keys(GrantorRelation), simpleRelations],
  ['role', Object.keys(Role), simpleRoles],
  ['state', Object.keys(ConsentState), simpleStates],
];

function simpleOf(table: Readonly<Record<string, Wording>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table).map(([word, { simple }]) => [word, simple]));
}

describe.each(tables)('every %s', (_name, words, plain) => {
  test('has plain words, and no two the same', () => {
    expect(Object.keys(plain).sort()).toEqual([...words].sort());
    expect(new Set(Object.values(plain)).size).toBe(words.length);
  });

  test.each(words)('%s has a reading in kana over every kanji', (word) => {
    const html = page(plain[word] ?? '');
    expect(textOf(html)).not.toBe('');
    expect(unreadOf(html)).not.toMatch(/[\p{Script=Han}{}|]/u);
    for (const [, reading] of html.matchAll(/<rt>(.*?)<\/rt>/g)) expect(reading).toMatch(/^[ぁ-んー]+$/);
    for (const [, base] of html.matchAll(/<ruby>(.*?)<rp>/g))
      expect(base).toMatch(/^[\p{Script=Han}々0-9日]+$/u);
  });
});

test.each([...Object.entries(plainCategories), ...Object.entries(plainPurposes)])(
  '%s is explained briefly in ja, without readings',
  (_word, { ja }) => {
    expect(ja).not.toMatch(/[{}|A-Za-z。]/);
    expect(ja.length).toBeLessThanOrEqual(26);
  },
);
