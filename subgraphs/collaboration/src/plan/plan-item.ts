import { Disclosed } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AuthoredRecord } from '../disclosure/authored.js';
import { Person } from '../person/person.js';
import { PlanItemState } from './plan-state.js';
import type { PlanItemRow } from './plan-tables.js';

@ObjectType({ description: '支援内容の経過 — what was reported of an item' })
@Disclosed(Category.SUPPORT_PLAN)
export class PlanItemReport extends AuthoredRecord {
  @Field(() => PlanItemState, { nullable: true, description: '状態 — where the item stood then' })
  to!: PlanItemState;

  @Field(() => String, { nullable: true, description: '経過・結果 — what was reported' })
  words!: string | null;

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who reported it' })
  staff!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;
}

@ObjectType({
  description:
    '支援内容 — an item of a decided plan: an office holds it until it is done, and is shown what it holds',
})
@Disclosed(Category.SUPPORT_PLAN, Level.SUMMARY)
export class PlanItem extends AuthoredRecord {
  row!: PlanItemRow;

  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'プラン — id of the plan' })
  planId!: string;

  @Field(() => String, { nullable: true, description: '支援内容 — what is done' })
  content!: string;

  @Field(() => ID, {
    nullable: true,
    description: '担当者 — staff id of the worker; null for the whole office',
  })
  staff!: string | null;

  @Field(() => String, { nullable: true, description: '頻度 — how often' })
  frequency!: string;

  @Field(() => String, { nullable: true, description: '期限 — last day (YYYY-MM-DD)' })
  dueOn!: string;

  @Field(() => String, { nullable: true, description: '本人の取組 — what the person does themselves' })
  ownEffort!: string | null;

  @Field(() => PlanItemState, { nullable: true, description: '状態 — where it stands' })
  state!: PlanItemState;

  @Field(() => Int, {
    nullable: true,
    description: '版 — counts its changes; a change names the version that its writer saw',
  })
  version!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: '依頼日時 — when it was given to the office',
  })
  givenAt!: Date;

  @Disclosed(Category.INVOLVEMENT, Level.EXISTENCE)
  @Field(() => [Person], { nullable: true, description: '対象 — for whom' })
  persons!: readonly Person[];
}
