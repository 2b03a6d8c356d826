import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { staff } from '../staff.js';
import { ageOn, GENERATED_AS_OF } from './days.js';
import { generatedRows } from './generate.js';
import { generatedStaff } from './generated-staff.js';
import { generateHousehold, type GeneratedCity, type GeneratedHousehold } from './household.js';
import type { Row, Tables } from './rows.js';

const ofCase = fc.record({
  municipality: fc.constantFrom('282286' as const, '072028' as const),
  seed: fc.integer({ min: 0, max: 999_999 }),
  cases: fc.constant(1),
});

type Rows = Readonly<Record<string, Tables>>;
const forAll = (rule: (rows: Rows, household: GeneratedHousehold) => void): void =>
  fc.assert(
    fc.property(ofCase, fc.integer({ min: 0, max: 100_000 }), (city: GeneratedCity, index) =>
      rule(Object.fromEntries(generatedRows(city, index)), generateHousehold(city, index)),
    ),
    { numRuns: 200 },
  );
const sectors = ['elder-care', 'disability-support', 'child-family', 'livelihood-support'] as const;
/** Elder care's package calls it otherwise. */
const fileOf = (row: Row): unknown => row['local_id'] ?? row['hihokensha_no'];
const table = (rows: Rows, sector: string, name: string): readonly Row[] => rows[sector]?.[name] ?? [];

describe('the sectors of a generated household', () => {
  test('hold records only of those whose file they have, and each file is one person’s', () =>
    forAll((rows, { members }) => {
      for (const sector of sectors) {
        const links = table(rows, sector, 'person_link');
        const files = new Set(links.map((row) => row['local_id']));
        expect(files.size).toBe(links.length);
        expect(members.map(({ id }) => id)).toEqual(
          expect.arrayContaining(links.map((row) => row['person_id'])),
        );
        for (const [name, found] of Object.entries(rows[sector] ?? {}))
          for (const row of name === 'person_link' ? [] : found) {
            const named = [fileOf(row), ...(row['also_about'] ? String(row['also_about']).split(',') : [])];
            for (const file of named) expect(files.has(file)).toBe(true);
          }
      }
    }));

  test('never give a row the id of another', () =>
    forAll((rows) => {
      for (const tables of Object.values(rows))
        for (const found of Object.values(tables)) {
          const ids = found.flatMap(({ id }) => (id === undefined ? [] : [id]));
          expect(new Set(ids).size).toBe(ids.length);
        }
    }));

  test('fit the ages: care from sixty-five on, schools and check-ups for children, categories for adults', () =>
    forAll((rows, { members }) => {
      const agesIn = (sector: string, name: string): readonly number[] => {
        const owner = new Map(
          table(rows, sector, 'person_link').map((row) => [row['local_id'], row['person_id']]),
        );
        return table(rows, sector, name).map(
          (row) => members.find(({ id }) => id === owner.get(fileOf(row)))?.age ?? -1,
        );
      };
      for (const age of agesIn('elder-care', 'kg_nintei')) expect(age).toBeGreaterThanOrEqual(65);
      for (const age of agesIn('child-family', 'schooling')) expect(age >= 3 && age < 18).toBe(true);
      for (const age of agesIn('child-family', 'infant_checkup')) expect(age >= 0 && age < 18).toBe(true);
      for (const age of agesIn('disability-support', 'disability_support_category'))
        expect(age).toBeGreaterThanOrEqual(18);
    }));

  test('are worked in by generated staff of an office of that sector, and by nobody of the sample', () =>
    forAll((rows) => {
      for (const sector of sectors)
        for (const row of table(rows, sector, 'responsibility')) {
          const worker = generatedStaff(String(row['staff_id']));
          expect(worker).toMatchObject({ sector, office: row['office_code'], name: row['staff_name'] });
          expect(staff.some(({ staffId }) => staffId === row['staff_id'])).toBe(false);
        }
    }));
});

describe('the case of a generated household', () => {
  test('gives a seat to the coordinator for all, and to each sector for those it is responsible for', () =>
    forAll((rows) => {
      const seats = table(rows, 'collaboration', 'roster_seat');
      expect(seats.filter((row) => row['for_everyone'] === true)).toHaveLength(1);
      const seated = new Set(
        table(rows, 'collaboration', 'roster_seat_person').map((row) => row['person_id']),
      );
      const responsible = sectors.flatMap((sector) => {
        const owner = new Map(
          table(rows, sector, 'person_link').map((row) => [row['local_id'], row['person_id']]),
        );
        return table(rows, sector, 'responsibility').map((row) => owner.get(row['local_id']));
      });
      expect(seated).toEqual(new Set(responsible));
    }));

  test('rests on consents that a grown-up signed, of a minor a parent and no longer than to the coming of age', () =>
    forAll((rows, { members }) => {
      const events = table(rows, 'collaboration', 'consent_event');
      for (const row of table(rows, 'collaboration', 'consent')) {
        const subject = members.find(({ id }) => id === row['subject_id']);
        const [grantor] = row['grantors'] as readonly { person: string; relation: string; name: string }[];
        const signer = members.find(({ id }) => id === grantor?.person);
        if (!subject || !signer || !grantor) throw new Error('a consent of nobody');
        expect(signer.age).toBeGreaterThanOrEqual(18);
        expect(grantor.name).toBe(signer.name);
        expect(grantor.relation).toBe(subject.age >= 18 ? 'SELF' : 'PARENTAL_AUTHORITY');
        expect(subject.age >= 18).toBe(subject === signer);
        const [from, until] = [row['valid_from'] as Date, row['valid_until'] as Date];
        expect(from < until).toBe(true);
        // The last instant, in Japan.
        const lastDay = new Date(until.getTime() + 9 * 3_600_000 - 1).toISOString().slice(0, 10);
        if (subject.age < 18) expect(ageOn(subject.birthDate, lastDay)).toBeLessThan(18);
        const own = events.filter((event) => event['consent_id'] === row['id']);
        expect(own.map(({ seq }) => seq)).toEqual(own.map((_, at) => at + 1));
        for (const event of own)
          expect((event['at'] as Date) <= new Date(`${GENERATED_AS_OF}T15:00:00Z`)).toBe(true);
      }
    }));

  test('is none where no household is to be a case', () => {
    const rows = Object.fromEntries(generatedRows({ municipality: '282286', seed: 1, cases: 0 }, 3));
    expect(rows['collaboration']?.['support_case']).toBeUndefined();
    expect(rows['collaboration']?.['consent']).toBeUndefined();
  });
});

test('an id that is no generated worker’s is nobody', () => {
  expect(generatedStaff('kato-coordinator')).toBeUndefined();
  expect(generatedStaff('g-no-such-office-1')).toBeUndefined();
  expect(generatedStaff('g-kato-korei-kaigo-0')).toBeUndefined();
  expect(generatedStaff('g-kato-korei-kaigo-12')?.office).toBe('kato-korei-kaigo');
});
