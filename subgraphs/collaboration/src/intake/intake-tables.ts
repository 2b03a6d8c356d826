import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IntakeChannel, Urgency, Visitor } from './intake-words.js';

/** 相談受付・申込票, as it was taken down: never changed afterwards. */
@Entity('intake')
export class IntakeRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ name: 'received_by', type: 'varchar', length: 128 })
  receivedBy!: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;

  @Column({ type: 'varchar', length: 32 })
  channel!: IntakeChannel;

  @Column({ type: 'varchar', length: 32 })
  visitor!: Visitor;

  @Column({ name: 'visitor_name', type: 'varchar', length: 256, nullable: true })
  visitorName!: string | null;

  @Column({ name: 'self_id', type: 'varchar', length: 64 })
  selfId!: PersonId;

  @Column({ name: 'chief_complaint', type: 'text' })
  chiefComplaint!: string;

  @Column({ type: 'varchar', length: 16 })
  urgency!: Urgency;

  @Column({ type: 'boolean' })
  contactable!: boolean;

  @Column({ name: 'contact_when', type: 'varchar', length: 256, nullable: true })
  contactWhen!: string | null;

  @Column({ type: 'boolean' })
  interpreter!: boolean;

  /** Which of the two forms it is: with the person's consent, or without. */
  @Column({ name: 'with_consent', type: 'boolean' })
  withConsent!: boolean;
}

/** Everybody of whom an intake speaks. */
@Entity('intake_person')
export class IntakePersonRow {
  @PrimaryColumn({ name: 'intake_id', type: 'varchar', length: 64 })
  intakeId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;
}

/** The newest number of the cases of a municipality in a fiscal year. */
@Entity('case_number')
export class CaseNumberRow {
  @PrimaryColumn({ name: 'local_government_code', type: 'varchar', length: 64 })
  localGovernmentCode!: string;

  @PrimaryColumn({ name: 'fiscal_year', type: 'int' })
  fiscalYear!: number;

  @Column({ type: 'int' })
  last!: number;
}

export const intakeEntities = [IntakeRow, IntakePersonRow, CaseNumberRow];
