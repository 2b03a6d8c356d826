import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened to a measure after it was registered. */
export const MeasureEventKind = { RENEWED: 'RENEWED', ENDED: 'ENDED' } as const;
export type MeasureEventKind = (typeof MeasureEventKind)[keyof typeof MeasureEventKind];

/**
 * A protective measure (DV等支援措置), as it was registered. It lives here once and is enforced everywhere: where a
 * flag had to be set in a second system, it was forgotten there.
 */
@Entity('protective_measure')
export class MeasureRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  /** The offices to which the person is not masked. */
  @Column({ name: 'handling_offices', type: 'jsonb' })
  handlingOffices!: readonly OfficeCode[];

  /** The other party and their helpers, where they work for the hub's offices. */
  @Column({ name: 'restricted_staff', type: 'jsonb' })
  restrictedStaff!: readonly StaffId[];

  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  /** The last day, unless it is renewed. */
  @Column({ name: 'to_date', type: 'varchar', length: 10 })
  to!: string;

  @Column({ name: 'registered_by', type: 'varchar', length: 64 })
  registeredBy!: StaffId;

  @Column({ name: 'registered_at_office', type: 'varchar', length: 64 })
  registeredAtOffice!: OfficeCode;

  @Column({ name: 'registered_at', type: 'timestamptz' })
  registeredAt!: Date;
}

/** Appended, never changed; two writers at once cannot both be number n. */
@Entity('protective_measure_event')
export class MeasureEventRow {
  @PrimaryColumn({ name: 'measure_id', type: 'varchar', length: 64 })
  measureId!: string;

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ type: 'varchar', length: 16 })
  kind!: MeasureEventKind;

  /** The new last day that a renewal gives. */
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Column({ name: 'recorded_by', type: 'varchar', length: 64 })
  recordedBy!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

export const protectionEntities = [MeasureRow, MeasureEventRow];
