import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('care_service_use')
@ObjectType({ description: '介護サービス利用 — use of a care service' })
@Disclosed(Category.CARE_SERVICE)
export class CareServiceUse extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Disclosed(Category.CARE_SERVICE, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: 'サービス種類 — kind of service' })
  @Column({ type: 'varchar', length: 128 })
  kind!: string;

  @Field(() => String, { nullable: true, description: '事業所 — provider' })
  @Column({ type: 'varchar', length: 256, nullable: true })
  provider!: string | null;

  @Field(() => String, { nullable: true, description: '頻度 — how often' })
  @Column({ type: 'varchar', length: 64, nullable: true })
  frequency!: string | null;

  @Disclosed(Category.CARE_SERVICE, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '利用開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Disclosed(Category.CARE_SERVICE, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '利用終了日 — until (YYYY-MM-DD); null while in use' })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;
}
