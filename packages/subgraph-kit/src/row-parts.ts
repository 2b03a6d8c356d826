import type { PersonalRecord } from './subjects.js';

/**
 * A part of a row: the row itself, seen closer. It inherits the row's name, subjects and seal, so that what an owner
 * released of the row is released with its parts, and a part cannot say of whom it speaks. Show parts in `DETAIL` only:
 * how many there are is more than that the row exists.
 */
export const partOf = <T extends object>(row: PersonalRecord, part: T): T =>
  Object.create(row, Object.getOwnPropertyDescriptors(part)) as T;

/** A part of a row as its text holds it. */
export type PartText = Readonly<Record<string, unknown>>;

/**
 * The parts of a row (the visits of a pregnancy, the lines of a plan) that its table keeps as one JSON list. Read only
 * when asked for.
 *
 * @param read takes what it knows of a part by name; nothing else of the text leaves
 * @throws {Error} for a text that is no list: a part that cannot be read must not look like none. The text itself stays
 * out of the message.
 */
export const partsOf = <T extends object>(
  row: PersonalRecord,
  text: string | null,
  read: (part: PartText) => T,
): readonly T[] => (text === null ? [] : parsed(text).map((part) => partOf(row, read(part))));

function parsed(text: string): readonly PartText[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser would quote the text.
  }
  if (!Array.isArray(value) || value.some((part) => typeof part !== 'object' || part === null))
    throw new Error('The parts of a row are not a list of objects.');
  return value as readonly PartText[];
}

/** A text of a part; `null` where it has none. A number is kept as its digits. */
export function textOf(part: PartText, name: string): string | null {
  const value = Object.hasOwn(part, name) ? part[name] : null;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

/** A whole number of a part; `null` where it has none. */
export function integerOf(part: PartText, name: string): number | null {
  const value = Object.hasOwn(part, name) ? part[name] : null;
  return Number.isInteger(value) ? (value as number) : null;
}
