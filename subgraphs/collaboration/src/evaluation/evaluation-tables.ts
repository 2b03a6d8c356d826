import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Achievement, EvaluationOutcome, IssueChange } from './evaluation.js';

/** An evaluation sheet (評価シート), never changed afterwards; a later one stands above it. */
@Entity('plan_evaluation')
export class EvaluationRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'plan_id', type: 'varchar', length: 64 })
  planId!: string;

  @Column({ type: 'varchar', length: 16 })
  outcome!: EvaluationOutcome;

  @Column({ type: 'jsonb' })
  goals!: readonly { readonly number: number; readonly achievement: Achievement }[];

  @Column({ type: 'jsonb' })
  issues!: readonly { readonly number: number; readonly change: IssueChange }[];

  /** Issues that remain. */
  @Column({ type: 'text', nullable: true })
  remaining!: string | null;

  /** What the person says of it (本人の感想). */
  @Column({ name: 'own_words', type: 'text', nullable: true })
  ownWords!: string | null;

  /** Who is to be responsible afterwards. */
  @Column({ name: 'successor_office', type: 'varchar', length: 64, nullable: true })
  successorOffice!: OfficeCode | null;

  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
