import { Disclosed, type LocalRecord, partsOf, PersonalRecord, type Seal } from '@kasane/subgraph-kit';
import { Category, Level, listedAll } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  ProtectionForm,
  ProtectionNote,
  readProtectionForm,
  readProtectionNote,
} from './protection-case-parts.js';
import { ChildAbuseKind } from './protection-case-terms.js';

/**
 * The closed tier, as `ProtectionEntry`. Who reported, and how the report came, has no column here: it is told to nobody,
 * so it must never enter.
 */
@Entity('child_protection_case')
@ObjectType({ description: '児童虐待の相談・通告への対応 — child protection case' })
@Disclosed(Category.CHILD_PROTECTION)
export class ChildProtectionCase extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** Parents, brothers and sisters of whom it tells. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  seal!: Seal | null;

  @Field(() => String, { nullable: true, description: '受付日 — received on (YYYY-MM-DD)' })
  @Column({ name: 'received_on', type: 'varchar', length: 10 })
  receivedOn!: string;

  @Field(() => String, { nullable: true, description: '受理台帳の番号 — number in the register of intakes' })
  @Column({ name: 'register_number', type: 'varchar', length: 32, nullable: true })
  registerNumber!: string | null;

  @Column({ name: 'kinds', type: 'varchar', length: 128, nullable: true })
  kindCodes!: string | null;

  @Field(() => [ChildAbuseKind], { nullable: true, description: '虐待の種類 — kinds of abuse' })
  get kinds(): readonly ChildAbuseKind[] {
    return listedAll(ChildAbuseKind, this.kindCodes).listed;
  }

  @Field(() => [String], {
    nullable: true,
    description: '一覧にない虐待の種類 — as the source holds them, where they are outside the list',
  })
  get kindsAsGiven(): readonly string[] {
    return listedAll(ChildAbuseKind, this.kindCodes).asGiven;
  }

  @Field(() => String, { nullable: true, description: '受付内容 — what was said to happen' })
  @Column({ type: 'text', nullable: true })
  content!: string | null;

  @Field(() => String, { nullable: true, description: '緊急度アセスメント — how urgent it was judged' })
  @Column({ type: 'text', nullable: true })
  urgency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '在宅支援アセスメント — what it needs that the child can stay at home',
  })
  @Column({ name: 'home_support', type: 'text', nullable: true })
  homeSupport!: string | null;

  @Field(() => String, { nullable: true, description: '児童記録票の要点 — the child and its surroundings' })
  @Column({ name: 'child_record', type: 'text', nullable: true })
  childRecord!: string | null;

  @Column({ name: 'progress', type: 'text', nullable: true })
  progressText!: string | null;

  @Disclosed(Category.CHILD_PROTECTION, Level.DETAIL)
  @Field(() => [ProtectionNote], { nullable: true, description: '経過記録 — record of progress' })
  get progress(): readonly ProtectionNote[] {
    return partsOf(this, this.progressText, readProtectionNote);
  }

  @Column({ name: 'case_reviews', type: 'text', nullable: true })
  caseReviewsText!: string | null;

  @Disclosed(Category.CHILD_PROTECTION, Level.DETAIL)
  @Field(() => [ProtectionNote], {
    nullable: true,
    description: '個別ケース検討会議録 — minutes of case reviews',
  })
  get caseReviews(): readonly ProtectionNote[] {
    return partsOf(this, this.caseReviewsText, readProtectionNote);
  }

  @Column({ name: 'forms', type: 'text', nullable: true })
  formsText!: string | null;

  @Disclosed(Category.CHILD_PROTECTION, Level.DETAIL)
  @Field(() => [ProtectionForm], { nullable: true, description: '帳票 — forms that were made' })
  get forms(): readonly ProtectionForm[] {
    return partsOf(this, this.formsText, readProtectionForm);
  }

  @Field(() => String, { nullable: true, description: '次回の進行管理 — next review on (YYYY-MM-DD)' })
  @Column({ name: 'next_review_on', type: 'varchar', length: 10, nullable: true })
  nextReviewOn!: string | null;

  @Field(() => String, { nullable: true, description: '送致日 — referred on (YYYY-MM-DD)' })
  @Column({ name: 'referred_on', type: 'varchar', length: 10, nullable: true })
  referredOn!: string | null;

  @Field(() => String, { nullable: true, description: '送致先 — referred to' })
  @Column({ name: 'referred_to', type: 'varchar', length: 256, nullable: true })
  referredTo!: string | null;

  @Field(() => String, { nullable: true, description: 'ケース移管日 — handed over on (YYYY-MM-DD)' })
  @Column({ name: 'transferred_on', type: 'varchar', length: 10, nullable: true })
  transferredOn!: string | null;

  @Field(() => String, { nullable: true, description: '移管先 — handed over to' })
  @Column({ name: 'transferred_to', type: 'varchar', length: 256, nullable: true })
  transferredTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '終結日 — closed on (YYYY-MM-DD): the last known; null while it goes on',
  })
  @Column({ name: 'closed_on', type: 'varchar', length: 10, nullable: true })
  closedOn!: string | null;
}
