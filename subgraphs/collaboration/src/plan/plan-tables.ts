import type { HouseholdId, OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanItemState, PlanKind, PlanState } from './plan-state.js';

/** One line of the plan: what which office does for whom, how often, until when. */
export interface PlannedItemWords {
  readonly content: string;
  readonly office: OfficeCode;
  readonly staff: StaffId | null;
  readonly frequency: string;
  /** Japanese calendar date. */
  readonly dueOn: string;
  /** What the person does themselves (本人の取組). */
  readonly ownEffort: string | null;
  readonly persons: readonly PersonId[];
}

/** What stands on the plan sheet. */
export interface PlanWords {
  readonly persons: readonly PersonId[];
  /** Japanese calendar dates, both inclusive. */
  readonly from: string;
  readonly until: string;
  readonly personWishes: string;
  readonly householdWishes: string | null;
  readonly issues: readonly { readonly issue: string | null; readonly words: string }[];
  readonly longTermGoal: string;
  readonly shortTermGoals: readonly string[];
  readonly items: readonly PlannedItemWords[];
  readonly monitoringOn: readonly string[];
  readonly consentReference: string | null;
}

/** A plan as it stands; what is written in it is in its versions, each of which stays. */
@Entity('support_plan')
export class PlanRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;

  @Column({ type: 'varchar', length: 16 })
  kind!: PlanKind;

  @Column({ type: 'varchar', length: 16 })
  state!: PlanState;

  /** Counts its changes: who writes must have seen the newest. */
  @Column({ type: 'int' })
  version!: number;

  /** The change with which its words were last written. */
  @Column({ name: 'words_version', type: 'int' })
  wordsVersion!: number;

  /** Everybody of whom its newest words speak. */
  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Column({ name: 'until_date', type: 'varchar', length: 10 })
  until!: string;

  @Column({ name: 'next_monitoring_on', type: 'varchar', length: 10, nullable: true })
  nextMonitoringOn!: string | null;

  /** The plan in whose place it stands once it is decided. */
  @Column({ name: 'replaces_id', type: 'varchar', length: 64, nullable: true })
  replacesId!: string | null;

  @Column({ name: 'drafted_at', type: 'timestamptz' })
  draftedAt!: Date;
}

/** The words of a plan, as they were written once. */
@Entity('support_plan_version')
export class PlanVersionRow {
  @PrimaryColumn({ name: 'plan_id', type: 'varchar', length: 64 })
  planId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'jsonb' })
  words!: PlanWords;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** One step of a plan. Its key is the version that it made, so of two who saw the same one wins. */
@Entity('support_plan_event')
export class PlanEventRow {
  @PrimaryColumn({ name: 'plan_id', type: 'varchar', length: 64 })
  planId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ name: 'to_state', type: 'varchar', length: 16 })
  to!: PlanState;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** The conference that decided it. */
  @Column({ name: 'conference_id', type: 'varchar', length: 64, nullable: true })
  conferenceId!: string | null;

  /** The consents on which it was decided: so that it can be shown later that it was lawful then. */
  @Column({ name: 'consent_ids', type: 'jsonb' })
  consentIds!: readonly string[];

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** A line of a decided plan: somebody holds it until it is done, or said to be impossible. */
@Entity('plan_item')
export class PlanItemRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'plan_id', type: 'varchar', length: 64 })
  planId!: string;

  /** Its place on the sheet. */
  @Column({ type: 'int' })
  position!: number;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64, nullable: true })
  staffId!: StaffId | null;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'varchar', length: 200 })
  frequency!: string;

  @Column({ name: 'due_on', type: 'varchar', length: 10 })
  dueOn!: string;

  @Column({ name: 'own_effort', type: 'text', nullable: true })
  ownEffort!: string | null;

  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ type: 'varchar', length: 16 })
  state!: PlanItemState;

  @Column({ type: 'int' })
  version!: number;

  @Column({ name: 'given_at', type: 'timestamptz' })
  givenAt!: Date;
}

/** What was reported of an item, and where it stood then. */
@Entity('plan_item_event')
export class PlanItemEventRow {
  @PrimaryColumn({ name: 'item_id', type: 'varchar', length: 64 })
  itemId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ name: 'to_state', type: 'varchar', length: 16 })
  to!: PlanItemState;

  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** That the office which holds an item has looked at it. */
@Entity('plan_item_seen')
export class PlanItemSeenRow {
  @PrimaryColumn({ name: 'item_id', type: 'varchar', length: 64 })
  itemId!: string;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

export const planEntities = [
  PlanRow,
  PlanVersionRow,
  PlanEventRow,
  PlanItemRow,
  PlanItemEventRow,
  PlanItemSeenRow,
];
