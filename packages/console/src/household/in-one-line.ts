import type { CategoryDecision } from './decisions.js';
import {
  fieldsTold,
  saysAnything,
  type RecordField,
  type Records,
  type SectorRecord,
  type Told,
} from './sector-record.js';
import { tell, type Names } from './tell.js';

/** Of one category: what was decided, and what was answered. */
export interface CategoryTold {
  readonly decision: CategoryDecision;
  readonly told: readonly Told[];
}

/** How much of it fits in one line. */
const MAX_FACTS = 3;
/** A longer text is no word for a line. */
const MAX_TEXT = 24;

/** What is known, in one line: of the newest record of each category what belongs in an overview. */
export const inOneLine = (all: readonly CategoryTold[], records: Records, names: Names): string =>
  all
    .filter(({ decision }) => decision.category !== 'INVOLVEMENT')
    .flatMap(({ told: [first] }) => (first ? [lineOf(first, records, names)] : []))
    .filter((line) => line !== '')
    .slice(0, MAX_FACTS)
    .join(' / ');

function lineOf({ field, items: [newest] }: Told, records: Records, names: Names): string {
  if (!newest || !saysAnything(newest)) return '';
  const fields = fieldsTold(records[field.record ?? ''] ?? [], newest).filter(
    ({ kind }) => kind !== 'record' && kind !== 'boolean',
  );
  const summary = factsOf(
    fields.filter(({ isSummary }) => isSummary),
    newest,
    names,
  );
  const facts = summary.length > 0 ? summary : factsOf(fields, newest, names);
  const name = withoutHistory(field.label);
  return facts.length > 0 ? `${name}:${facts.slice(0, MAX_FACTS).join('、')}` : name;
}

const factsOf = (fields: readonly RecordField[], record: SectorRecord, names: Names): readonly string[] =>
  fields.flatMap((field) => {
    const text = tell(field, record[field.name], names);
    if (text === undefined || [...text].length > MAX_TEXT) return [];
    return [field.kind === 'word' || field.kind === 'text' ? text : `${field.label} ${text}`];
  });

/** `認定の履歴` heads the present one as well. */
export const withoutHistory = (label: string): string => label.replace(/の履歴$/, '');
