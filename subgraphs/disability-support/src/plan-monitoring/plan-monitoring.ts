import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_monitoring')
@ObjectType('ServicePlanMonitoring', { description: 'モニタリング — review of a service use plan' })
@Disclosed(Category.DISABILITY_PLAN)
export class PlanMonitoring extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** What a family says of the plan is told of the family. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '実施日 — held on (YYYY-MM-DD)' })
  @Column({ name: 'held_on', type: 'varchar', length: 10 })
  heldOn!: string;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '対象の計画の作成日 — of the plan that was made on (YYYY-MM-DD)',
  })
  @Column({ name: 'plan_made_on', type: 'varchar', length: 10, nullable: true })
  planMadeOn!: string | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '実施者(相談支援専門員) — held by' })
  @Column({ name: 'held_by', type: 'varchar', length: 128, nullable: true })
  heldBy!: string | null;

  @Field(() => String, { nullable: true, description: '本人の満足度 — how satisfied the person is' })
  @Column({ type: 'text', nullable: true })
  satisfaction!: string | null;

  @Field(() => String, { nullable: true, description: '支援目標の達成度 — how far the goals are reached' })
  @Column({ type: 'text', nullable: true })
  achievement!: string | null;

  @Field(() => Boolean, { nullable: true, description: '計画変更の要否 — whether the plan has to change' })
  @Column({ name: 'change_needed', type: 'boolean', nullable: true })
  changeNeeded!: boolean | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '次回 — next on (YYYY-MM-DD)' })
  @Column({ name: 'next_on', type: 'varchar', length: 10, nullable: true })
  nextOn!: string | null;
}
