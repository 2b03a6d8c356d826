import { createHash } from 'node:crypto';
import { isCapacity, isCategory, isLevel, isPurpose, isRole } from '@kasane/vocabulary';
import { columns, type LedgerColumn, type LedgerDraft } from './columns.js';
import {
  LedgerKind,
  LedgerOutcome,
  type LedgerItem,
  type LedgerRecord,
  type LedgerViewer,
} from './record.js';

/** Bytes of `items`, below MariaDB's 65,535 of a TEXT: a server that is not strict would cut the rest off. */
export const MAX_ITEMS_BYTES = 60_000;

/** Ids, rules and coordinates: printable ASCII, so that a value of a record cannot pass for one by accident. */
const printable = /^[\x21-\x7e]+$/;
const coordinate = /^[A-Za-z_][A-Za-z0-9_.]*$/;

type ViewerColumn =
  | 'viewer_staff'
  | 'viewer_office'
  | 'viewer_capacity'
  | 'viewer_roles'
  | 'purpose'
  | 'conference'
  | 'emergency_reason_digest';

/**
 * The rows of records, checked: what a database would cut, convert or refuse must not get as far as the chain. All that
 * one request reports has one viewer, who is looked at once.
 * @throws {TypeError} naming the column, never the value.
 */
export function draftsOf(records: readonly LedgerRecord[], at: Date): readonly LedgerDraft[] {
  const viewers = new Map<LedgerViewer, Pick<LedgerDraft, ViewerColumn>>();
  return records.map((record) => {
    let viewer = viewers.get(record.viewer);
    if (!viewer) viewers.set(record.viewer, (viewer = viewerOf(record.viewer)));
    return draftOf(record, at, viewer);
  });
}

/** One of them. @throws {TypeError} naming the column, never the value. */
export function draftOf(record: LedgerRecord, at: Date, viewer = viewerOf(record.viewer)): LedgerDraft {
  if (!Object.hasOwn(LedgerKind, record.kind)) throw unusable('kind');
  if (!Object.hasOwn(LedgerOutcome, record.outcome)) throw unusable('outcome');
  const row: Omit<LedgerDraft, ViewerColumn> = {
    at: at.toISOString(),
    kind: record.kind,
    request_id: record.requestId,
    person_id: record.person ?? null,
    household_id: record.household ?? null,
    sector: record.sector,
    outcome: record.outcome,
    items: canonicalItems(record.items),
    policy_version: record.policyVersion,
  };
  return Object.assign(checked(row), viewer);
}

function viewerOf(viewer: LedgerViewer): Pick<LedgerDraft, ViewerColumn> {
  if (!isCapacity(viewer.capacity)) throw unusable('viewer_capacity');
  if (!viewer.roles.every(isRole)) throw unusable('viewer_roles');
  if (viewer.purpose !== undefined && !isPurpose(viewer.purpose)) throw unusable('purpose');
  return checked({
    viewer_staff: viewer.staffId,
    viewer_office: viewer.office,
    viewer_capacity: viewer.capacity,
    viewer_roles: JSON.stringify(viewer.roles),
    purpose: viewer.purpose ?? null,
    conference: viewer.conference ?? null,
    emergency_reason_digest: viewer.emergencyReason === undefined ? null : digest(viewer.emergencyReason),
  });
}

const limits: Readonly<Record<string, LedgerColumn>> = Object.fromEntries(
  columns.map((column) => [column.name, column]),
);

function checked<Part extends Partial<LedgerDraft>>(part: Part): Part {
  for (const name in part) {
    const value: unknown = part[name];
    const { length = MAX_ITEMS_BYTES, nullable } = limits[name]!;
    if (
      value === null
        ? !nullable
        : typeof value !== 'string' || value.length > length || !printable.test(value)
    )
      throw unusable(name);
  }
  return part;
}

/** The same items always give the same text: known properties only, in one order, nothing that is absent. */
function canonicalItems(items: readonly LedgerItem[]): string {
  return JSON.stringify(
    items.map(({ sector, category, level, upTo, fields, rule, evidence }) => {
      if (category !== undefined && !isCategory(category)) throw unusable('items.category');
      for (const one of [level, upTo]) if (one !== undefined && !isLevel(one)) throw unusable('items.level');
      if (!fields.every((field) => coordinate.test(field))) throw unusable('items.fields');
      for (const id of [sector, rule, evidence])
        if (id !== undefined && !printable.test(id)) throw unusable('items.evidence');
      return { sector, category, level, upTo, fields, rule, evidence };
    }),
  );
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const unusable = (column: string): TypeError => new TypeError(`a ledger record has no usable ${column}`);
