import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a worker is to a person whom they should not handle. */
export const ConflictKind = {
  RELATIVE: 'RELATIVE',
  ACQUAINTANCE: 'ACQUAINTANCE',
  NEIGHBOUR: 'NEIGHBOUR',
} as const;
export type ConflictKind = (typeof ConflictKind)[keyof typeof ConflictKind];

/** That a worker must keep away from a person. Never changed afterwards. */
@Entity('conflict_of_interest')
export class ConflictRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  /** Who keeps away. */
  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  /** Where they worked then: its manager ends it. */
  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  @Column({ type: 'varchar', length: 16 })
  kind!: ConflictKind;

  @Column({ name: 'declared_by', type: 'varchar', length: 64 })
  declaredBy!: StaffId;

  @Column({ name: 'declared_at', type: 'timestamptz' })
  declaredAt!: Date;
}

@Entity('conflict_ending')
export class ConflictEndingRow {
  @PrimaryColumn({ name: 'conflict_id', type: 'varchar', length: 64 })
  conflictId!: string;

  @Column({ name: 'ended_by', type: 'varchar', length: 64 })
  endedBy!: StaffId;

  @Column({ name: 'ended_at', type: 'timestamptz' })
  endedAt!: Date;
}

export const conflictEntities = [ConflictRow, ConflictEndingRow];
