import { isOpaqueId } from '@kasane/subgraph-kit';

/** Whether it is a date of the calendar, `YYYY-MM-DD`. */
export { isCalendarDate as isDate } from '@kasane/vocabulary';

/** Characters that one text holds at most. Our own choice: what is longer is a document. */
export const MAX_TEXT = 20_000;

/** Whether an optional field of a form was filled in. */
export const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** What an id of a person, an office or staff can be: short and printable, for it stands in a ledger. */
export const ID_SHAPE = /^[\x21-\x7e]{1,64}$/;

/** The id that was asked for. What cannot be one is looked for all the same, as what nobody has: time must not tell. */
export const askedId = (id: string): string => (isOpaqueId(id) ? id : '');

/** What was typed, without space around it; `null` where nothing was. */
export const textOf = (text: string | null | undefined): string | null => text?.trim() || null;

// Line breaks and tabs are what people type; the rest is what a broken program sends, and breaks databases and prints.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The same of every text of a form at once, however deep it lies; in a form nobody is told in which. */
export const charProblems = (form: unknown): readonly string[] =>
  hasControl(form) ? ['使えない文字(制御文字)があります。'] : [];

const hasControl = (value: unknown): boolean => {
  if (typeof value === 'string') return CONTROL.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasControl);
};

/** What is wrong with words that somebody wrote; rare kanji and other scripts are kept as given. */
export function textProblems(name: string, text: string): readonly string[] {
  if (text.trim() === '') return [`${name}を記入してください。`];
  if (CONTROL.test(text)) return [`${name}に使えない文字(制御文字)があります。`];
  return [...text].length > MAX_TEXT ? [`${name}は${MAX_TEXT}文字以内にしてください。`] : [];
}

/** Characters that one line of a form holds at most. Our own choice. */
const MAX_LINE = 200;

/** The same of one line. */
export const lineProblems = (name: string, text: string, max = MAX_LINE): readonly string[] =>
  [...text].length > max ? [`${name}は${max}文字以内にしてください。`] : textProblems(name, text);

/** The same of a line that may be left empty. */
export const optionalLineProblems = (name: string, text: string | null | undefined): readonly string[] =>
  text?.trim() ? lineProblems(name, text) : [];

/** The same of a text that may be left empty. */
export const optionalTextProblems = (name: string, text: string | null | undefined): readonly string[] =>
  text?.trim() ? textProblems(name, text) : [];
