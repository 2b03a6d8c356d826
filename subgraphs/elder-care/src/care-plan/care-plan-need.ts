import { Disclosed } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, NoteColumn, PackageRow, TextColumn } from '../package/package-row.js';
import { NoDate } from '../package/package-values.js';

@Entity('kg_keikaku_needs')
@ObjectType({ description: 'ケアプラン第2表の1行 — a need, its goals, and the service for it' })
@Disclosed(Category.CARE_PLAN)
export class CarePlanNeed extends PackageRow {
  /** 整理番号 of the plan. */
  @TextColumn('keikaku_seiri_no', 64)
  planId!: string | null;

  @Field(() => String, { nullable: true, description: '生活全般の解決すべき課題 — need' })
  @NoteColumn('needs')
  need!: string | null;

  @Field(() => String, { nullable: true, description: '長期目標 — long-term goal' })
  @NoteColumn('choki_mokuhyo')
  longTermGoal!: string | null;

  @Field(() => String, { nullable: true, description: '短期目標 — short-term goal' })
  @NoteColumn('tanki_mokuhyo')
  shortTermGoal!: string | null;

  @Field(() => String, { nullable: true, description: 'サービス内容 — service' })
  @TextColumn('service_naiyo', 256)
  service!: string | null;

  @Field(() => String, { nullable: true, description: '事業所 — provider' })
  @TextColumn('jigyosho', 256)
  provider!: string | null;

  @Field(() => String, { nullable: true, description: '頻度 — how often' })
  @TextColumn('hindo', 64)
  frequency!: string | null;

  @Field(() => String, { nullable: true, description: '期間の開始 — from (YYYY-MM-DD)' })
  @DateColumn('kikan_kaishi_ymd')
  from!: string | null;

  @Field(() => String, { nullable: true, description: '期間の終了 — until (YYYY-MM-DD)' })
  @DateColumn('kikan_shuryo_ymd', NoDate.OPEN_END)
  to!: string | null;
}
