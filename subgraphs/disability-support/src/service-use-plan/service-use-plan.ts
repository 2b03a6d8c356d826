import { Disclosed, type LocalRecord, partsOf, PersonalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { readPlanItem, ServiceUsePlanItem } from './service-use-plan-item.js';

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

  /** The form asks for the wishes of the family too: who is told of there has to permit it. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  @Column({ name: 'made_on', type: 'varchar', length: 10 })
  madeOn!: string;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '相談支援事業者名 — consultation support provider' })
  @Column({ name: 'consultation_provider', type: 'varchar', length: 256, nullable: true })
  consultationProvider!: string | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '計画作成担当者(相談支援専門員) — consultation support specialist',
  })
  @Column({ name: 'consultation_specialist', type: 'varchar', length: 128, nullable: true })
  consultationSpecialist!: string | null;

  // The plan is T2, but what its head repeats of certificate and card is as sensitive here as there.
  @Disclosed(Category.DISABILITY_CERT)
  @Field(() => String, {
    nullable: true,
    description: '障害支援区分 — support category as the plan states it',
  })
  @Column({ name: 'support_category', type: 'varchar', length: 16, nullable: true })
  supportCategory!: string | null;

  @Disclosed(Category.DISABILITY_SERVICE)
  @Field(() => String, {
    nullable: true,
    description: '受給者証番号 — number of the recipient card, as the plan states it',
  })
  @Column({ name: 'recipient_card_number', type: 'varchar', length: 32, nullable: true })
  recipientCardNumber!: string | null;

  @Disclosed(Category.DISABILITY_SERVICE)
  @Field(() => String, {
    nullable: true,
    description:
      '地域相談支援受給者証番号 — number of the card for community consultation support; null where there is none',
  })
  @Column({ name: 'community_card_number', type: 'varchar', length: 32, nullable: true })
  communityCardNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '利用者及びその家族の生活に対する意向 — wishes of person and family for their life',
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

  @Column({ name: 'items', type: 'text', nullable: true })
  itemsText!: string | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.DETAIL)
  @Field(() => [ServiceUsePlanItem], { nullable: true, description: '明細 — the lines of the plan' })
  get items(): readonly ServiceUsePlanItem[] {
    return partsOf(this, this.itemsText, readPlanItem);
  }

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: 'モニタリング期間の開始年月 — monitored from (YYYY-MM)',
  })
  @Column({ name: 'monitoring_from', type: 'varchar', length: 7, nullable: true })
  monitoringFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'モニタリング期間 — how often, as the plan states it' })
  @Column({ name: 'monitoring_period', type: 'varchar', length: 64, nullable: true })
  monitoringPeriod!: string | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '次回モニタリング — next monitoring (YYYY-MM-DD)' })
  @Column({ name: 'next_monitoring', type: 'varchar', length: 10, nullable: true })
  nextMonitoring!: string | null;

  @Disclosed(Category.DISABILITY_PLAN, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '利用者同意署名の日 — signed by the person on (YYYY-MM-DD); null while it is not',
  })
  @Column({ name: 'signed_on', type: 'varchar', length: 10, nullable: true })
  signedOn!: string | null;
}
