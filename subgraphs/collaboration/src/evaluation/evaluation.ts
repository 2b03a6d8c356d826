import { Disclosed, PersonalRecord, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, type Label } from '@kasane/vocabulary';
import { ArrayMaxSize, Matches, MaxLength, ValidateNested } from 'class-validator';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AuthoredRecord } from '../disclosure/authored.js';
import { ID_SHAPE } from '../input.js';
import { MAX_WORDS } from '../plan/plan-input.js';

/** How far a goal was reached (目標達成度). */
export const Achievement = {
  ACHIEVED: 'ACHIEVED',
  PARTLY_ACHIEVED: 'PARTLY_ACHIEVED',
  NOT_ACHIEVED: 'NOT_ACHIEVED',
} as const;
export type Achievement = (typeof Achievement)[keyof typeof Achievement];

registerLabelledEnum(
  Achievement,
  'GoalAchievement',
  { ja: '目標達成度', en: 'how far a goal was reached' },
  {
    ACHIEVED: { ja: '達成', en: 'reached' },
    PARTLY_ACHIEVED: { ja: '一部達成', en: 'reached in part' },
    NOT_ACHIEVED: { ja: '未達成', en: 'not reached' },
  },
);

/** What became of an issue (課題の変化). */
export const IssueChange = {
  IMPROVED: 'IMPROVED',
  UNCHANGED: 'UNCHANGED',
  WORSENED: 'WORSENED',
} as const;
export type IssueChange = (typeof IssueChange)[keyof typeof IssueChange];

registerLabelledEnum(
  IssueChange,
  'IssueChange',
  { ja: '課題の変化', en: 'what became of an issue' },
  {
    IMPROVED: { ja: '改善', en: 'improved' },
    UNCHANGED: { ja: '維持', en: 'unchanged' },
    WORSENED: { ja: '悪化', en: 'worsened' },
  },
);

/** What follows from an evaluation. */
export const EvaluationOutcome = { CLOSE: 'CLOSE', REPLAN: 'REPLAN', SUSPEND: 'SUSPEND' } as const;
export type EvaluationOutcome = (typeof EvaluationOutcome)[keyof typeof EvaluationOutcome];

export const evaluationOutcomeLabels: Readonly<Record<EvaluationOutcome, Label>> = {
  CLOSE: { ja: '終結', en: 'the case is closed' },
  REPLAN: { ja: '再プラン', en: 'another plan is made' },
  SUSPEND: { ja: '中断', en: 'the work is suspended' },
};

registerLabelledEnum(
  EvaluationOutcome,
  'EvaluationOutcome',
  { ja: '評価の結論', en: 'what follows from an evaluation' },
  evaluationOutcomeLabels,
);

@ObjectType({ description: '目標の評価 — how far a goal was reached' })
@Disclosed(Category.SUPPORT_PLAN)
export class EvaluatedGoal extends PersonalRecord {
  @Field(() => Int, { nullable: true, description: '目標の番号 — number of the goal' })
  number!: number;

  @Field(() => Achievement, { nullable: true })
  achievement!: Achievement;
}

@ObjectType({ description: '課題の評価 — what became of an issue' })
@Disclosed(Category.SUPPORT_PLAN)
export class EvaluatedIssue extends PersonalRecord {
  @Field(() => Int, { nullable: true, description: '課題の番号 — number of the issue' })
  number!: number;

  @Field(() => IssueChange, { nullable: true })
  change!: IssueChange;
}

@ObjectType({ description: '評価シート — an evaluation of a plan' })
@Disclosed(Category.SUPPORT_PLAN)
export class PlanEvaluation extends AuthoredRecord {
  successorCode!: string | null;

  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => EvaluationOutcome, { nullable: true, description: '結論 — what follows' })
  outcome!: EvaluationOutcome;

  @Field(() => [EvaluatedGoal], { nullable: true, description: '目標達成度 — goal by goal' })
  goals!: readonly EvaluatedGoal[];

  @Field(() => [EvaluatedIssue], { nullable: true, description: '課題の変化 — issue by issue' })
  issues!: readonly EvaluatedIssue[];

  @Field(() => String, { nullable: true, description: '残る課題 — what remains' })
  remaining!: string | null;

  @Field(() => String, { nullable: true, description: '本人の感想 — what the person says of it' })
  ownWords!: string | null;

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who recorded it' })
  staff!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '記録日時 — when it was recorded' })
  at!: Date;
}

@InputType({ description: '目標の評価 — how far a goal was reached' })
export class EvaluatedGoalInput {
  @Field(() => Int, { description: '目標の番号 — number of the goal' })
  number!: number;

  @Field(() => Achievement)
  achievement!: Achievement;
}

@InputType({ description: '課題の評価 — what became of an issue' })
export class EvaluatedIssueInput {
  @Field(() => Int, { description: '課題の番号 — number of the issue' })
  number!: number;

  @Field(() => IssueChange)
  change!: IssueChange;
}

@InputType({ description: '評価シート — how a plan ended' })
export class EvaluationInput {
  @Field(() => EvaluationOutcome, { description: '結論 — what follows' })
  outcome!: EvaluationOutcome;

  @Field(() => [EvaluatedGoalInput], { description: '目標達成度 — every goal of the plan, once' })
  @ArrayMaxSize(41)
  @ValidateNested({ each: true })
  goals!: EvaluatedGoalInput[];

  @Field(() => [EvaluatedIssueInput], { description: '課題の変化 — every issue of the plan, once' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  issues!: EvaluatedIssueInput[];

  @Field(() => String, { nullable: true, description: '残る課題 — what remains' })
  @MaxLength(MAX_WORDS)
  remaining?: string;

  @Field(() => String, { nullable: true, description: '本人の感想 — what the person says of it' })
  @MaxLength(MAX_WORDS)
  ownWords?: string;

  @Field(() => ID, {
    nullable: true,
    description: '引継先 — code of the office that is responsible afterwards; needed to close',
  })
  @Matches(ID_SHAPE)
  successor?: string;
}
