import type { TypedDocumentNode } from 'urql';
import { fieldsTold, type RecordField, type Records, type SectorRecord } from '../household/sector-record.js';
import { tell, type Names } from '../household/tell.js';

/** What a sector's owner was told of a release. */
export interface Release {
  readonly id: string;
  /** ISO 8601 */
  readonly until: string;
  /** Of the closed tier: shown only when who leads the session agreed too. */
  readonly needsApproval: boolean;
}

/** What a sector's system tells a session of those on its agenda. */
export interface SectorInSessionAnswer {
  readonly statutorySession: {
    readonly persons: readonly { readonly id: string; readonly record?: SectorRecord | null }[] | null;
  } | null;
}

type Mutation<Variables> = TypedDocumentNode<
  Readonly<Record<string, Release & { readonly __typename: string }>>,
  Variables
>;

/** The questions to one sector in a session; the build writes them from the graph. */
export interface SectorInSession {
  readonly question: TypedDocumentNode<SectorInSessionAnswer, { readonly id: string }>;
  readonly release: Mutation<{ readonly session: string; readonly recordId: string; readonly until: string }>;
  readonly takeBack: Mutation<{ readonly release: string }>;
}

/** A record of the owner's own, that they may release. */
export interface OwnRecord {
  readonly recordId: string;
  readonly field: RecordField;
  readonly record: SectorRecord;
}

const isRecord = (value: unknown): value is SectorRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every record that has a number to release it by, each once, in the order of the schema: also those within others. */
export function ownRecords(type: string, record: SectorRecord, records: Records): readonly OwnRecord[] {
  const found = (records[type] ?? []).flatMap((field): readonly OwnRecord[] => {
    if (field.kind !== 'record') return [];
    const value = record[field.name];
    return (Array.isArray(value) ? value : [value]).filter(isRecord).flatMap((item) => {
      const recordId = item['recordId'];
      return [
        ...(typeof recordId === 'string' ? [{ recordId, field, record: item }] : []),
        ...ownRecords(field.record ?? '', item, records),
      ];
    });
  });
  return [...new Map(found.toReversed().map((each) => [each.recordId, each])).values()].toReversed();
}

/** So much of a record tells it from the others of its kind. */
const MAX_FACTS = 3;

/** What kind of record it is, and its first facts: enough to choose it from a list. */
export function titleOf({ field, record }: OwnRecord, records: Records, names: Names): string {
  const facts = fieldsTold(records[field.record ?? ''] ?? [], record)
    .filter(({ kind }) => kind !== 'record' && kind !== 'boolean')
    .flatMap((each) => {
      const text = tell(each, record[each.name], names);
      return text === undefined ? [] : [`${each.label} ${text}`];
    })
    .slice(0, MAX_FACTS);
  return [field.label.replace(/の履歴$/, ''), ...facts].join('・');
}
