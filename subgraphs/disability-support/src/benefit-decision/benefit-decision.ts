import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('benefit_decision')
@ObjectType({
  description:
    '支給決定・受給者証 — decision to pay for a disability service, as the recipient card states it',
})
@Disclosed(Category.DISABILITY_SERVICE)
export class BenefitDecision extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, { nullable: true, description: 'サービス種類 — kind of service' })
  @Column({ type: 'varchar', length: 128 })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: '支給量 — how much may be used, as the recipient card states it',
  })
  @Column({ type: 'varchar', length: 128, nullable: true })
  allotment!: string | null;

  @Field(() => String, { nullable: true, description: '支給決定期間の開始 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Field(() => String, { nullable: true, description: '支給決定期間の終了 — until (YYYY-MM-DD, inclusive)' })
  @Column({ name: 'until_date', type: 'varchar', length: 10, nullable: true })
  until!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '利用者負担上限月額 — most that the person pays in a month (yen)',
  })
  @Column({ name: 'monthly_ceiling', type: 'int', nullable: true })
  monthlyCeiling!: number | null;
}
