import type { HouseholdId, OfficeCode, PersonId, Role, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a case stands. Issue by issue the process grows; a closed case gives nobody anything. */
export const CaseStatus = {
  RECEIVED: 'RECEIVED',
  ACCEPTED: 'ACCEPTED',
  ASSESSING: 'ASSESSING',
  IN_SUPPORT: 'IN_SUPPORT',
  CLOSED: 'CLOSED',
} as const;
export type CaseStatus = (typeof CaseStatus)[keyof typeof CaseStatus];

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
}

@Entity('roster_seat_person')
export class RosterSeatPersonRow {
  @PrimaryColumn({ name: 'seat_id', type: 'varchar', length: 64 })
  seatId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;
}
