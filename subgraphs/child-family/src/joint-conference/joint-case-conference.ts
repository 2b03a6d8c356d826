import { Disclosed, PersonalRecord, type LocalRecord, type Seal } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Maternal health and child welfare at one table, led by the chief support officer (統括支援員). */
@Entity('joint_case_conference')
@ObjectType({ description: '合同ケース会議 — joint case conference of maternal health and child welfare' })
@Disclosed(Category.CHILD_SUPPORT_PLAN)
export class JointCaseConference extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** Mostly mother and child: what was said of both needs the permission of both. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  seal!: Seal | null;

  @Disclosed(Category.CHILD_SUPPORT_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '開催日 — held on (YYYY-MM-DD)' })
  @Column({ name: 'held_on', type: 'varchar', length: 10 })
  heldOn!: string;

  @Disclosed(Category.CHILD_SUPPORT_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '統括支援員 — chief support officer' })
  @Column({ name: 'chief_officer', type: 'varchar', length: 128, nullable: true })
  chiefOfficer!: string | null;

  @Field(() => Boolean, { nullable: true, description: '緊急開催 — whether it was held out of turn' })
  @Column({ type: 'boolean', nullable: true })
  emergency!: boolean | null;

  @Field(() => String, { nullable: true, description: '出席者 — who was there' })
  @Column({ type: 'text', nullable: true })
  attendees!: string | null;

  @Field(() => String, { nullable: true, description: '協議の内容 — what was discussed' })
  @Column({ type: 'text', nullable: true })
  discussion!: string | null;

  @Field(() => String, { nullable: true, description: '支援方針 — what was agreed' })
  @Column({ type: 'text', nullable: true })
  agreement!: string | null;

  @Disclosed(Category.CHILD_SUPPORT_PLAN, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '次回 — next on (YYYY-MM-DD)' })
  @Column({ name: 'next_on', type: 'varchar', length: 10, nullable: true })
  nextOn!: string | null;
}
