/** The last day of one year that begins on a day: the day before the same day of the next year. */
export function lastDayOf(from: string): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  return new Date(Date.UTC(year + 1, month - 1, day - 1)).toISOString().slice(0, 10);
}
