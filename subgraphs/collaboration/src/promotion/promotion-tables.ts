import type { OfficeCode, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Stages of the yearly plan's circle. */
export const PdcaStage = { PLAN: 'PLAN', DO: 'DO', CHECK: 'CHECK', ACT: 'ACT' } as const;
export type PdcaStage = (typeof PdcaStage)[keyof typeof PdcaStage];

/** A 支援会議 as a municipality published it. It is about nobody: what is printed is all there is. */
@Entity('conference_statistic')
export class ConferenceStatisticRow {
  @PrimaryColumn({ name: 'local_government_code', type: 'varchar', length: 6 })
  localGovernmentCode!: string;

  @PrimaryColumn({ name: 'fiscal_year', type: 'int' })
  fiscalYear!: number;

  @PrimaryColumn({ type: 'int' })
  number!: number;

  @Column({ type: 'varchar', length: 256 })
  summary!: string;

  @Column({ type: 'jsonb' })
  issues!: readonly string[];

  /** How many 〇 its row has; under which columns is not known. */
  @Column({ type: 'int' })
  circles!: number;

  @Column({ type: 'jsonb' })
  others!: readonly string[];
}

/** A version of what is written of one stage of a year. Appended, never changed. */
@Entity('promotion_note')
export class PromotionNoteRow {
  @PrimaryColumn({ name: 'local_government_code', type: 'varchar', length: 6 })
  localGovernmentCode!: string;

  @PrimaryColumn({ name: 'fiscal_year', type: 'int' })
  fiscalYear!: number;

  @PrimaryColumn({ type: 'varchar', length: 8 })
  stage!: PdcaStage;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  words!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'written_by', type: 'varchar', length: 64 })
  writtenBy!: StaffId;

  @Column({ name: 'written_at', type: 'timestamptz' })
  writtenAt!: Date;
}

/** 研修: an event of training, counted and not named. */
@Entity('training_event')
export class TrainingEventRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_government_code', type: 'varchar', length: 6 })
  localGovernmentCode!: string;

  @Column({ name: 'held_on', type: 'varchar', length: 10 })
  heldOn!: string;

  @Column({ type: 'varchar', length: 256 })
  title!: string;

  @Column({ type: 'varchar', length: 256 })
  audience!: string;

  @Column({ type: 'int' })
  attendees!: number;

  @Column({ name: 'recorded_by', type: 'varchar', length: 64 })
  recordedBy!: StaffId;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;
}

export const promotionEntities = [ConferenceStatisticRow, PromotionNoteRow, TrainingEventRow];
