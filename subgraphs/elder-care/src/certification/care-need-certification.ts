import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { careNeedLevel, CareNeedLevel } from './care-need-level.js';

/** Where an application for certification stands. */
export const CertificationStatus = {
  NOT_APPLIED: 'NOT_APPLIED',
  APPLIED: 'APPLIED',
  CERTIFIED: 'CERTIFIED',
  EXPIRED: 'EXPIRED',
} as const;
export type CertificationStatus = (typeof CertificationStatus)[keyof typeof CertificationStatus];
registerEnumType(CertificationStatus, {
  name: 'CertificationStatus',
  description: '認定の状況 — where the certification stands',
  valuesConfig: {
    NOT_APPLIED: { description: '未申請 — not applied' },
    APPLIED: { description: '申請中 — applied, not decided' },
    CERTIFIED: { description: '認定済 — certified' },
    EXPIRED: { description: '有効期間満了 — the last certification has ended' },
  },
});

@Entity('care_need_certification')
@ObjectType({ description: '要介護認定 — care-need certification' })
@Disclosed(Category.CARE_CERT)
export class CareNeedCertification extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, { nullable: true, description: '申請日 — applied on (YYYY-MM-DD)' })
  @Column({ name: 'applied_on', type: 'varchar', length: 10 })
  appliedOn!: string;

  @Disclosed(Category.CARE_CERT, Level.SUMMARY)
  @Field(() => CertificationStatus, { nullable: true, description: '認定の状況 — where it stands' })
  @Column({ type: 'varchar', length: 16 })
  status!: CertificationStatus;

  @Field(() => String, {
    nullable: true,
    description: '要介護状態区分コード — the code as the source holds it',
  })
  @Column({ name: 'level_code', type: 'varchar', length: 8, nullable: true })
  levelCode!: string | null;

  @Disclosed(Category.CARE_CERT, Level.SUMMARY)
  @Field(() => CareNeedLevel, {
    nullable: true,
    description: '要介護状態区分 — level; null for a code outside the published list',
  })
  get level(): CareNeedLevel | null {
    return careNeedLevel(this.levelCode);
  }

  @Field(() => String, { nullable: true, description: '認定日 — certified on (YYYY-MM-DD)' })
  @Column({ name: 'certified_on', type: 'varchar', length: 10, nullable: true })
  certifiedOn!: string | null;

  @Field(() => String, { nullable: true, description: '有効期間の開始 — valid from (YYYY-MM-DD)' })
  @Column({ name: 'valid_from', type: 'varchar', length: 10, nullable: true })
  validFrom!: string | null;

  @Disclosed(Category.CARE_CERT, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description: '有効期間の終了 — valid until (YYYY-MM-DD, inclusive)',
  })
  @Column({ name: 'valid_until', type: 'varchar', length: 10, nullable: true })
  validUntil!: string | null;
}
