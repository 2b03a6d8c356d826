import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
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
registerEnumType(EmploymentStatus, {
  name: 'EmploymentStatus',
  description: '就労・求職の状況 — in work, or looking for it',
  valuesConfig: {
    EMPLOYED: { description: '就労中 — in work' },
    ON_LEAVE: { description: '休職中 — on leave' },
    SEEKING: { description: '求職中 — looking for work' },
    PREPARING: { description: '就労準備中 — preparing for work' },
    NOT_SEEKING: { description: '求職していない — not looking for work' },
  },
});

/** The programme through which work is supported. */
export const EmploymentSupportKind = {
  JOB_SUPPORT: 'JOB_SUPPORT',
  JOB_READINESS: 'JOB_READINESS',
  CERTIFIED_TRAINING: 'CERTIFIED_TRAINING',
} as const;
export type EmploymentSupportKind = (typeof EmploymentSupportKind)[keyof typeof EmploymentSupportKind];
registerEnumType(EmploymentSupportKind, {
  name: 'EmploymentSupportKind',
  description: '就労に関する事業 — the programme through which work is supported',
  valuesConfig: {
    JOB_SUPPORT: { description: '就労支援 — support in finding and keeping work' },
    JOB_READINESS: { description: '就労準備支援 — job readiness' },
    CERTIFIED_TRAINING: { description: '認定就労訓練 — certified work training' },
  },
});

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
}
