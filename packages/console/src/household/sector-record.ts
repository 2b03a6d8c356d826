/** How a sector's records are told, whichever sector it is: the build reads their fields and words from the graph. */

/** One field of a record, as the schema describes it. */
export interface RecordField {
  readonly name: string;
  readonly label: string;
  /** Without one of its own where what is within decides. */
  readonly category?: string;
  /** Belongs in an overview. */
  readonly isSummary?: boolean;
  readonly isList?: boolean;
  /** Says as written what that field says as a word of a list. */
  readonly insteadOf?: string;
  readonly kind:
    'text' | 'day' | 'moment' | 'boolean' | 'number' | 'yen' | 'word' | 'office' | 'person' | 'record';
  /** The enum of a word. */
  readonly of?: string;
  /** The type of the record within. */
  readonly record?: string;
}

/** A record as it was answered. What is withheld and what is not there are `null` alike. */
export type SectorRecord = Readonly<Record<string, unknown>>;

/** What a sector answered of a household: of all of it, and of each member. */
export interface SectorAnswer {
  readonly household: {
    readonly record?: SectorRecord | null;
    readonly members:
      | readonly { readonly person: { readonly id: string; readonly record?: SectorRecord | null } | null }[]
      | null;
  } | null;
}

/** The fields of each type of record. */
export type Records = Readonly<Record<string, readonly RecordField[]>>;

/** The records of one field: one or many, nothing or some. */
export interface Told {
  readonly field: RecordField;
  readonly items: readonly SectorRecord[];
}

const isRecord = (value: unknown): value is SectorRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemsOf = (value: unknown): readonly SectorRecord[] =>
  Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : [];

/** The category that opens a field: its own, else that of what is within. */
function categoryOf(field: RecordField, records: Records): string | undefined {
  if (field.category !== undefined) return field.category;
  return field.record === undefined
    ? undefined
    : records[field.record]?.find(({ category }) => category !== undefined)?.category;
}

/** All categories of a record, in the order of its fields. */
export const categoriesOf = (type: string, records: Records): readonly string[] => [
  ...new Set((records[type] ?? []).flatMap((field) => categoryOf(field, records) ?? [])),
];

/**
 * What was answered of one category. A record that stands in two places (the newest beside all, a line of a plan beside
 * the plan) is told once: in the first list that has it, or within the record that it is part of.
 */
export function toldOf(
  type: string,
  record: SectorRecord | null | undefined,
  category: string,
  records: Records,
): readonly Told[] {
  if (!record) return [];
  const fields = (records[type] ?? []).filter(
    (field) => field.kind === 'record' && categoryOf(field, records) === category,
  );
  const all = fields.map((field) => ({ field, items: itemsOf(record[field.name]) }));
  const within = new Set(all.flatMap(({ items }) => items.flatMap((item) => recordsWithin(item))));
  const seen = new Set<string>();
  // Lists first: what stands alone is told with its list.
  const places = [...all].sort(
    (one, other) => Number(other.field.isList ?? 0) - Number(one.field.isList ?? 0),
  );
  const shown = new Map(
    places.map(({ field, items }) => [
      field,
      items.filter((item) => {
        const text = JSON.stringify(item);
        if (within.has(text) || (!field.isList && seen.has(text))) return false;
        seen.add(text);
        return true;
      }),
    ]),
  );
  return fields.flatMap((field) => {
    const items = shown.get(field) ?? [];
    return items.length > 0 ? [{ field, items }] : [];
  });
}

/** Every record within a record, as text. */
const recordsWithin = (record: SectorRecord): string[] =>
  Object.values(record)
    .flatMap(itemsOf)
    .flatMap((item) => [JSON.stringify(item), ...recordsWithin(item)]);

/** Which fields of a record are told: the words of a list before the same as it was written. */
export const fieldsTold = (fields: readonly RecordField[], record: SectorRecord): readonly RecordField[] =>
  fields.filter(({ insteadOf }) => {
    const better = insteadOf === undefined ? undefined : record[insteadOf];
    return better === undefined || better === null || (Array.isArray(better) && better.length === 0);
  });

/** Whether anything of a record but its existence was answered. */
export const saysAnything = (record: SectorRecord): boolean =>
  Object.entries(record).some(
    ([name, value]) =>
      name !== '__typename' &&
      value !== null &&
      (Array.isArray(value)
        ? value.some((each) => (isRecord(each) ? saysAnything(each) : each !== null))
        : !isRecord(value) || saysAnything(value)),
  );
