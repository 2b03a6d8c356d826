import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ID_SHAPE } from '../input.js';

/** Characters that one entry of the sheet holds at most. */
export const MAX_WORDS = 2_000;
const MAX_LINE = 200;
/** Who may be on one sheet, and how many lines it may have. */
const MAX_PERSONS = 20;
const MAX_LINES = 40;

@InputType({ description: '解決したい課題 — an issue to solve' })
export class PlanIssueInput {
  @Field(() => ID, {
    nullable: true,
    description: '課題の記録 — id of the issue on record, where there is one',
  })
  @Matches(ID_SHAPE)
  issue?: string | null;

  @Field(() => String, { description: '本人の言葉で — in the words of the person or household' })
  @IsNotEmpty()
  @MaxLength(MAX_WORDS)
  words!: string;
}

@InputType({ description: '支援内容 — what which office does, for whom, until when' })
export class PlanItemInput {
  @Field(() => String, { description: '支援内容 — what is done' })
  @IsNotEmpty()
  @MaxLength(MAX_WORDS)
  content!: string;

  @Field(() => ID, { description: '担当機関 — code of the office that holds it; has a seat on the roster' })
  @Matches(ID_SHAPE)
  office!: string;

  @Field(() => ID, {
    nullable: true,
    description: '担当者 — staff id of the worker; the whole office when absent',
  })
  @Matches(ID_SHAPE)
  staff?: string | null;

  @Field(() => String, { description: '頻度 — how often' })
  @IsNotEmpty()
  @MaxLength(MAX_LINE)
  frequency!: string;

  @Field(() => String, { description: '期限 — last day (YYYY-MM-DD), within the period of the plan' })
  @MaxLength(10)
  dueOn!: string;

  @Field(() => String, { nullable: true, description: '本人の取組 — what the person does themselves' })
  @MaxLength(MAX_WORDS)
  ownEffort?: string | null;

  @Field(() => [ID], { description: '対象 — for whom of the plan' })
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_PERSONS)
  persons!: string[];
}

@InputType({ description: 'プランシート — what stands on the plan sheet' })
export class PlanInput {
  @Field(() => [ID], { description: '対象者 — everybody of whom the plan speaks' })
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_PERSONS)
  persons!: string[];

  @Field(() => String, { description: 'プラン期間の初日 — first day (YYYY-MM-DD)' })
  @MaxLength(10)
  from!: string;

  @Field(() => String, { description: 'プラン期間の末日 — last day (YYYY-MM-DD)' })
  @MaxLength(10)
  until!: string;

  @Field(() => String, { description: '本人の意向 — what the person wishes' })
  @MaxLength(MAX_WORDS)
  personWishes!: string;

  @Field(() => String, { nullable: true, description: '世帯の意向 — what the household wishes' })
  @MaxLength(MAX_WORDS)
  householdWishes?: string | null;

  @Field(() => [PlanIssueInput], { description: '解決したい課題 — issues to solve' })
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_LINES)
  @ValidateNested({ each: true })
  issues!: PlanIssueInput[];

  @Field(() => String, { description: '長期目標 — long-term goal' })
  @MaxLength(MAX_WORDS)
  longTermGoal!: string;

  @Field(() => [String], { description: '短期目標 — short-term goals' })
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_LINES)
  @MaxLength(MAX_WORDS, { each: true })
  shortTermGoals!: string[];

  @Field(() => [PlanItemInput], { description: '支援内容 — what is done, by whom' })
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_LINES)
  @ValidateNested({ each: true })
  items!: PlanItemInput[];

  @Field(() => [String], { description: 'モニタリング時期 — dates of monitoring (YYYY-MM-DD)' })
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_LINES)
  monitoringOn!: string[];

  @Field(() => String, {
    nullable: true,
    description: '本人同意署名 — where the signature of the person is found',
  })
  @MaxLength(MAX_LINE)
  consentReference?: string | null;
}
