import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FollowUpOf, HostKind, MatchState } from './participation-words.js';

/** A place that takes people in, with what it offers. Of no person. */
@Entity('participation_host')
export class HostRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'varchar', length: 256 })
  name!: string;

  @Column({ type: 'varchar', length: 32 })
  kind!: HostKind;

  @Column({ name: 'local_government_code', type: 'varchar', length: 6 })
  localGovernmentCode!: string;

  @Column({ type: 'varchar', length: 256, nullable: true })
  address!: string | null;

  @Column({ name: 'is_open', type: 'boolean' })
  isOpen!: boolean;
}

/** One thing to do there: 支援メニュー. */
@Entity('participation_menu')
export class MenuRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'host_id', type: 'varchar', length: 64 })
  hostId!: string;

  @Column({ type: 'varchar', length: 256 })
  title!: string;

  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ type: 'int', nullable: true })
  places!: number | null;
}

/** What somebody would like to do, and who looks for it with them. */
@Entity('participation')
export class ParticipationRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ type: 'text' })
  wishes!: string;

  @Column({ type: 'text', nullable: true })
  strengths!: string | null;

  @Column({ type: 'text', nullable: true })
  conditions!: string | null;

  @Column({ name: 'begun_at', type: 'timestamptz' })
  begunAt!: Date;
}

@Entity('participation_match')
export class MatchRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'participation_id', type: 'varchar', length: 64 })
  participationId!: string;

  @Column({ name: 'menu_id', type: 'varchar', length: 64 })
  menuId!: string;

  @Column({ type: 'varchar', length: 16 })
  state!: MatchState;

  @Column({ name: 'since_on', type: 'varchar', length: 10 })
  sinceOn!: string;

  /** When the person and the host are asked next how it goes. */
  @Column({ name: 'follow_up_on', type: 'varchar', length: 10, nullable: true })
  followUpOn!: string | null;

  @Column({ type: 'int' })
  version!: number;
}

/** A step of a match, never changed afterwards. */
@Entity('participation_step')
export class MatchStepRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'match_id', type: 'varchar', length: 64 })
  matchId!: string;

  @Column({ type: 'varchar', length: 16 })
  state!: MatchState;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** How it goes, asked of the person or of the host; never changed afterwards. */
@Entity('participation_follow_up')
export class FollowUpRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'match_id', type: 'varchar', length: 64 })
  matchId!: string;

  @Column({ name: 'asked_of', type: 'varchar', length: 16 })
  of!: FollowUpOf;

  @Column({ name: 'on_date', type: 'varchar', length: 10 })
  on!: string;

  @Column({ type: 'text' })
  words!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}

export const participationEntities = [
  HostRow,
  MenuRow,
  ParticipationRow,
  MatchRow,
  MatchStepRow,
  FollowUpRow,
];
