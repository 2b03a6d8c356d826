import type { HouseholdId, OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Urgency } from '../intake/intake-words.js';
import type { ReferralState, SendBackReason, WithdrawnBy } from './referral-words.js';

/** A referral (つなぎ) from one office to another, and who holds it now. How it came there is in its events. */
@Entity('referral')
export class ReferralRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;

  @Column({ name: 'from_office', type: 'varchar', length: 64 })
  fromOffice!: OfficeCode;

  @Column({ name: 'from_staff', type: 'varchar', length: 64 })
  fromStaff!: StaffId;

  @Column({ name: 'to_office', type: 'varchar', length: 64 })
  toOffice!: OfficeCode;

  @Column({ type: 'varchar', length: 16 })
  urgency!: Urgency;

  /** Whether the case ends with it: a hand-over after screening. */
  @Column({ name: 'hands_over', type: 'boolean' })
  handsOver!: boolean;

  /** Told or given on paper to an office without an account: then the sender records what becomes of it. */
  @Column({ name: 'on_paper', type: 'boolean' })
  onPaper!: boolean;

  @Column({ name: 'told_by', type: 'varchar', length: 128, nullable: true })
  toldBy!: string | null;

  @Column({ name: 'told_to', type: 'varchar', length: 128, nullable: true })
  toldTo!: string | null;

  @Column({ name: 'told_on', type: 'varchar', length: 10, nullable: true })
  toldOn!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', nullable: true })
  request!: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;

  @Column({ name: 'answer_due', type: 'varchar', length: 10 })
  answerDue!: string;

  @Column({ name: 'first_contact_due', type: 'varchar', length: 10 })
  firstContactDue!: string;

  @Column({ name: 'replaces_id', type: 'varchar', length: 64, nullable: true })
  replacesId!: string | null;

  @Column({ type: 'varchar', length: 16 })
  state!: ReferralState;

  @Column({ type: 'int' })
  version!: number;

  @Column({ name: 'holder_office', type: 'varchar', length: 64 })
  holderOffice!: OfficeCode;

  /** Who of the holding office; null when anybody of it may take it. */
  @Column({ name: 'holder_staff', type: 'varchar', length: 64, nullable: true })
  holderStaff!: StaffId | null;

  /** Until when the holder has something to do; null when nothing waits any more. */
  @Column({ name: 'due_on', type: 'varchar', length: 10, nullable: true })
  dueOn!: string | null;

  /** The seat that came with the acceptance. */
  @Column({ name: 'seat_id', type: 'varchar', length: 64, nullable: true })
  seatId!: string | null;
}

/** Whom a referral is about. */
@Entity('referral_person')
export class ReferralPersonRow {
  @PrimaryColumn({ name: 'referral_id', type: 'varchar', length: 64 })
  referralId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;
}

/** One step of a referral, never changed afterwards. */
@Entity('referral_event')
export class ReferralEventRow {
  @PrimaryColumn({ name: 'referral_id', type: 'varchar', length: 64 })
  referralId!: string;

  /** The version of the referral that it made. */
  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'varchar', length: 16 })
  state!: ReferralState;

  @Column({ name: 'send_back_reason', type: 'varchar', length: 32, nullable: true })
  sendBackReason!: SendBackReason | null;

  @Column({ name: 'withdrawn_by', type: 'varchar', length: 16, nullable: true })
  withdrawnBy!: WithdrawnBy | null;

  @Column({ name: 'on_date', type: 'varchar', length: 10 })
  onDate!: string;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

export const referralEntities = [ReferralRow, ReferralPersonRow, ReferralEventRow];
