import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { PdcaStage } from './promotion-tables.js';

registerLabelledEnum(
  PdcaStage,
  'PdcaStage',
  { ja: 'PDCAの段階', en: 'stage of the yearly circle' },
  {
    PLAN: { ja: '計画', en: 'plan' },
    DO: { ja: '実施', en: 'do' },
    CHECK: { ja: '評価', en: 'check' },
    ACT: { ja: '改善', en: 'act' },
  },
);

const AGGREGATE = 'counts with small ones left out; about nobody';
const OWN_WORDS = 'words about the project, not about persons';

@ObjectType({ description: '件数の行 — a row of counts by month' })
@NotPersonal(AGGREGATE)
export class IndicatorRow {
  @Field(() => String, { description: '区分 — what is counted' })
  row!: string;

  @Field(() => [Int], {
    nullable: 'items',
    description: '月別 — by month, as `months` of the report; null is not told (秘匿)',
  })
  months!: readonly (number | null)[];

  @Field(() => Int, { nullable: true, description: '計 — total; null is not told (秘匿)' })
  total!: number | null;
}

@ObjectType({ description: '件数 — something that is counted by month' })
@NotPersonal(AGGREGATE)
export class IndicatorTable {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '名称 — name, in Japanese' })
  name!: string;

  @Field(() => [IndicatorRow], { description: '内訳 — its rows' })
  rows!: readonly IndicatorRow[];

  @Field(() => [Int], { nullable: 'items', description: '月計 — totals by month' })
  months!: readonly (number | null)[];

  @Field(() => Int, { nullable: true, description: '総計 — grand total' })
  total!: number | null;
}

@ObjectType({ description: '割合・中央値の行 — one value' })
@NotPersonal(AGGREGATE)
export class IndicatorValue {
  @Field(() => String, { description: '区分 — of what' })
  row!: string;

  @Field(() => Int, { nullable: true, description: '値 — value; null is not told (秘匿)' })
  value!: number | null;
}

@ObjectType({ description: '割合・中央値 — a share or a median over the year so far' })
@NotPersonal(AGGREGATE)
export class IndicatorMeasure {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '名称 — name, in Japanese' })
  name!: string;

  @Field(() => String, { description: '単位 — % or 日' })
  unit!: string;

  @Field(() => [IndicatorValue])
  rows!: readonly IndicatorValue[];
}

@ObjectType({ description: '公表された支援会議の一件 — one 支援会議 of a published list' })
@NotPersonal('published by the municipality itself')
export class PublishedConference {
  @Field(() => Int, { description: '第n回 — number' })
  number!: number;

  @Field(() => String, { description: 'ケース内容 — as printed' })
  summary!: string;

  @Field(() => [String], { description: '課題 — its issues, in the printed words' })
  issues!: readonly string[];

  @Field(() => Int, { description: '〇の数 — how many columns are marked; which ones is not known' })
  circles!: number;

  @Field(() => [String], { description: 'その他 — as printed' })
  others!: readonly string[];
}

@ObjectType({ description: '語の出現数 — how often a word stands in a published list' })
@NotPersonal('published by the municipality itself')
export class WordCount {
  @Field(() => String)
  word!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: '公表された支援会議の一覧 — a published list of 支援会議, counted as printed' })
@NotPersonal('published by the municipality itself')
export class PublishedConferences {
  @Field(() => [PublishedConference])
  conferences!: readonly PublishedConference[];

  @Field(() => [WordCount], { description: '課題別 — by issue, the most frequent first' })
  issues!: readonly WordCount[];

  @Field(() => [WordCount], { description: 'その他の参加 — by word under その他' })
  others!: readonly WordCount[];

  @Field(() => Int, { description: '〇の総数 — all marks; by column they are not known' })
  circles!: number;
}

@ObjectType({ description: 'PDCAの記述 — what is written of one stage of a year' })
@NotPersonal(OWN_WORDS)
export class PromotionNote {
  @Field(() => PdcaStage)
  stage!: PdcaStage;

  @Field(() => Int, { description: '版 — version' })
  version!: number;

  @Field(() => String, { description: '内容 — words' })
  words!: string;

  @Field(() => GraphQLDateTimeISO, { description: '記入日時 — when' })
  writtenAt!: Date;
}

@ObjectType({ description: '研修 — an event of training' })
@NotPersonal('counted and not named')
export class TrainingEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '開催日 — day (YYYY-MM-DD)' })
  heldOn!: string;

  @Field(() => String, { description: '研修名 — title' })
  title!: string;

  @Field(() => String, { description: '対象 — for whom' })
  audience!: string;

  @Field(() => Int, { description: '参加者数 — how many came' })
  attendees!: number;
}

@ObjectType({
  description: '推進会議の指標 — what the committee reads of a fiscal year; never about a person',
})
@NotPersonal(AGGREGATE)
export class IndicatorReport {
  @Field(() => Int, { description: '年度 — fiscal year' })
  fiscalYear!: number;

  @Field(() => ID, { description: '全国地方公共団体コード — local government code' })
  municipality!: string;

  @Field(() => String, { description: '名称 — name of the municipality' })
  name!: string;

  @Field(() => [String], { description: '月 — months that are over (YYYY-MM)' })
  months!: readonly string[];

  @Field(() => [IndicatorTable], { description: '件数 — counts' })
  counts!: readonly IndicatorTable[];

  @Field(() => [IndicatorMeasure], { description: '割合・中央値 — shares and medians' })
  measures!: readonly IndicatorMeasure[];

  @Field(() => PublishedConferences, {
    nullable: true,
    description:
      '公表された支援会議 — a list that the municipality published itself; null where there is none',
  })
  published!: PublishedConferences | null;

  @Field(() => [PromotionNote], { description: 'PDCA — the newest version of each stage' })
  notes!: readonly PromotionNote[];

  @Field(() => [TrainingEvent], { description: '研修 — training of the year' })
  trainings!: readonly TrainingEvent[];
}

@ObjectType({ description: '記録した — recorded' })
@NotPersonal(OWN_WORDS)
export class PromotionRecorded {
  @Field(() => ID, { description: '記録の番号 — id of what was recorded' })
  id!: string;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OWN_WORDS)
export class PromotionNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '先に更新された — somebody wrote a newer version: nothing was overwritten' })
@NotPersonal(OWN_WORDS)
export class PromotionNoteChanged {
  @Field(() => PromotionNote, { nullable: true })
  newest!: PromotionNote | null;
}

export const PromotionResult = createUnionType({
  name: 'PromotionResult',
  types: () => [PromotionRecorded, PromotionNotRecorded, PromotionNoteChanged] as const,
  resolveType: (value) => {
    if ('id' in value) return PromotionRecorded;
    return 'problems' in value ? PromotionNotRecorded : PromotionNoteChanged;
  },
});
