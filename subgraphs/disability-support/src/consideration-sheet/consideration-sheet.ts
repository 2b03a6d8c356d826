import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, listedAll } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DisabilityKind } from './disability-kind.js';

/** What was weighed before a benefit was decided. It mostly names the carer, who then has to permit it too. */
@Entity('consideration_sheet')
@ObjectType({ description: '勘案事項整理票 — what was considered for a benefit decision' })
@Disclosed(Category.DISABILITY_SERVICE)
export class ConsiderationSheet extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  @Column({ name: 'made_on', type: 'varchar', length: 10 })
  madeOn!: string;

  @Column({ name: 'disability_kinds', type: 'varchar', length: 256, nullable: true })
  disabilityKindCodes!: string | null;

  @Disclosed(Category.DISABILITY_CERT)
  @Field(() => [DisabilityKind], { nullable: true, description: '障害種別 — kinds of disability' })
  get disabilityKinds(): readonly DisabilityKind[] {
    return listedAll(DisabilityKind, this.disabilityKindCodes).listed;
  }

  @Disclosed(Category.DISABILITY_CERT)
  @Field(() => [String], {
    nullable: true,
    description: '一覧にない障害種別 — kinds as the source holds them, where they are outside the list',
  })
  get disabilityKindsAsGiven(): readonly string[] {
    return listedAll(DisabilityKind, this.disabilityKindCodes).asGiven;
  }

  @Disclosed(Category.DISABILITY_CERT)
  @Field(() => String, { nullable: true, description: '手帳 — certificate, as the sheet states it' })
  @Column({ type: 'varchar', length: 128, nullable: true })
  certificate!: string | null;

  @Disclosed(Category.DISABILITY_CERT)
  @Field(() => String, {
    nullable: true,
    description: '障害支援区分 — support category, as the sheet states it',
  })
  @Column({ name: 'support_category', type: 'varchar', length: 16, nullable: true })
  supportCategory!: string | null;

  @Field(() => String, { nullable: true, description: '主な介護者 — who mainly cares for the person' })
  @Column({ name: 'main_carer', type: 'text', nullable: true })
  mainCarer!: string | null;

  @Field(() => String, { nullable: true, description: '居住環境 — where and how the person lives' })
  @Column({ name: 'living_environment', type: 'text', nullable: true })
  livingEnvironment!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'サービス等の受給状況 — services and benefits already received',
  })
  @Column({ name: 'benefits_received', type: 'text', nullable: true })
  benefitsReceived!: string | null;
}
