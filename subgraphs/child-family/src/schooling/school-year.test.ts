import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beginsSchoolIn, gradeByAge, schoolYearOf } from './school-year.js';

describe('the school year', () => {
  test('changes between 31 March and 1 April', () => {
    expect([schoolYearOf('2026-03-31'), schoolYearOf('2026-04-01')]).toEqual([2025, 2026]);
  });

  test('divides children between 1 and 2 April, not between 31 March and 1 April', () => {
    expect(gradeByAge('2019-04-01', 2025)).toBe('小学1年');
    expect(gradeByAge('2019-04-02', 2025)).toBe('5歳児クラス');
    expect(gradeByAge('2019-03-31', 2025)).toBe('小学1年');
  });
});

test.each([
  ['2026-04-02', 2026, '0歳児クラス'],
  ['2025-04-02', 2026, '0歳児クラス'],
  ['2025-04-01', 2026, '1歳児クラス'],
  ['2015-10-30', 2026, '小学5年'],
  ['2014-04-01', 2026, '中学1年'],
  ['2008-12-06', 2026, '高校3年'],
  ['2008-04-01', 2026, null],
  ['2027-04-02', 2026, null],
])('who is born on %s is in %i in %s', (birthDate, year, grade) => {
  expect(gradeByAge(birthDate, year)).toBe(grade);
});

test('what is no date has no grade', () => {
  for (const date of [null, '', '平成27年', '2015-10']) expect(gradeByAge(date, 2026)).toBeNull();
});

test('everybody moves up by one year each April, and is six before school begins', () => {
  const birthDate = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(birthDate, (born) => {
      const begins = beginsSchoolIn(born);
      expect([gradeByAge(born, begins - 1), gradeByAge(born, begins)]).toEqual(['5歳児クラス', '小学1年']);
      // Six when 31 March ends: the sixth birthday is on 1 April at the latest.
      const sixthBirthday = `${Number(born.slice(0, 4)) + 6}${born.slice(4)}`;
      expect(sixthBirthday <= `${begins}-04-01`).toBe(true);
      expect(sixthBirthday > `${begins - 1}-04-01`).toBe(true);
    }),
  );
});
