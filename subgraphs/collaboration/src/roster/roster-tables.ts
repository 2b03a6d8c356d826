import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RosterChangeKind } from './seat-words.js';

/** One change of a roster, never changed afterwards: who had which seat on which day can be told from them. */
@Entity('roster_event')
export class RosterEventRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'seat_id', type: 'varchar', length: 64 })
  seatId!: string;

  @Column({ type: 'varchar', length: 32 })
  kind!: RosterChangeKind;

  /** The day from which it holds, or the last day of what ends. */
  @Column({ name: 'effective_on', type: 'varchar', length: 10 })
  on!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Whom the seat is for; null when it is for everyone. */
  @Column({ type: 'jsonb', nullable: true })
  persons!: readonly PersonId[] | null;

  @Column({ name: 'seat_office', type: 'varchar', length: 64 })
  seatOffice!: OfficeCode;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
