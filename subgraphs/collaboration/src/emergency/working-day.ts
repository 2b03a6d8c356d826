/**
 * The next working day after a Japanese calendar date: Saturdays and Sundays are skipped. Public holidays and the
 * closing days of the city are not known here; before a long weekend the day is named too early, never too late.
 */
export function nextWorkingDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() === SUNDAY || day.getUTCDay() === SATURDAY);
  return day.toISOString().slice(0, 10);
}

const SUNDAY = 0;
const SATURDAY = 6;
