import type { SessionBasis } from '@kasane/disclosure';
import type { Capacity, Category, HouseholdId, OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A session under a statute, as it was convened. It and all that belongs to it is appended and never changed: on what
 * basis somebody was shown something must be found years later as it was.
 */
@Entity('statutory_session')
export class SessionRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'varchar', length: 16 })
  basis!: SessionBasis;

  /** The office that convened it. */
  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'convened_by', type: 'varchar', length: 64 })
  convenedBy!: StaffId;

  @Column({ name: 'convened_at', type: 'timestamptz' })
  convenedAt!: Date;

  @Column({ name: 'opens_at', type: 'timestamptz' })
  opensAt!: Date;

  /** The first instant at which it is over, unless it is closed earlier. */
  @Column({ name: 'closes_at', type: 'timestamptz' })
  closesAt!: Date;

  @Column({ type: 'jsonb' })
  categories!: readonly Category[];

  /** Why it cannot wait for consent, or goes on without it. */
  @Column({ name: 'why_no_consent', type: 'text' })
  whyNoConsent!: string;
}

/** A household on the agenda: all who live in it while the session lasts. */
@Entity('session_household')
export class SessionHouseholdRow {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 64 })
  sessionId!: string;

  @PrimaryColumn({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;
}

/** Somebody on the roster, for one office: who moves to another is not a member for that one. */
@Entity('session_member')
export class SessionMemberRow {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 64 })
  sessionId!: string;

  @PrimaryColumn({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @PrimaryColumn({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ type: 'varchar', length: 16 })
  capacity!: Capacity;

  @Column({ name: 'added_by', type: 'varchar', length: 64 })
  addedBy!: StaffId;

  @Column({ name: 'added_at', type: 'timestamptz' })
  addedAt!: Date;
}

/** That a member accepted the duty of confidentiality. */
@Entity('session_pledge')
export class SessionPledgeRow {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 64 })
  sessionId!: string;

  @PrimaryColumn({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @PrimaryColumn({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'pledged_at', type: 'timestamptz' })
  pledgedAt!: Date;
}

/** Why the session goes on although a person refused. */
@Entity('session_justification')
export class SessionJustificationRow {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 64 })
  sessionId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'recorded_by', type: 'varchar', length: 64 })
  recordedBy!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** That who leads the session agreed to what an owner released to it of the closed tier (T4). */
@Entity('session_approval')
export class SessionApprovalRow {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 64 })
  sessionId!: string;

  /** The sector's own id of the release; only the sector knows what it releases. */
  @PrimaryColumn({ name: 'release_id', type: 'varchar', length: 64 })
  releaseId!: string;

  @Column({ name: 'approved_by', type: 'varchar', length: 64 })
  approvedBy!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** Who is suspected of abusing whom: while the response is open, the suspect does not speak for the person. */
@Entity('session_suspect')
export class SessionSuspectRow {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 64 })
  sessionId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  @PrimaryColumn({ name: 'suspect_id', type: 'varchar', length: 64 })
  suspectId!: PersonId;
}

/** That a session was closed before its time. */
@Entity('session_closing')
export class SessionClosingRow {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 64 })
  sessionId!: string;

  @Column({ name: 'closed_by', type: 'varchar', length: 64 })
  closedBy!: StaffId;

  @Column({ name: 'closed_at', type: 'timestamptz' })
  closedAt!: Date;
}

export const sessionEntities = [
  SessionRow,
  SessionHouseholdRow,
  SessionMemberRow,
  SessionPledgeRow,
  SessionJustificationRow,
  SessionApprovalRow,
  SessionSuspectRow,
  SessionClosingRow,
];
