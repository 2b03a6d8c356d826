import { startOfJapanDay } from '@kasane/vocabulary';

/** Characters that one text holds at most. Our own choice: what is longer is a document. */
export const MAX_TEXT = 20_000;

/** Whether it is a date of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  try {
    startOfJapanDay(text);
    return true;
  } catch {
    return false;
  }
}

// Line breaks and tabs are what people type; the rest is what a broken program sends, and breaks databases and prints.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What is wrong with words that somebody wrote; rare kanji and other scripts are kept as given. */
export function textProblems(name: string, text: string): readonly string[] {
  if (text.trim() === '') return [`${name}を記入してください。`];
  if (CONTROL.test(text)) return [`${name}に使えない文字(制御文字)があります。`];
  return [...text].length > MAX_TEXT ? [`${name}は${MAX_TEXT}文字以内にしてください。`] : [];
}
