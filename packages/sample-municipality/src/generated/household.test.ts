import { describe, expect, test } from '@jest/globals';
import { Relation } from '@kasane/vocabulary';
import fc from 'fast-check';
import { gatheredRows, generatedRows } from './generate.js';
import {
  generatedHouseholdId,
  generateHousehold,
  type GeneratedCity,
  type GeneratedHousehold,
} from './household.js';

const aCity = fc.record({
  municipality: fc.constantFrom('282286' as const, '072028' as const),
  seed: fc.integer({ min: 0, max: 999_999 }),
  cases: fc.constantFrom(0, 0.02, 0.5, 1),
});
const anIndex = fc.integer({ min: 0, max: 5_000_000 });
const forAll = (rule: (household: GeneratedHousehold, city: GeneratedCity) => void): void =>
  fc.assert(
    fc.property(aCity, anIndex, (city, index) => rule(generateHousehold(city, index), city)),
    { numRuns: 300 },
  );

describe('a generated household', () => {
  test('is the same however often, and with whatever others, it is made', () => {
    fc.assert(
      fc.property(aCity, anIndex, (city, index) => {
        const alone = generatedRows(city, index);
        generatedRows(city, index + 1);
        expect(generatedRows(city, index)).toEqual(alone);
        expect(generatedHouseholdId(city, index)).toBe(generateHousehold(city, index).id);
      }),
      { numRuns: 50 },
    );
  });

  test('does not depend on the size of a batch', () => {
    const city = { municipality: '282286', seed: 7, cases: 0.3 } as const;
    const whole = gatheredRows(
      city,
      Array.from({ length: 40 }, (_, at) => at),
    );
    const parts = [0, 10, 20, 30].map((from) =>
      gatheredRows(
        city,
        Array.from({ length: 10 }, (_, at) => from + at),
      ),
    );
    for (const [sector, tables] of whole)
      for (const [table, rows] of Object.entries(tables))
        expect(parts.flatMap((part) => part.get(sector)?.[table] ?? [])).toEqual(rows);
  });

  test('of another seed is another', () => {
    const city = { municipality: '282286', seed: 1, cases: 0 } as const;
    expect(generateHousehold({ ...city, seed: 2 }, 0).id).not.toBe(generateHousehold(city, 0).id);
  });

  test('has one 本人, and nobody twice', () =>
    forAll(({ members }) => {
      expect(members.filter(({ relation }) => relation === Relation.SELF)).toHaveLength(1);
      expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
      expect(members.map(({ position }) => position)).toEqual(members.map((_, at) => at));
    }));

  test('has parents old enough and children young enough, by the calendar', () =>
    forAll(({ members }) => {
      const self = members.find(({ relation }) => relation === Relation.SELF);
      if (!self) throw new Error('nobody is the 本人');
      for (const { relation, age, sex } of members) {
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThanOrEqual(104);
        if (relation === Relation.CHILD) {
          expect(age).toBeLessThan(18);
          expect(self.age - age).toBeGreaterThanOrEqual(18);
        }
        if (relation === Relation.MOTHER || relation === Relation.FATHER) {
          expect(age - self.age).toBeGreaterThanOrEqual(18);
          expect(sex).toBe(relation === Relation.MOTHER ? 'FEMALE' : 'MALE');
        }
        if (relation === Relation.SPOUSE) expect(age).toBeGreaterThanOrEqual(18);
      }
      expect(self.age).toBeGreaterThanOrEqual(18);
    }));

  test('has no member who moved in before being born', () =>
    forAll(({ members }) => members.forEach(({ from, birthDate }) => expect(from >= birthDate).toBe(true))));

  test('lives in its own city, at an address and a number that no city has', () =>
    forAll(({ address, phone, district }, { municipality }) => {
      expect(address.startsWith(municipality === '282286' ? '加東市' : '会津若松市')).toBe(true);
      expect(address).toMatch(/見本|例示|架空/);
      expect(phone).toMatch(/^090-0000-\d{4}$/);
      expect(district.startsWith(municipality === '282286' ? 'kato' : 'aizu')).toBe(true);
    }));
});

test('a city has namesakes, twins, foreign residents and names outside the basic plane', () => {
  const city = { municipality: '282286', seed: 1, cases: 0.02 } as const;
  const households = Array.from({ length: 2_000 }, (_, index) => generateHousehold(city, index));
  const members = households.flatMap((household) => household.members);
  const isTwin = ({ members: all }: GeneratedHousehold): boolean =>
    all.some(({ birthDate, id }) => all.some((other) => other.birthDate === birthDate && other.id !== id));
  expect(new Set(members.map(({ name }) => name)).size).toBeLessThan(members.length);
  expect(households.some(isTwin)).toBe(true);
  expect(members.some(({ romanName }) => romanName !== null)).toBe(true);
  expect(members.some(({ name }) => name.includes('\u{E0100}'))).toBe(true);
  expect(members.some(({ name }) => name.includes('\u{20BB7}'))).toBe(true);
});
