import type { HouseholdId, OfficeCode, PersonId, Role, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Duty, Responsibility } from '../roster/seat-words.js';
import type { CaseStatus } from './case-status.js';

@Entity('support_case')
export class CaseRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;

  @Column({ type: 'varchar', length: 64 })
  number!: string;

  @Column({ type: 'varchar', length: 32 })
  status!: CaseStatus;

  @Column({ name: 'opened_on', type: 'varchar', length: 10 })
  openedOn!: string;

  @Column({ name: 'closed_on', type: 'varchar', length: 10, nullable: true })
  closedOn!: string | null;

  /** Counts its changes: who writes must have seen the newest. */
  @Column({ type: 'int', default: 1 })
  version!: number;
}

/** One step of a case, never changed afterwards. */
@Entity('case_event')
export class CaseEventRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'from_status', type: 'varchar', length: 32 })
  from!: CaseStatus;

  @Column({ name: 'to_status', type: 'varchar', length: 32 })
  to!: CaseStatus;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** A seat on a case's roster: an office, usually one worker of it, for some or all members of the household. */
@Entity('roster_seat')
export class RosterSeatRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64, nullable: true })
  staffId!: StaffId | null;

  @Column({ name: 'staff_name', type: 'varchar', length: 128, nullable: true })
  staffName!: string | null;

  @Column({ type: 'varchar', length: 32 })
  role!: Role;

  /** Whether the seat is for every member; otherwise `roster_seat_person` names them. */
  @Column({ name: 'for_everyone', type: 'boolean' })
  forEveryone!: boolean;

  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Column({ type: 'varchar', length: 16, default: 'MEMBER' })
  responsibility!: Responsibility;

  @Column({ type: 'varchar', length: 32, nullable: true })
  duty!: Duty | null;

  @Column({ name: 'duty_note', type: 'text', nullable: true })
  dutyNote!: string | null;

  /** The day on which what the seat does is looked at again. */
  @Column({ name: 'review_on', type: 'varchar', length: 10, nullable: true })
  reviewOn!: string | null;

  /** Its worker left, and the manager of the office holds it until somebody takes it. */
  @Column({ name: 'needs_worker', type: 'boolean', default: false })
  needsWorker!: boolean;

  /** The seat that it went on from. */
  @Column({ name: 'succeeds_id', type: 'varchar', length: 64, nullable: true })
  succeedsId!: string | null;

  /** Counts its changes: who writes must have seen the newest. */
  @Column({ type: 'int', default: 1 })
  version!: number;
}

@Entity('roster_seat_person')
export class RosterSeatPersonRow {
  @PrimaryColumn({ name: 'seat_id', type: 'varchar', length: 64 })
  seatId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;
}
