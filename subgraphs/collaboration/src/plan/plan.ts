import { Disclosed, PersonalRecord, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AuthoredRecord, Folder } from '../disclosure/authored.js';
import { Person } from '../person/person.js';
import { PlanKind, PlanState } from './plan-state.js';
import type { PlanRow } from './plan-tables.js';

/** How far a goal reaches. */
export const GoalTerm = { LONG: 'LONG', SHORT: 'SHORT' } as const;
export type GoalTerm = (typeof GoalTerm)[keyof typeof GoalTerm];

registerLabelledEnum(
  GoalTerm,
  'GoalTerm',
  { ja: '目標の期間', en: 'how far a goal reaches' },
  { LONG: { ja: '長期目標', en: 'long-term' }, SHORT: { ja: '短期目標', en: 'short-term' } },
);

@Folder()
@ObjectType({
  description:
    '支援プラン — a plan of a case: that there is one, everybody on the roster may know; its words are disclosed by themselves',
})
@Disclosed(Category.SUPPORT_PLAN, Level.EXISTENCE)
export class SupportPlan extends PersonalRecord {
  row!: PlanRow;

  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => PlanKind, { nullable: true, description: '種類 — kind' })
  kind!: PlanKind;

  @Field(() => PlanState, { nullable: true, description: '状態 — where it stands' })
  state!: PlanState;

  @Field(() => Int, {
    nullable: true,
    description: '版 — counts its changes; a change names the version that its writer saw',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: 'プラン期間の初日 — first day (YYYY-MM-DD)' })
  from!: string;

  @Field(() => String, { nullable: true, description: 'プラン期間の末日 — last day (YYYY-MM-DD)' })
  until!: string;

  @Field(() => String, {
    nullable: true,
    description: '次のモニタリング — when it is looked at next (YYYY-MM-DD)',
  })
  nextMonitoringOn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '再プランの元 — id of the plan in whose place it stands',
  })
  replaces!: string | null;

  @Disclosed(Category.INVOLVEMENT, Level.EXISTENCE)
  @Field(() => [Person], {
    nullable: true,
    description: '対象者 — those of whom it speaks and of whom you may know by it',
  })
  persons!: readonly Person[];
}

@ObjectType({ description: '目標 — a goal of a plan' })
@Disclosed(Category.SUPPORT_PLAN, Level.SUMMARY)
export class PlanGoal extends PersonalRecord {
  @Field(() => Int, { nullable: true, description: '番号 — by which the evaluation names it' })
  number!: number;

  @Field(() => GoalTerm, { nullable: true })
  term!: GoalTerm;

  @Field(() => String, { nullable: true, description: '目標 — in words' })
  words!: string;
}

@ObjectType({ description: '解決したい課題 — an issue that a plan is to solve' })
@Disclosed(Category.SUPPORT_PLAN)
export class PlannedIssue extends PersonalRecord {
  @Field(() => Int, { nullable: true, description: '番号 — by which the evaluation names it' })
  number!: number;

  @Field(() => ID, { nullable: true, description: '課題の記録 — id of the issue on record' })
  issue!: string | null;

  @Field(() => String, { nullable: true, description: '本人の言葉で — in words' })
  words!: string;
}

@ObjectType({ description: '支援内容(計画) — a line of the plan sheet, as it was written' })
@Disclosed(Category.SUPPORT_PLAN, Level.SUMMARY)
export class PlannedItem extends PersonalRecord {
  officeCode!: string;

  @Field(() => String, { nullable: true, description: '支援内容 — what is done' })
  content!: string;

  @Field(() => ID, { nullable: true, description: '担当者 — staff id of the worker' })
  staff!: string | null;

  @Field(() => String, { nullable: true, description: '頻度 — how often' })
  frequency!: string;

  @Field(() => String, { nullable: true, description: '期限 — last day (YYYY-MM-DD)' })
  dueOn!: string;

  @Field(() => String, { nullable: true, description: '本人の取組 — what the person does themselves' })
  ownEffort!: string | null;

  @Disclosed(Category.INVOLVEMENT, Level.EXISTENCE)
  @Field(() => [Person], { nullable: true, description: '対象 — for whom' })
  persons!: readonly Person[];
}

@ObjectType({ description: 'プランの記載 — what stands on the plan sheet, in one version' })
@Disclosed(Category.SUPPORT_PLAN)
export class SupportPlanVersion extends AuthoredRecord {
  @Disclosed(Category.SUPPORT_PLAN, Level.SUMMARY)
  @Field(() => Int, { nullable: true, description: '版 — the change with which it was written' })
  version!: number;

  @Field(() => String, { nullable: true, description: '本人の意向 — what the person wishes' })
  personWishes!: string;

  @Field(() => String, { nullable: true, description: '世帯の意向 — what the household wishes' })
  householdWishes!: string | null;

  @Field(() => [PlannedIssue], { nullable: true, description: '解決したい課題 — issues to solve' })
  issues!: readonly PlannedIssue[];

  @Field(() => [PlanGoal], {
    nullable: true,
    description: '目標 — the long-term goal, then the short-term ones',
  })
  goals!: readonly PlanGoal[];

  @Field(() => [PlannedItem], { nullable: true, description: '支援内容 — what is to be done, by whom' })
  items!: readonly PlannedItem[];

  @Disclosed(Category.SUPPORT_PLAN, Level.SUMMARY)
  @Field(() => [String], {
    nullable: true,
    description: 'モニタリング時期 — dates of monitoring (YYYY-MM-DD)',
  })
  monitoringOn!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: '本人同意署名 — where the signature of the person is found',
  })
  consentReference!: string | null;

  @Field(() => ID, { nullable: true, description: '作成者 — staff id of who wrote it' })
  staff!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '作成日時 — when it was written' })
  at!: Date;
}

@ObjectType({ description: 'プランの経過 — one step of a plan' })
@Disclosed(Category.SUPPORT_PLAN)
export class PlanStep extends AuthoredRecord {
  @Field(() => Int, { nullable: true, description: '版 — the version that it made' })
  version!: number;

  @Field(() => PlanState, { nullable: true, description: '状態 — what it became' })
  to!: PlanState;

  @Field(() => String, { nullable: true, description: '理由 — why' })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: '会議 — id of the conference that decided it' })
  conference!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '紙の会議 — whether its minutes are on paper, so that the hub does not know what it said',
  })
  conferenceOnPaper!: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: '根拠の同意 — ids of the consents on which it was decided',
  })
  consents!: readonly string[];

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who recorded it' })
  staff!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;
}
