import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('care_plan')
@ObjectType({ description: 'ケアプラン(居宅サービス計画・介護予防サービス計画) — care plan' })
@Disclosed(Category.CARE_PLAN)
export class CarePlan extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  @Column({ name: 'made_on', type: 'varchar', length: 10 })
  madeOn!: string;

  @Disclosed(Category.CARE_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '計画作成担当者 — care manager' })
  @Column({ name: 'care_manager', type: 'varchar', length: 128, nullable: true })
  careManager!: string | null;

  @Field(() => String, { nullable: true, description: '本人・家族の意向 — wishes of person and family' })
  @Column({ type: 'text', nullable: true })
  wishes!: string | null;

  @Field(() => String, { nullable: true, description: '長期目標 — long-term goal' })
  @Column({ name: 'long_term_goal', type: 'text', nullable: true })
  longTermGoal!: string | null;

  @Field(() => String, { nullable: true, description: '短期目標 — short-term goal' })
  @Column({ name: 'short_term_goal', type: 'text', nullable: true })
  shortTermGoal!: string | null;
}
