import { Disclosed } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, PackageRow, TextColumn } from '../package/package-row.js';
import { NoDate } from '../package/package-values.js';

@Entity('kg_kyotaku_todoke')
@ObjectType({ description: '居宅サービス計画作成の届出 — notice of who makes the care plan' })
@Disclosed(Category.CARE_PLAN)
export class CarePlannerNotice extends PackageRow {
  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '計画作成事業者 — office that makes the plan' })
  @TextColumn('jigyosho', 256)
  planner!: string | null;

  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '適用開始日 — from (YYYY-MM-DD)' })
  @DateColumn('tekiyo_kaishi_ymd')
  from!: string | null;

  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '適用終了日 — last day (YYYY-MM-DD); null while it goes on',
  })
  @DateColumn('tekiyo_shuryo_ymd', NoDate.OPEN_END)
  to!: string | null;
}
