import { wareki } from '@kasane/vocabulary';
import { labels } from '../generated/labels.js';
import { moment } from '../words/words.js';
import type { RecordField, SectorRecord } from './sector-record.js';

/** The names of those who are shown on the page, by id. */
export type Names = ReadonlyMap<string, string>;

/** One value of a record in words; nothing where there is none, or none that may be known. */
export function tell(field: RecordField, value: unknown, names: Names): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (!Array.isArray(value)) return tellOne(field, value, names);
  if (field.kind === 'boolean') return tellAnswers(value);
  const told = value.flatMap((each) => tell({ ...field, isList: false }, each, names) ?? []);
  return told.length > 0 ? told.join('、') : undefined;
}

function tellOne({ kind, of }: RecordField, value: unknown, names: Names): string | undefined {
  switch (kind) {
    case 'day':
      return dayInWords(String(value));
    case 'moment':
      return moment(String(value));
    case 'boolean':
      return value === true ? 'はい' : 'いいえ';
    case 'yen':
      return `${Number(value).toLocaleString('ja-JP')}円`;
    case 'number':
      return Number(value).toLocaleString('ja-JP', { useGrouping: false });
    case 'word':
      return wordOf(of ?? '', String(value));
    case 'office':
      return textOf((value as SectorRecord)['name']);
    case 'person':
      return names.get(String((value as SectorRecord)['id']));
    default:
      return textOf(value);
  }
}

/** `令和8年11月22日` of a day, `令和8年11月` of a month, and whatever else a source wrote as it stands. */
function dayInWords(date: string): string {
  try {
    return /^\d{4}-\d{2}$/.test(date) ? wareki(`${date}-01`).replace(/1日$/, '') : wareki(date);
  } catch {
    // No date of the calendar: a source holds such.
    return date;
  }
}

/** A list of answers to numbered questions: `1 はい、2 いいえ、3 —`. */
const tellAnswers = (answers: readonly unknown[]): string =>
  answers
    .map((answer, at) => `${at + 1} ${answer === null ? '—' : answer === true ? 'はい' : 'いいえ'}`)
    .join('、');

const wordOf = (type: string, value: string): string =>
  (labels as Readonly<Record<string, Readonly<Record<string, string>>>>)[type]?.[value] ?? value;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
