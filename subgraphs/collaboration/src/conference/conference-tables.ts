import type { Capacity, Category, HouseholdId, OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaKind, AgendaOutcome, ConferenceKind } from './conference-kind.js';

/** A conference about a case, and its papers. All of it is appended and never changed: minutes are evidence. */
@Entity('conference')
export class ConferenceRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: ConferenceKind;

  /** The session under a statute in which a 支援会議 meets. One session, one set of papers. */
  @Column({ name: 'session_id', type: 'varchar', length: 64, nullable: true })
  sessionId!: string | null;

  /** The case that a 重層的支援会議 is about. */
  @Column({ name: 'case_id', type: 'varchar', length: 64, nullable: true })
  caseId!: string | null;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'convened_by', type: 'varchar', length: 64 })
  convenedBy!: StaffId;

  /** 事務局: who writes the minutes. */
  @Column({ type: 'varchar', length: 64 })
  secretariat!: StaffId;

  @Column({ name: 'held_at', type: 'timestamptz' })
  heldAt!: Date;

  @Column({ type: 'varchar', length: 256 })
  place!: string;

  /** The 支援会議 out of which it came, once there was consent. */
  @Column({ name: 'moved_from', type: 'varchar', length: 64, nullable: true })
  movedFrom!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/** Of whom its papers speak: a minute is still about who has left the household since. */
@Entity('conference_person')
export class ConferencePersonRow {
  @PrimaryColumn({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  @PrimaryColumn({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;
}

@Entity('conference_agenda_item')
export class AgendaItemRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  @Column({ type: 'int' })
  number!: number;

  @Column({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;

  @Column({ type: 'varchar', length: 32 })
  kind!: AgendaKind;

  @Column({ type: 'text' })
  topic!: string;

  @Column({ name: 'plan_id', type: 'varchar', length: 64, nullable: true })
  planId!: string | null;
}

/** What came of an item, once. */
@Entity('conference_agenda_result')
export class AgendaResultRow {
  @PrimaryColumn({ name: 'item_id', type: 'varchar', length: 64 })
  itemId!: string;

  @Column({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  @Column({ type: 'varchar', length: 32 })
  outcome!: AgendaOutcome;

  @Column({ type: 'text' })
  words!: string;

  @Column({ name: 'recorded_by', type: 'varchar', length: 64 })
  recordedBy!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** Who is invited beside the roster of a session: by account, or on paper by office and name. */
@Entity('conference_participant')
export class ParticipantRow {
  @PrimaryColumn({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  /** The same for the same seat: who is invited twice is refused by it. */
  @PrimaryColumn({ name: 'seat_key', type: 'varchar', length: 300 })
  seatKey!: string;

  @Column({ name: 'staff_id', type: 'varchar', length: 64, nullable: true })
  staffId!: StaffId | null;

  @Column({ name: 'office_code', type: 'varchar', length: 64, nullable: true })
  officeCode!: OfficeCode | null;

  @Column({ type: 'varchar', length: 128 })
  affiliation!: string;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ type: 'varchar', length: 16 })
  capacity!: Capacity;

  @Column({ name: 'invited_by', type: 'varchar', length: 64 })
  invitedBy!: StaffId;

  @Column({ name: 'invited_at', type: 'timestamptz' })
  invitedAt!: Date;
}

@Entity('conference_attendance')
export class AttendanceRow {
  @PrimaryColumn({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  @PrimaryColumn({ name: 'seat_key', type: 'varchar', length: 300 })
  seatKey!: string;

  @Column({ name: 'recorded_by', type: 'varchar', length: 64 })
  recordedBy!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** What was laid on the table: what it was and its digest, never a copy of a sector's field. */
@Entity('conference_material')
export class MaterialRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  @Column({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;

  /** The office whose data it shows. */
  @Column({ name: 'source_office', type: 'varchar', length: 64 })
  sourceOffice!: OfficeCode;

  @Column({ type: 'varchar', length: 128 })
  title!: string;

  @Column({ type: 'jsonb' })
  categories!: readonly Category[];

  @Column({ type: 'jsonb' })
  fields!: readonly string[];

  /** SHA-256 of what was shown, hexadecimal. */
  @Column({ type: 'varchar', length: 64 })
  digest!: string;

  /** The convening office's own words. */
  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'added_by', type: 'varchar', length: 64 })
  addedBy!: StaffId;

  @Column({ name: 'added_at', type: 'timestamptz' })
  addedAt!: Date;

  /** The first instant at which its words are not shown any more. */
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}

/** What one office told the conference. */
export interface SharedInformation {
  readonly office: OfficeCode;
  readonly what: string;
}

/** One version of the minutes. */
@Entity('conference_minutes')
export class MinutesRow {
  @PrimaryColumn({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'jsonb' })
  shared!: readonly SharedInformation[];

  @Column({ type: 'text' })
  discussion!: string;

  /** 社会資源の不足. */
  @Column({ type: 'jsonb' })
  gaps!: readonly string[];

  @Column({ name: 'next_on', type: 'varchar', length: 10, nullable: true })
  nextOn!: string | null;

  @Column({ name: 'written_by', type: 'varchar', length: 64 })
  writtenBy!: StaffId;

  @Column({ name: 'written_at', type: 'timestamptz' })
  writtenAt!: Date;
}

@Entity('conference_minutes_approval')
export class MinutesApprovalRow {
  @PrimaryColumn({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ name: 'approved_by', type: 'varchar', length: 64 })
  approvedBy!: StaffId;

  @Column({ name: 'approved_at', type: 'timestamptz' })
  approvedAt!: Date;
}

/** 役割分担: a row of the role table of one version of the minutes. */
@Entity('conference_role')
export class ConferenceRoleRow {
  @PrimaryColumn({ name: 'conference_id', type: 'varchar', length: 64 })
  conferenceId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @PrimaryColumn({ type: 'int' })
  number!: number;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;

  /** For whom. */
  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ type: 'text' })
  what!: string;

  @Column({ name: 'until_on', type: 'varchar', length: 10 })
  until!: string;
}

export const conferenceEntities = [
  ConferenceRow,
  ConferencePersonRow,
  AgendaItemRow,
  AgendaResultRow,
  ParticipantRow,
  AttendanceRow,
  MaterialRow,
  MinutesRow,
  MinutesApprovalRow,
  ConferenceRoleRow,
];
