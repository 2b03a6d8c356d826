import { Disclosed, PersonalRecord, registerLabelledEnum, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level, type Label } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person stands between work and no work. */
export const EmploymentStatus = {
  EMPLOYED: 'EMPLOYED',
  ON_LEAVE: 'ON_LEAVE',
  SEEKING: 'SEEKING',
  PREPARING: 'PREPARING',
  NOT_SEEKING: 'NOT_SEEKING',
} as const;
export type EmploymentStatus = (typeof EmploymentStatus)[keyof typeof EmploymentStatus];
export const employmentStatusLabels: Readonly<Record<EmploymentStatus, Label>> = {
  EMPLOYED: { ja: '就労中', en: 'in work' },
  ON_LEAVE: { ja: '休職中', en: 'on leave' },
  SEEKING: { ja: '求職中', en: 'looking for work' },
  PREPARING: { ja: '就労準備中', en: 'preparing for work' },
  NOT_SEEKING: { ja: '求職していない', en: 'not looking for work' },
};
registerLabelledEnum(
  EmploymentStatus,
  'EmploymentStatus',
  { ja: '就労・求職の状況', en: 'in work, or looking for it' },
  employmentStatusLabels,
);

/** The programme through which work is supported. */
export const EmploymentSupportKind = {
  JOB_SUPPORT: 'JOB_SUPPORT',
  JOB_READINESS: 'JOB_READINESS',
  CERTIFIED_TRAINING: 'CERTIFIED_TRAINING',
} as const;
export type EmploymentSupportKind = (typeof EmploymentSupportKind)[keyof typeof EmploymentSupportKind];
export const employmentSupportKindLabels: Readonly<Record<EmploymentSupportKind, Label>> = {
  JOB_SUPPORT: { ja: '就労支援', en: 'support in finding and keeping work' },
  JOB_READINESS: { ja: '就労準備支援', en: 'job readiness' },
  CERTIFIED_TRAINING: { ja: '認定就労訓練', en: 'certified work training' },
};
registerLabelledEnum(
  EmploymentSupportKind,
  'EmploymentSupportKind',
  { ja: '就労に関する事業', en: 'the programme through which work is supported' },
  employmentSupportKindLabels,
);

@Entity('employment_support')
@ObjectType({ description: '就労支援 — employment support' })
@Disclosed(Category.EMPLOYMENT)
export class EmploymentSupport extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Disclosed(Category.EMPLOYMENT, Level.SUMMARY)
  @Field(() => EmploymentStatus, {
    nullable: true,
    description: '就労・求職の状況 — in work, or looking for it',
  })
  @Column({ type: 'varchar', length: 32 })
  status!: EmploymentStatus;

  @Disclosed(Category.EMPLOYMENT, Level.SUMMARY)
  @Field(() => EmploymentSupportKind, { nullable: true, description: '事業 — programme' })
  @Column({ type: 'varchar', length: 32 })
  support!: EmploymentSupportKind;

  @Field(() => String, { nullable: true, description: '支援開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Field(() => String, {
    nullable: true,
    description: '支援終了日 — last day (YYYY-MM-DD); null while it goes on',
  })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Disclosed(Category.EMPLOYMENT, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '状況の時点 — the day on which the status was last known (YYYY-MM-DD)',
  })
  @Column({ name: 'as_of', type: 'varchar', length: 10, nullable: true })
  asOf!: string | null;

  @Field(() => String, { nullable: true, description: '就職日 — began to work on (YYYY-MM-DD)' })
  @Column({ name: 'employed_on', type: 'varchar', length: 10, nullable: true })
  employedOn!: string | null;

  @Field(() => String, { nullable: true, description: '支援の内容 — what is done' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
