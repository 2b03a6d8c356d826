import { Disclosed, PersonalRecord, registerLabelledEnum, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type Label } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the benefit is paid for. */
export const HousingBenefitKind = { JOB_LOSS: 'JOB_LOSS', RELOCATION: 'RELOCATION' } as const;
export type HousingBenefitKind = (typeof HousingBenefitKind)[keyof typeof HousingBenefitKind];
export const housingBenefitKindLabels: Readonly<Record<HousingBenefitKind, Label>> = {
  JOB_LOSS: { ja: '離職等による家賃の補助', en: 'rent, after the loss of work' },
  RELOCATION: {
    ja: '家計改善のための転居費用の補助',
    en: 'the cost of moving, where that mends the household’s finances',
  },
};
registerLabelledEnum(
  HousingBenefitKind,
  'HousingBenefitKind',
  { ja: '住居確保給付金の種類', en: 'what the benefit is paid for' },
  housingBenefitKindLabels,
);

@Entity('housing_security_benefit')
@ObjectType({ description: '住居確保給付金 — housing security benefit' })
@Disclosed(Category.HOUSING)
export class HousingSecurityBenefit extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, { nullable: true, description: '決定日 — decided on (YYYY-MM-DD)' })
  @Column({ name: 'decided_on', type: 'varchar', length: 10 })
  decidedOn!: string;

  @Disclosed(Category.HOUSING, Level.SUMMARY)
  @Field(() => HousingBenefitKind, { nullable: true, description: '種類 — what it is paid for' })
  @Column({ type: 'varchar', length: 16 })
  kind!: HousingBenefitKind;

  @Field(() => String, { nullable: true, description: '支給期間の開始 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10, nullable: true })
  from!: string | null;

  @Disclosed(Category.HOUSING, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '支給期間の終了 — until (YYYY-MM-DD, inclusive)' })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '支給月額(円) — amount per month in yen; null for the cost of moving, which is paid once',
  })
  @Column({ name: 'monthly_yen', type: 'int', nullable: true })
  monthlyYen!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '転居費用の支給額(円) — paid once for the cost of moving, in yen; null for rent',
  })
  @Column({ name: 'moving_cost_yen', type: 'int', nullable: true })
  movingCostYen!: number | null;

  @Field(() => String, { nullable: true, description: '申請日 — applied on (YYYY-MM-DD)' })
  @Column({ name: 'applied_on', type: 'varchar', length: 10, nullable: true })
  appliedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '支給中止日 — stopped before its end on (YYYY-MM-DD); null when it was not',
  })
  @Column({ name: 'stopped_on', type: 'varchar', length: 10, nullable: true })
  stoppedOn!: string | null;
}
