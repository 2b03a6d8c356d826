import { Urgency } from '../intake/intake-words.js';
import { nextWorkingDay } from '../emergency/working-day.js';

/** Working days for an answer, and for the first contact. Our own choice: no rule names them. */
const workingDays: Readonly<Record<Urgency, { readonly answer: number; readonly contact: number }>> = {
  [Urgency.IMMEDIATE]: { answer: 1, contact: 2 },
  [Urgency.SOON]: { answer: 3, contact: 7 },
  [Urgency.NORMAL]: { answer: 7, contact: 14 },
};

/** The last days for the answer and for the first contact, counted from a Japanese calendar date; public holidays are not known. */
export function dueDays(
  urgency: Urgency,
  from: string,
): { readonly answerDue: string; readonly firstContactDue: string } {
  const { answer, contact } = workingDays[urgency];
  return { answerDue: inWorkingDays(from, answer), firstContactDue: inWorkingDays(from, contact) };
}

export function inWorkingDays(from: string, days: number): string {
  let day = from;
  for (let passed = 0; passed < days; passed += 1) day = nextWorkingDay(day);
  return day;
}
