import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('service_use_plan')
@ObjectType({
  description: 'サービス等利用計画(障害児支援利用計画を含む) — service use plan, of an adult or a child',
})
@Disclosed(Category.DISABILITY_PLAN)
export class ServiceUsePlan extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  @Column({ name: 'made_on', type: 'varchar', length: 10 })
  madeOn!: string;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '計画作成担当者(相談支援専門員) — consultation support specialist',
  })
  @Column({ name: 'consultation_specialist', type: 'varchar', length: 128, nullable: true })
  consultationSpecialist!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '生活に対する意向 — wishes of person and family for their life',
  })
  @Column({ type: 'text', nullable: true })
  wishes!: string | null;

  @Field(() => String, { nullable: true, description: '総合的な援助の方針 — overall policy of support' })
  @Column({ type: 'text', nullable: true })
  policy!: string | null;

  @Field(() => String, { nullable: true, description: '長期目標 — long-term goal' })
  @Column({ name: 'long_term_goal', type: 'text', nullable: true })
  longTermGoal!: string | null;

  @Field(() => String, { nullable: true, description: '短期目標 — short-term goal' })
  @Column({ name: 'short_term_goal', type: 'text', nullable: true })
  shortTermGoal!: string | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '次回モニタリング — next monitoring (YYYY-MM-DD)' })
  @Column({ name: 'next_monitoring', type: 'varchar', length: 10, nullable: true })
  nextMonitoring!: string | null;
}
