import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, lastKnown, listed } from '@kasane/vocabulary';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisabilitySupportContext } from '../loaders.js';
import { SupportCategoryLevel } from './support-category-level.js';

/** From application to decision. The doctor's opinion that it rests on is in `doctor-opinion`: the doctor has a say in it. */
@Entity('disability_support_category')
@ObjectType({ description: '障害支援区分 — disability support category' })
@Disclosed(Category.DISABILITY_CERT)
export class DisabilitySupportCategory extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, {
    nullable: true,
    description: '区分 — NONE (区分なし), or 1 to 6, the code as the source holds it',
  })
  @Column({ type: 'varchar', length: 8 })
  category!: string;

  @Field(() => SupportCategoryLevel, {
    nullable: true,
    description: '障害支援区分 — the category; null for a code outside the list',
  })
  get level(): SupportCategoryLevel | null {
    return listed(SupportCategoryLevel, this.category);
  }

  @Field(() => String, { nullable: true, description: '申請日 — applied on (YYYY-MM-DD)' })
  @Column({ name: 'applied_on', type: 'varchar', length: 10, nullable: true })
  appliedOn!: string | null;

  @Field(() => String, { nullable: true, description: '認定調査日 — surveyed on (YYYY-MM-DD)' })
  @Column({ name: 'surveyed_on', type: 'varchar', length: 10, nullable: true })
  surveyedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '概況調査・認定調査の特記 — what the survey found of the situation',
  })
  @Column({ name: 'survey_notes', type: 'text', nullable: true })
  surveyNotes!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '一次判定 — first judgement, the code as the source holds it',
  })
  @Column({ name: 'first_judgement', type: 'varchar', length: 8, nullable: true })
  firstJudgement!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '審査会開催日 — examined by the board on (YYYY-MM-DD)',
  })
  @Column({ name: 'board_on', type: 'varchar', length: 10, nullable: true })
  boardOn!: string | null;

  @Field(() => String, { nullable: true, description: '審査会の意見 — opinion of the board' })
  @Column({ name: 'board_opinion', type: 'text', nullable: true })
  boardOpinion!: string | null;

  @Field(() => String, { nullable: true, description: '認定日 — decided on (YYYY-MM-DD)' })
  @Column({ name: 'certified_on', type: 'varchar', length: 10 })
  certifiedOn!: string;

  @Field(() => String, { nullable: true, description: '有効期間の開始 — valid from (YYYY-MM-DD)' })
  @Column({ name: 'valid_from', type: 'varchar', length: 10, nullable: true })
  validFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '有効期間の終了 — valid until (YYYY-MM-DD, inclusive)',
  })
  @Column({ name: 'valid_until', type: 'varchar', length: 10, nullable: true })
  validUntil!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '更新申請日 — renewal applied for on (YYYY-MM-DD), while it is not decided; null when nothing is pending',
  })
  @Column({ name: 'renewal_applied_on', type: 'varchar', length: 10, nullable: true })
  renewalAppliedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '有効期間が終わった日 — this is the last known, true until this day (YYYY-MM-DD); null while it is valid',
  })
  lastKnownUntil(@Ctx() { now }: DisabilitySupportContext): string | null {
    return lastKnown(this.validUntil, now);
  }
}
