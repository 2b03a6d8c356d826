import { wareki } from '@kasane/vocabulary';
import { filled, instantInJapan, isoDate, plainDigits } from '../form/plain.js';
import { readTime, timeInJapan } from '../form/time.js';
import type { CaseNoteInput, CaseNoteMethod } from '../generated/operations.js';
import { todayInJapan } from '../words/words.js';

/** What is typed into the form of a note. */
export interface NoteValues {
  heldOn: string;
  heldTime: string;
  method: CaseNoteMethod | '';
  answeredBy: string;
  counterpart: string;
  content: string;
  persons: string[];
  nextStep: string;
  nextOn: string;
  nextOffice: string;
  minutes: string;
  reason: string;
}

/** What stands in a version of a note. */
export interface NoteWords {
  readonly heldAt: string | null;
  readonly method: CaseNoteMethod | null;
  readonly answeredBy: string | null;
  readonly counterpart: string | null;
  readonly content: string | null;
  readonly persons: readonly { readonly id: string }[] | null;
  readonly nextStep: string | null;
  readonly nextOn: string | null;
  readonly nextOffice: string | null;
  readonly minutes: number | null;
}

/** Characters that a note holds. The hub takes more; what is longer than this is a document. */
export const MAX_NOTE = 10_000;

/** A new note: just now, by who writes. */
export const blankNote = (answeredBy: string, persons: readonly string[], now: Date): NoteValues => ({
  heldOn: wareki(todayInJapan(now)),
  heldTime: timeInJapan(now),
  method: '',
  answeredBy,
  counterpart: '',
  content: '',
  persons: persons.length === 1 ? [...persons] : [],
  nextStep: '',
  nextOn: '',
  nextOffice: '',
  minutes: '',
  reason: '',
});

/** A note as it stands, to be revised. */
export const noteToRevise = (note: NoteWords): NoteValues => ({
  heldOn: note.heldAt ? wareki(todayInJapan(new Date(note.heldAt))) : '',
  heldTime: note.heldAt ? timeInJapan(new Date(note.heldAt)) : '',
  method: note.method ?? '',
  answeredBy: note.answeredBy ?? '',
  counterpart: note.counterpart ?? '',
  content: note.content ?? '',
  persons: (note.persons ?? []).map(({ id }) => id),
  nextStep: note.nextStep ?? '',
  nextOn: note.nextOn ? wareki(note.nextOn) : '',
  nextOffice: note.nextOffice ?? '',
  minutes: note.minutes === null ? '' : String(note.minutes),
  reason: '',
});

/** Minutes as they were typed, `９０` or `90分`; undefined for what is no number of minutes of a day. */
export function readMinutes(said: string): number | undefined {
  const [, digits] = /^(\d{1,4})分?$/.exec(plainDigits(said)) ?? [];
  const minutes = Number(digits);
  return digits !== undefined && minutes <= 1_440 ? minutes : undefined;
}

/** What is sent. @throws {RangeError} when the day, the time or the method is not filled in: the form asks for them */
export function noteInput(values: NoteValues): CaseNoteInput {
  const on = isoDate(values.heldOn);
  const time = readTime(values.heldTime);
  if (on === undefined || time === undefined || values.method === '')
    throw new RangeError('A note needs a day, a time and a method.');
  return {
    heldAt: instantInJapan(on, time),
    method: values.method,
    answeredBy: values.answeredBy.trim(),
    counterpart: values.counterpart.trim(),
    content: values.content,
    persons: values.persons,
    nextStep: filled(values.nextStep),
    nextOn: isoDate(values.nextOn),
    nextOffice: filled(values.nextOffice),
    minutes: readMinutes(values.minutes),
  };
}
