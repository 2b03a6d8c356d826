import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanItemState } from '../plan/plan-state.js';

/** How an item stood when the plan was looked at, and what was found. */
export interface FoundOfItem {
  readonly item: string;
  readonly state: PlanItemState;
  readonly finding: string | null;
}

/** That a plan was looked at (モニタリング), never changed afterwards. */
@Entity('plan_monitoring')
export class MonitoringRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'plan_id', type: 'varchar', length: 64 })
  planId!: string;

  /** When it was to be; null when nothing was planned. Japanese calendar dates. */
  @Column({ name: 'planned_on', type: 'varchar', length: 10, nullable: true })
  plannedOn!: string | null;

  @Column({ name: 'held_on', type: 'varchar', length: 10 })
  heldOn!: string;

  @Column({ type: 'text' })
  findings!: string;

  @Column({ type: 'jsonb' })
  items!: readonly FoundOfItem[];

  @Column({ name: 'next_on', type: 'varchar', length: 10, nullable: true })
  nextOn!: string | null;

  /** Everybody of whom the plan spoke. */
  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
