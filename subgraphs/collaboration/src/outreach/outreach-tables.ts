import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactMethod, ContactOutcome, FoundThrough, OutreachStage } from './outreach-words.js';

/** That an office tries to reach somebody. Its newest state; how it came to it is in its steps. */
@Entity('outreach')
export class OutreachRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  /** Who goes there. */
  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64, nullable: true })
  staffId!: StaffId | null;

  @Column({ name: 'found_through', type: 'varchar', length: 32 })
  foundThrough!: FoundThrough;

  @Column({ name: 'found_words', type: 'text', nullable: true })
  foundWords!: string | null;

  @Column({ name: 'found_on', type: 'varchar', length: 10 })
  foundOn!: string;

  /** Since when the person stays at home: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  @Column({ name: 'withdrawn_since', type: 'varchar', length: 10, nullable: true })
  withdrawnSince!: string | null;

  @Column({ name: 'quiet_from', type: 'varchar', length: 5, nullable: true })
  quietFrom!: string | null;

  @Column({ name: 'quiet_to', type: 'varchar', length: 5, nullable: true })
  quietTo!: string | null;

  @Column({ type: 'varchar', length: 32 })
  stage!: OutreachStage;

  @Column({ name: 'next_on', type: 'varchar', length: 10, nullable: true })
  nextOn!: string | null;

  @Column({ type: 'int' })
  version!: number;

  @Column({ name: 'begun_at', type: 'timestamptz' })
  begunAt!: Date;
}

/** One attempt at contact, never changed afterwards. */
@Entity('outreach_contact')
export class OutreachContactRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'outreach_id', type: 'varchar', length: 64 })
  outreachId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'varchar', length: 32 })
  method!: ContactMethod;

  @Column({ type: 'varchar', length: 32 })
  outcome!: ContactOutcome;

  @Column({ type: 'text' })
  words!: string;

  /** Why the person was disturbed in their quiet hours. */
  @Column({ name: 'quiet_reason', type: 'text', nullable: true })
  quietReason!: string | null;

  /** The stage that was reached with it. */
  @Column({ type: 'varchar', length: 32 })
  stage!: OutreachStage;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}

export const outreachEntities = [OutreachRow, OutreachContactRow];
