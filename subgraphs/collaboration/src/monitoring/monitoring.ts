import { Disclosed, PersonalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { ArrayMaxSize, IsNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AuthoredRecord } from '../disclosure/authored.js';
import { MAX_WORDS } from '../plan/plan-input.js';
import { PlanItemState } from '../plan/plan-state.js';

@ObjectType({ description: '支援内容ごとの確認 — how an item stood when the plan was looked at' })
@Disclosed(Category.SUPPORT_PLAN)
export class MonitoredItem extends PersonalRecord {
  @Field(() => ID, { nullable: true, description: '支援内容 — id of the item' })
  item!: string;

  @Field(() => PlanItemState, { nullable: true, description: '状態 — where it stood' })
  state!: PlanItemState;

  @Field(() => String, { nullable: true, description: '確認したこと — what was found of it' })
  finding!: string | null;
}

@ObjectType({ description: 'モニタリング — that a plan was looked at' })
@Disclosed(Category.SUPPORT_PLAN)
export class PlanMonitoring extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => String, { nullable: true, description: '予定日 — when it was to be (YYYY-MM-DD)' })
  plannedOn!: string | null;

  @Field(() => String, { nullable: true, description: '実施日 — when it was (YYYY-MM-DD)' })
  heldOn!: string;

  @Field(() => String, { nullable: true, description: '所見 — what was found' })
  findings!: string;

  @Field(() => [MonitoredItem], { nullable: true, description: '支援内容ごとの確認 — item by item' })
  items!: readonly MonitoredItem[];

  @Field(() => String, {
    nullable: true,
    description: '次回 — when next (YYYY-MM-DD); null when the plan is to be evaluated',
  })
  nextOn!: string | null;

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who recorded it' })
  staff!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '記録日時 — when it was recorded' })
  at!: Date;
}

@InputType({ description: '支援内容ごとの確認 — what was found of an item' })
export class MonitoredItemInput {
  @Field(() => ID, { description: '支援内容 — id of an item of this plan' })
  @MaxLength(64)
  item!: string;

  @Field(() => String, { description: '確認したこと — what was found of it' })
  @IsNotEmpty()
  @MaxLength(MAX_WORDS)
  finding!: string;
}

@InputType({ description: 'モニタリングの記録 — how a plan goes' })
export class MonitoringInput {
  @Field(() => String, { description: '実施日 — when (YYYY-MM-DD); not in the future' })
  @MaxLength(10)
  heldOn!: string;

  @Field(() => String, { description: '所見 — what was found' })
  @MaxLength(MAX_WORDS)
  findings!: string;

  @Field(() => [MonitoredItemInput], { defaultValue: [] })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  items!: MonitoredItemInput[];

  @Field(() => String, {
    nullable: true,
    description:
      '次回 — when next (YYYY-MM-DD), within the plan; absent when the plan is now to be evaluated',
  })
  @MaxLength(10)
  nextOn?: string;
}
