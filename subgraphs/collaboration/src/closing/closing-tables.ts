import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a case was closed, and who is responsible from then on; never changed afterwards. */
@Entity('case_closing')
export class CaseClosingRow {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  /** 主担当 after the closure; it keeps what it has in its own system. */
  @Column({ name: 'lead_office', type: 'varchar', length: 64 })
  leadOffice!: OfficeCode;

  @Column({ type: 'text' })
  reason!: string;

  /** Of whom the reason speaks. */
  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** That a case takes up again what another had closed. Its key is the older case: it is taken up once. */
@Entity('case_reopening')
export class CaseReopeningRow {
  @PrimaryColumn({ name: 'reopened_from', type: 'varchar', length: 64 })
  reopenedFrom!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

export const closingEntities = [CaseClosingRow, CaseReopeningRow];
