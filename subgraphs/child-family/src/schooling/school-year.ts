/** 年度 of a day (`YYYY-MM-DD`): a school year runs from 1 April to 31 March and is named after the year it begins in. */
export const schoolYearOf = (date: string): number =>
  Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);

/**
 * The school year in which a child begins elementary school: the first one after it is six. An age is reached when the
 * day before the birthday ends, so who is born on 1 April is of the year above, with those born since 2 April before.
 */
export const beginsSchoolIn = (birthDate: string): number =>
  Number(birthDate.slice(0, 4)) + (birthDate.slice(5) < '04-02' ? 6 : 7);

/**
 * The grade in which those of this birth date are in a school year, in the words of nursery and school; `null` before
 * birth, after high school, and for what is no date. Where a child really is, the record of its school says.
 */
export function gradeByAge(birthDate: string | null, schoolYear: number): string | null {
  if (birthDate === null || !/^\d{4}-\d\d-\d\d$/.test(birthDate)) return null;
  const grade = schoolYear - beginsSchoolIn(birthDate) + 1;
  if (grade < -6 || grade > 12) return null;
  // Who is born in the course of the year is in the class of those who were born before it.
  if (grade < 1) return `${Math.max(0, grade + 5)}歳児クラス`;
  if (grade <= 6) return `小学${grade}年`;
  return grade <= 9 ? `中学${grade - 6}年` : `高校${grade - 9}年`;
}
