export const LEDGER_TABLE = 'ledger_entry';

export interface LedgerColumn {
  readonly name: string;
  /** Characters; the column without one is a text. */
  readonly length?: number;
  readonly nullable?: boolean;
}

/**
 * The columns after `seq`, in the order in which they are hashed. The migration makes them, the entity describes
 * them, a row is checked against them: change nothing here without a new version of the canonical form.
 */
export const columns = [
  { name: 'at', length: 24 },
  { name: 'kind', length: 16 },
  { name: 'request_id', length: 128 },
  { name: 'viewer_staff', length: 128 },
  { name: 'viewer_office', length: 128 },
  { name: 'viewer_capacity', length: 32 },
  { name: 'viewer_roles', length: 512 },
  { name: 'purpose', length: 32, nullable: true },
  { name: 'conference', length: 128, nullable: true },
  { name: 'emergency_reason_digest', length: 64, nullable: true },
  { name: 'person_id', length: 128, nullable: true },
  { name: 'household_id', length: 128, nullable: true },
  { name: 'sector', length: 64 },
  { name: 'outcome', length: 16 },
  { name: 'items' },
  { name: 'policy_version', length: 64 },
  { name: 'prev_hash', length: 64 },
  { name: 'hash', length: 64 },
] as const satisfies readonly LedgerColumn[];

export type ColumnName = 'seq' | (typeof columns)[number]['name'];

export const columnNames: readonly ColumnName[] = ['seq', ...columns.map(({ name }) => name)];

/** A row as the database holds it. Every value is text, `seq` too, so that what is hashed is what is stored. */
export type LedgerRow = Readonly<Record<ColumnName, string | null>>;

/** A row before it has its place in the chain. */
export type LedgerDraft = Readonly<Record<Exclude<ColumnName, 'seq' | 'prev_hash' | 'hash'>, string | null>>;

export const ledgerIndexes = [
  { name: 'ledger_entry_person', columnNames: ['person_id', 'seq'] },
  { name: 'ledger_entry_request', columnNames: ['request_id'] },
  { name: 'ledger_entry_at', columnNames: ['at'] },
];
