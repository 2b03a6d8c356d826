import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 児童福祉法10条1項4号: kind and content of support, made with the family and handed to it. */
@Entity('child_support_plan')
@ObjectType({ description: 'サポートプラン — support plan for a child or family' })
@Disclosed(Category.CHILD_SUPPORT_PLAN)
export class ChildSupportPlan extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** A child's plan often tells of a parent: then it needs the permission of both. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Disclosed(Category.CHILD_SUPPORT_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  @Column({ name: 'made_on', type: 'varchar', length: 10 })
  madeOn!: string;

  @Field(() => String, { nullable: true, description: '課題 — issues' })
  @Column({ type: 'text', nullable: true })
  issues!: string | null;

  @Field(() => String, { nullable: true, description: '本人・家族の希望 — wishes of child and family' })
  @Column({ type: 'text', nullable: true })
  wishes!: string | null;

  @Field(() => String, { nullable: true, description: '支援の種類・内容 — kind and content of support' })
  @Column({ type: 'text', nullable: true })
  support!: string | null;

  @Disclosed(Category.CHILD_SUPPORT_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '担当 — who gives the support' })
  @Column({ name: 'in_charge', type: 'varchar', length: 256, nullable: true })
  inCharge!: string | null;

  @Field(() => String, { nullable: true, description: '時期 — when' })
  @Column({ type: 'varchar', length: 256, nullable: true })
  timing!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'こどもの意見 — what the child says, in its own words',
  })
  @Column({ name: 'childs_voice', type: 'text', nullable: true })
  childsVoice!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '本人が内容を確かめた日 — gone through with child and family, in words that they understand, on (YYYY-MM-DD)',
  })
  @Column({ name: 'explained_on', type: 'varchar', length: 10, nullable: true })
  explainedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '手交日 — handed over on (YYYY-MM-DD); null while it was not handed over',
  })
  @Column({ name: 'handed_over_on', type: 'varchar', length: 10, nullable: true })
  handedOverOn!: string | null;

  @Disclosed(Category.CHILD_SUPPORT_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '見直し予定日 — to be reviewed on (YYYY-MM-DD)' })
  @Column({ name: 'review_on', type: 'varchar', length: 10, nullable: true })
  reviewOn!: string | null;
}
