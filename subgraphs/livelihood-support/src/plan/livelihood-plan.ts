import { Disclosed, PersonalRecord, registerLabelledEnum, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type Label } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a plan ended. */
export const LivelihoodPlanOutcome = {
  REPLANNED: 'REPLANNED',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'CLOSED',
} as const;
export type LivelihoodPlanOutcome = (typeof LivelihoodPlanOutcome)[keyof typeof LivelihoodPlanOutcome];
export const livelihoodPlanOutcomeLabels: Readonly<Record<LivelihoodPlanOutcome, Label>> = {
  REPLANNED: { ja: '再プラン', en: 'a new plan follows' },
  SUSPENDED: { ja: '中断', en: 'suspended' },
  CLOSED: { ja: '終結', en: 'closed' },
};
registerLabelledEnum(
  LivelihoodPlanOutcome,
  'LivelihoodPlanOutcome',
  { ja: 'プランの評価の結果', en: 'how a plan ended' },
  livelihoodPlanOutcomeLabels,
);

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

  @Field(() => String, {
    nullable: true,
    description: '支援調整会議の開催日 — support coordination meeting held on (YYYY-MM-DD)',
  })
  @Column({ name: 'meeting_on', type: 'varchar', length: 10, nullable: true })
  coordinationMeetingOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '利用する事業 — programmes that it uses, as the plan names them',
  })
  @Column({ type: 'text', nullable: true })
  programmes!: string | null;

  @Disclosed(Category.LIVELIHOOD_PLAN, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '評価日 — evaluated on (YYYY-MM-DD); null while it goes on',
  })
  @Column({ name: 'evaluated_on', type: 'varchar', length: 10, nullable: true })
  evaluatedOn!: string | null;

  @Field(() => String, { nullable: true, description: '評価 — what was reached and what remains' })
  @Column({ type: 'text', nullable: true })
  evaluation!: string | null;
}
