import type { HouseholdId, OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Certainty, IssueCode } from './issue-code.js';

/** An issue as one office saw it: never changed, and never merged with what another office saw. */
@Entity('issue_record')
export class IssueRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;

  /** Of whom; null when it is of the household. */
  @Column({ name: 'person_id', type: 'varchar', length: 64, nullable: true })
  personId!: PersonId | null;

  @Column({ type: 'varchar', length: 32 })
  code!: IssueCode;

  @Column({ type: 'varchar', length: 16 })
  certainty!: Certainty;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ name: 'observed_on', type: 'varchar', length: 10 })
  observedOn!: string;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}

/** Everybody of whom an issue speaks. */
@Entity('issue_person')
export class IssuePersonRow {
  @PrimaryColumn({ name: 'issue_id', type: 'varchar', length: 64 })
  issueId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;
}

/** That an issue is none any more, as the office says that had written it down. */
@Entity('issue_resolution')
export class IssueResolutionRow {
  @PrimaryColumn({ name: 'issue_id', type: 'varchar', length: 64 })
  issueId!: string;

  @Column({ name: 'resolved_on', type: 'varchar', length: 10 })
  resolvedOn!: string;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}

export const issueEntities = [IssueRow, IssuePersonRow, IssueResolutionRow];
