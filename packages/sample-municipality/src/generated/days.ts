/** Days are `YYYY-MM-DD`, as everywhere in the sample. */
type Day = string;

const ms = 86_400_000;

/** The day as of which the generated municipality is told: it is data, and has no clock. */
export const GENERATED_AS_OF = '2026-11-22';

export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * ms).toISOString().slice(0, 10);

/** 29 February becomes 1 March in a year that has none. */
export function plusYears(day: Day, years: number): Day {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return new Date(Date.parse(moved)).toISOString().slice(0, 10);
}

export const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
export const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** Whole years on a day, by the calendar. */
export const ageOn = (birthDate: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);

/** The 年度 of a day: it begins on 1 April. */
export const schoolYearOf = (day: Day): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
