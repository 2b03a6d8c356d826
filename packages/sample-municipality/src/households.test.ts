import { describe, expect, test } from '@jest/globals';
import { comesOfAge, endOfJapanDay, Relation, startOfJapanDay } from '@kasane/vocabulary';
import { district } from './districts.js';
import { household, households } from './households.js';
import { people, person } from './people.js';

/** Age on a day, by whole years: enough for a decade. */
const ageOn = (day: string, birthDate: string): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);

/** School years run from 2 April to 1 April: who is born on 1 April is of the year above. */
function gradeIn(fiscalYear: number, birthDate: string): string {
  const cohort = Number(birthDate.slice(0, 4)) - (birthDate.slice(5) < '04-02' ? 1 : 0);
  const year = fiscalYear - cohort - 6;
  if (year < 1) return year === 0 ? '年長' : '園児';
  if (year <= 6) return `${year}年`;
  return year <= 9 ? `中学${year - 6}年` : `高校${year - 9}年`;
}

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe('the people', () => {
  test('ids are opaque and unique, keys are unique', () => {
    expect(isUnique(people.map(({ id }) => id))).toBe(true);
    expect(isUnique(people.map(({ key }) => key))).toBe(true);
    for (const { id } of people) expect(id).toMatch(/^p-[2-9a-z]{8}$/);
  });

  test.each([
    ['h01-self', 40, 49],
    ['h01-father', 80, 89],
    ['h01-mother', 80, 89],
    ['h01-child', 20, 29],
    ['h02-self', 60, 69],
    ['h02-child', 30, 39],
    ['h03-mother', 40, 49],
    ['h03-grandmother', 70, 79],
    ['h03-schoolchild', 7, 11],
    ['h03-preschooler', 1, 5],
    ['h05-self', 50, 59],
    ['h05-mother', 80, 89],
    ['h09-self', 40, 49],
    ['h12-self', 80, 89],
    ['h12-child', 40, 49],
  ])('%s is between %i and %i all through 2026', (key, from, to) => {
    for (const day of ['2026-01-01', '2026-12-31']) {
      expect(ageOn(day, person(key).birthDate)).toBeGreaterThanOrEqual(from);
      expect(ageOn(day, person(key).birthDate)).toBeLessThanOrEqual(to);
    }
  });

  test('on 2026-11-22 the carer of H10 is nineteen, and the brother is of age in two weeks', () => {
    expect(ageOn('2026-11-22', person('h10-carer').birthDate)).toBe(19);
    const ofAge = comesOfAge(person('h10-brother').birthDate);
    expect(startOfJapanDay('2026-11-22') < ofAge && ofAge < endOfJapanDay('2026-12-22')).toBe(true);
  });

  test.each([
    ['h04-schoolchild', '6年'],
    ['h03-schoolchild', '5年'],
    ['h11-child', '中学2年'],
    ['h10-brother', '高校3年'],
    ['h07-child', '年長'],
    ['h04-preschooler', '年長'],
  ])('%s is in %s by the school year of birth, which ends on 1 April', (key, grade) => {
    expect(gradeIn(2026, person(key).birthDate)).toBe(grade);
  });

  test('birth dates are days of the calendar', () => {
    for (const { birthDate } of people)
      expect(new Date(birthDate).toISOString().slice(0, 10)).toBe(birthDate);
  });

  test('no telephone number or address could be anybody’s', () => {
    for (const { phone, address } of people) {
      expect(phone).toMatch(/^0\d0-0000-\d{4}$/);
      expect(address).toMatch(/見本|例示|架空/);
    }
  });

  test('hold names that only careful software keeps: a variation selector, a supplementary character', () => {
    expect(person('h01-self').name.startsWith('葛\u{E0100}')).toBe(true);
    expect(person('h06-mother').name.codePointAt(0)).toBe(0x20bb7);
    expect(person('h03-mother')).toMatchObject({
      romanName: 'NGUYEN THI HOA',
      kana: 'グエン ティ ホア',
      nationality: 'VN',
    });
  });
});

describe('the households', () => {
  test('ids are opaque and unique, keys and case numbers are unique', () => {
    expect(isUnique(households.map(({ id }) => id))).toBe(true);
    expect(isUnique(households.map(({ key }) => key))).toBe(true);
    expect(isUnique(households.map(({ caseNumber }) => caseNumber))).toBe(true);
    for (const { id } of households) expect(id).toMatch(/^h-[2-9a-z]{8}$/);
  });

  test('every person belongs to exactly one household, of the same city', () => {
    const members = households.flatMap((each) => each.members.map((member) => member.person));
    expect([...members].sort()).toEqual(people.map(({ key }) => key).sort());
    for (const { members: ofOne, localGovernmentCode } of households)
      for (const member of ofOne) expect(person(member.person).localGovernmentCode).toBe(localGovernmentCode);
  });

  test('each has one 本人 and lives in a district of its city', () => {
    for (const each of households) {
      expect(each.members.filter(({ relation }) => relation === Relation.SELF)).toHaveLength(1);
      expect(district(each.district).localGovernmentCode).toBe(each.localGovernmentCode);
    }
  });

  test('the father of H07 lives apart from the child, of whom he has custody too', () => {
    expect(household('H07').members.map(({ relation }) => relation)).toEqual(['SELF', 'MOTHER', 'FATHER']);
    expect(person('h07-father').address).not.toBe(person('h07-child').address);
  });

  test('are those of the documents, and three bystanders', () => {
    expect(households.map(({ key, members }) => [key, members.length])).toEqual([
      ['H01', 4],
      ['H02', 2],
      ['H03', 4],
      ['H06', 6],
      ['B01', 2],
      ['B02', 2],
      ['H04', 3],
      ['H05', 2],
      ['H07', 3],
      ['H08', 2],
      ['H09', 1],
      ['H10', 3],
      ['H11', 2],
      ['H12', 3],
      ['B03', 1],
    ]);
  });

  test('an unknown key is refused by name', () => {
    expect(() => household('H99')).toThrow("No household 'H99'");
    expect(() => person('h99-self')).toThrow("No person 'h99-self'");
  });
});
