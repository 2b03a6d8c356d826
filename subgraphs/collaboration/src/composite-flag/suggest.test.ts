import { expect, test } from '@jest/globals';
import { Relation } from '@kasane/vocabulary';
import fc from 'fast-check';
import { CompositeFlagKind } from './flag-words.js';
import { suggestFlags, suggestionAges, type KnownMember } from './suggest.js';

const now = new Date('2026-11-22T03:00:00Z');
const member = (person: string, relation: Relation | null, age: number | null): KnownMember => ({
  person,
  relation,
  birthDate: age === null ? null : `${2026 - age}-04-01`,
});
const kinds = (...members: readonly KnownMember[]): readonly CompositeFlagKind[] =>
  suggestFlags(members, now).map(({ kind }) => kind);

const { SELF, MOTHER, FATHER, CHILD, SIBLING, GRANDMOTHER, OTHER } = Relation;
const { EIGHTY_FIFTY, DOUBLE_CARE, YOUNG_CARER } = CompositeFlagKind;

test('8050: a child near 50 with parents near 80, from whichever side the case began', () => {
  expect(suggestFlags([member('s', SELF, 52), member('m', MOTHER, 81)], now)).toEqual([
    { kind: EIGHTY_FIFTY, persons: ['s', 'm'] },
  ]);
  expect(kinds(member('m', SELF, 78), member('s', CHILD, 54))).toEqual([EIGHTY_FIFTY]);
  expect(kinds(member('s', SELF, 30), member('m', MOTHER, 60))).toEqual([]);
  expect(kinds(member('s', SELF, 52), member('x', OTHER, 81))).toEqual([]);
});

test('ダブルケア: between children and old parents', () => {
  expect(kinds(member('s', SELF, 44), member('f', FATHER, 79), member('c', CHILD, 8))).toContain(DOUBLE_CARE);
  expect(kinds(member('s', SELF, 44), member('f', FATHER, 79), member('c', CHILD, 20))).not.toContain(
    DOUBLE_CARE,
  );
});

test('ヤングケアラー: somebody young beside one adult and somebody who may need care, also past 18', () => {
  const ill = member('m', SELF, 45);
  expect(kinds(ill, member('c', CHILD, 10), member('g', GRANDMOTHER, 80))).toContain(YOUNG_CARER);
  expect(kinds(member('c', SELF, 19), member('m', MOTHER, 45), member('b', SIBLING, 17))).toEqual([
    YOUNG_CARER,
  ]);
  expect(kinds(ill, member('f', Relation.SPOUSE, 46), member('c', CHILD, 10), member('d', CHILD, 4))).toEqual(
    [],
  );
});

test('the ages are parameters', () => {
  const ages = { ...suggestionAges, eightyFifty: { childFrom: 55, childTo: 60, parentFrom: 85 } };
  expect(suggestFlags([member('s', SELF, 52), member('m', MOTHER, 81)], now, ages)).toEqual([]);
});

const members = fc.uniqueArray(
  fc.record({
    person: fc.string({ minLength: 1, maxLength: 4 }),
    relation: fc.option(fc.constantFrom(...Object.values(Relation))),
    birthDate: fc.option(
      fc.oneof(
        fc.constantFrom('2000-02-29', '2026-02-30', '', '1926-13-01', '2030-01-01'),
        fc.integer({ min: 1900, max: 2026 }).map((year) => `${year}-06-15`),
      ),
    ),
  }),
  { selector: ({ person }) => person, maxLength: 8 },
);

test('whoever is not known, by birth date or relation, changes nothing and is in no suggestion', () => {
  fc.assert(
    fc.property(members, fc.boolean(), (household, byDate) => {
      const hidden = {
        person: 'hidden',
        relation: byDate ? SELF : null,
        birthDate: byDate ? null : '1946-01-01',
      };
      expect(suggestFlags([...household, hidden], now)).toEqual(suggestFlags(household, now));
    }),
  );
});
