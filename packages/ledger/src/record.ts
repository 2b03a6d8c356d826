import type {
  Capacity,
  Category,
  HouseholdId,
  Level,
  OfficeCode,
  PersonId,
  Purpose,
  Role,
  SectorId,
  StaffId,
} from '@kasane/vocabulary';

/** What happened. */
export const LedgerKind = {
  /** Fields about a person left this party, or were asked for and withheld. */
  DISCLOSURE: 'DISCLOSURE',
  /** Collaboration decided what another sector may show. */
  GRANT: 'GRANT',
  /** Something about a person was written: a consent given or withdrawn, a member added. */
  CHANGE: 'CHANGE',
  /** Somebody read the ledger itself. */
  READING: 'READING',
  /** An emergency was declared. */
  EMERGENCY: 'EMERGENCY',
} as const;
export type LedgerKind = (typeof LedgerKind)[keyof typeof LedgerKind];

export const LedgerOutcome = { PERMITTED: 'PERMITTED', DENIED: 'DENIED' } as const;
export type LedgerOutcome = (typeof LedgerOutcome)[keyof typeof LedgerOutcome];

/** Who looked. A verified viewer is one; the ledger takes these properties and no other, so no name gets in. */
export interface LedgerViewer {
  readonly staffId: StaffId;
  readonly office: OfficeCode;
  readonly capacity: Capacity;
  readonly roles: readonly Role[];
  readonly purpose?: Purpose | undefined;
  readonly conference?: string | undefined;
  /** Only its digest is written: the reason itself may speak of the person. */
  readonly emergencyReason?: string | undefined;
}

/** Fields that were shown on one basis, or withheld: their names, never their values. */
export interface LedgerItem {
  /** Of a grant: whose data it opens, or does not. */
  readonly sector?: SectorId | undefined;
  readonly category?: Category | undefined;
  readonly level?: Level | undefined;
  /** Of a grant: how much of single records their owner may open by releasing them. */
  readonly upTo?: Level | undefined;
  /** Schema coordinates, e.g. `CareNeedCertification.level`. */
  readonly fields: readonly string[];
  /** The rule that decided, for or against; a sector that was granted nothing does not know it. */
  readonly rule?: string | undefined;
  /** Id of the consent, conference, … that the rule rests on. */
  readonly evidence?: string | undefined;
}

/** What a party reports to its ledger; time, number and chain are the ledger's own. */
export interface LedgerRecord {
  readonly kind: LedgerKind;
  readonly requestId: string;
  readonly viewer: LedgerViewer;
  readonly person?: PersonId | undefined;
  readonly household?: HouseholdId | undefined;
  /** Whose data it is about, where an item does not say otherwise: {@link sectorOf}. */
  readonly sector: SectorId;
  readonly outcome: LedgerOutcome;
  readonly items: readonly LedgerItem[];
  readonly policyVersion: string;
}

/** Whose data an item of an entry is about. Of a grant, entries of earlier versions say it for all their items. */
export const sectorOf = ({ sector }: Pick<LedgerRecord, 'sector'>, item: LedgerItem | undefined): SectorId =>
  item?.sector ?? sector;

/** A record as it stands in the ledger. */
export interface LedgerEntry extends Omit<LedgerRecord, 'viewer'> {
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly viewer: Omit<LedgerViewer, 'emergencyReason'> & {
    /** SHA-256 of the reason's UTF-8 bytes, in hex. */
    readonly emergencyReasonDigest?: string;
  };
  readonly prevHash: string;
  readonly hash: string;
}

/** The last entry of a ledger; `seq` 0 and the genesis hash when it has none. Kept elsewhere, it is a checkpoint. */
export interface LedgerHead {
  readonly seq: number;
  readonly hash: string;
}
