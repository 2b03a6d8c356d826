import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a plan ended. */
export const LivelihoodPlanOutcome = {
  REPLANNED: 'REPLANNED',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'CLOSED',
} as const;
export type LivelihoodPlanOutcome = (typeof LivelihoodPlanOutcome)[keyof typeof LivelihoodPlanOutcome];
registerEnumType(LivelihoodPlanOutcome, {
  name: 'LivelihoodPlanOutcome',
  description: 'プランの評価の結果 — how a plan ended',
  valuesConfig: {
    REPLANNED: { description: '再プラン — a new plan follows' },
    SUSPENDED: { description: '中断 — suspended' },
    CLOSED: { description: '終結 — closed' },
  },
});

@Entity('livelihood_plan')
@ObjectType({ description: '自立支援プラン — self-reliance plan' })
@Disclosed(Category.LIVELIHOOD_PLAN)
export class LivelihoodPlan extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Disclosed(Category.LIVELIHOOD_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  @Column({ name: 'made_on', type: 'varchar', length: 10 })
  madeOn!: string;

  @Field(() => String, { nullable: true, description: '目標 — goal' })
  @Column({ type: 'text', nullable: true })
  goal!: string | null;

  @Field(() => String, { nullable: true, description: 'プラン期間の開始 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10, nullable: true })
  from!: string | null;

  @Disclosed(Category.LIVELIHOOD_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: 'プラン期間の終了 — until (YYYY-MM-DD, inclusive)' })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '支援決定日 — support decided on (YYYY-MM-DD); null until the city decided',
  })
  @Column({ name: 'decided_on', type: 'varchar', length: 10, nullable: true })
  decidedOn!: string | null;

  @Disclosed(Category.LIVELIHOOD_PLAN, Level.SUMMARY)
  @Field(() => LivelihoodPlanOutcome, {
    nullable: true,
    description: '評価の結果 — how it ended; null while it goes on',
  })
  @Column({ type: 'varchar', length: 32, nullable: true })
  outcome!: LivelihoodPlanOutcome | null;
}
