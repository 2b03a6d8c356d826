import type {
  Capacity,
  HouseholdId,
  OfficeCode,
  PersonId,
  Purpose,
  Role,
  SectorId,
  StaffId,
} from '@kasane/vocabulary';
import type { LedgerRow } from './columns.js';
import type { LedgerEntry, LedgerItem, LedgerKind, LedgerOutcome } from './record.js';

/**
 * Reads a row back. It trusts the row: only {@link draftOf} writes rows, and whether one was changed since is the
 * verifier's question.
 */
export function entryOf(row: LedgerRow): LedgerEntry {
  const text = (value: string | null): string => value ?? '';
  return {
    seq: Number(row.seq),
    at: text(row.at),
    kind: text(row.kind) as LedgerKind,
    requestId: text(row.request_id),
    viewer: {
      staffId: text(row.viewer_staff) as StaffId,
      office: text(row.viewer_office) as OfficeCode,
      capacity: text(row.viewer_capacity) as Capacity,
      roles: JSON.parse(text(row.viewer_roles)) as readonly Role[],
      ...(row.purpose !== null && { purpose: row.purpose as Purpose }),
      ...(row.conference !== null && { conference: row.conference }),
      ...(row.emergency_reason_digest !== null && { emergencyReasonDigest: row.emergency_reason_digest }),
    },
    ...(row.person_id !== null && { person: row.person_id as PersonId }),
    ...(row.household_id !== null && { household: row.household_id as HouseholdId }),
    sector: text(row.sector) as SectorId,
    outcome: text(row.outcome) as LedgerOutcome,
    items: JSON.parse(text(row.items)) as readonly LedgerItem[],
    policyVersion: text(row.policy_version),
    prevHash: text(row.prev_hash),
    hash: text(row.hash),
  };
}
