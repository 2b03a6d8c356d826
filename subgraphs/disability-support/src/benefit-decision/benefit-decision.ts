import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, lastKnown } from '@kasane/vocabulary';
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisabilitySupportContext } from '../loaders.js';

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

  @Field(() => String, { nullable: true, description: '受給者証番号 — number of the recipient card' })
  @Column({ name: 'recipient_card_number', type: 'varchar', length: 32, nullable: true })
  recipientCardNumber!: string | null;

  @Field(() => String, { nullable: true, description: '支給市町村 — municipality that pays' })
  @Column({ type: 'varchar', length: 64, nullable: true })
  municipality!: string | null;

  @Field(() => String, { nullable: true, description: '支給決定日 — decided on (YYYY-MM-DD)' })
  @Column({ name: 'decided_on', type: 'varchar', length: 10, nullable: true })
  decidedOn!: string | null;

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

  @Field(() => String, {
    nullable: true,
    description:
      '上限額管理事業所 — provider that keeps the payments under the ceiling; null where none does',
  })
  @Column({ name: 'ceiling_provider', type: 'varchar', length: 256, nullable: true })
  ceilingProvider!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '支給決定期間が終わった日 — this is the last known, true until this day (YYYY-MM-DD); null while it holds',
  })
  lastKnownUntil(@Ctx() { now }: DisabilitySupportContext): string | null {
    return lastKnown(this.until, now);
  }
}
