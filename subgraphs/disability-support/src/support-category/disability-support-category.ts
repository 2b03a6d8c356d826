import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
}
