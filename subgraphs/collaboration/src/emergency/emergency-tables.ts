import type { Capacity, HouseholdId, OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a review of an emergency came to. */
export const ReviewOutcome = { JUSTIFIED: 'JUSTIFIED', NOT_JUSTIFIED: 'NOT_JUSTIFIED' } as const;
export type ReviewOutcome = (typeof ReviewOutcome)[keyof typeof ReviewOutcome];

/** That somebody broke the glass: for whom, why, until when. Never changed afterwards. */
@Entity('emergency')
export class EmergencyRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ type: 'varchar', length: 16 })
  capacity!: Capacity;

  /** The household that was named, or else the person. */
  @Column({ name: 'household_id', type: 'varchar', length: 64, nullable: true })
  householdId!: HouseholdId | null;

  @Column({ name: 'person_id', type: 'varchar', length: 64, nullable: true })
  personId!: PersonId | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'declared_at', type: 'timestamptz' })
  declaredAt!: Date;

  /** The first instant at which it is over, unless it is ended earlier. */
  @Column({ type: 'timestamptz' })
  until!: Date;
}

/** Whom it concerns: those who lived in the household then. */
@Entity('emergency_person')
export class EmergencyPersonRow {
  @PrimaryColumn({ name: 'emergency_id', type: 'varchar', length: 64 })
  emergencyId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;
}

/** That it was ended before its time. */
@Entity('emergency_ending')
export class EmergencyEndingRow {
  @PrimaryColumn({ name: 'emergency_id', type: 'varchar', length: 64 })
  emergencyId!: string;

  @Column({ name: 'ended_at', type: 'timestamptz' })
  endedAt!: Date;
}

/** What somebody else found when they looked at it afterwards. */
@Entity('emergency_review')
export class EmergencyReviewRow {
  @PrimaryColumn({ name: 'emergency_id', type: 'varchar', length: 64 })
  emergencyId!: string;

  @Column({ type: 'varchar', length: 16 })
  outcome!: ReviewOutcome;

  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'reviewed_by', type: 'varchar', length: 64 })
  reviewedBy!: StaffId;

  @Column({ name: 'reviewed_at', type: 'timestamptz' })
  reviewedAt!: Date;
}

export const emergencyEntities = [EmergencyRow, EmergencyPersonRow, EmergencyEndingRow, EmergencyReviewRow];
