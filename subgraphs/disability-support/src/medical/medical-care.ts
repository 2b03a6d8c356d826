import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, lastKnown, listed } from '@kasane/vocabulary';
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisabilitySupportContext } from '../loaders.js';
import { SelfSupportMedicalKind } from './self-support-kind.js';

@Entity('medical_care')
@ObjectType({ description: '医療 — where the person is treated, and under which medical support' })
@Disclosed(Category.MEDICAL)
export class MedicalCare extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '自立支援医療の種類 — kind of self-support medical care as the source holds it, e.g. 精神通院; null when not received',
  })
  @Column({ name: 'self_support_medical', type: 'varchar', length: 64, nullable: true })
  selfSupportMedical!: string | null;

  @Field(() => SelfSupportMedicalKind, {
    nullable: true,
    description: '自立支援医療の区分 — the kind; null for one outside the list',
  })
  get selfSupportKind(): SelfSupportMedicalKind | null {
    return listed(SelfSupportMedicalKind, this.selfSupportMedical);
  }

  @Field(() => String, {
    nullable: true,
    description: '受給者番号(自立支援医療) — number of the recipient; null when not received',
  })
  @Column({ name: 'recipient_number', type: 'varchar', length: 32, nullable: true })
  recipientNumber!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '自己負担上限月額 — most that the person pays in a month (yen)',
  })
  @Column({ name: 'monthly_ceiling', type: 'int', nullable: true })
  monthlyCeiling!: number | null;

  @Field(() => String, { nullable: true, description: '通院先 — hospital or clinic' })
  @Column({ type: 'varchar', length: 256, nullable: true })
  hospital!: string | null;

  @Field(() => String, { nullable: true, description: '主治医 — attending doctor' })
  @Column({ type: 'varchar', length: 128, nullable: true })
  doctor!: string | null;

  @Field(() => String, { nullable: true, description: '薬局 — pharmacy' })
  @Column({ type: 'varchar', length: 256, nullable: true })
  pharmacy!: string | null;

  @Field(() => String, { nullable: true, description: '服薬 — medicines and how they are taken' })
  @Column({ type: 'text', nullable: true })
  medication!: string | null;

  @Field(() => String, { nullable: true, description: '開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Field(() => String, {
    nullable: true,
    description: '有効期間の終了 — until (YYYY-MM-DD, inclusive); null where none is set',
  })
  @Column({ name: 'until_date', type: 'varchar', length: 10, nullable: true })
  until!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '有効期間が終わった日 — this is the last known, true until this day (YYYY-MM-DD); null while it holds',
  })
  lastKnownUntil(@Ctx() { now }: DisabilitySupportContext): string | null {
    return lastKnown(this.until, now);
  }
}
