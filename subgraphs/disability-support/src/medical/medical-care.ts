import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('medical_care')
@ObjectType({ description: '医療 — where the person is treated, and under which medical support' })
@Disclosed(Category.MEDICAL)
export class MedicalCare extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '自立支援医療の種類 — kind of self-support medical care, e.g. 精神通院; null when not received',
  })
  @Column({ name: 'self_support_medical', type: 'varchar', length: 64, nullable: true })
  selfSupportMedical!: string | null;

  @Field(() => String, { nullable: true, description: '通院先 — hospital or clinic' })
  @Column({ type: 'varchar', length: 256, nullable: true })
  hospital!: string | null;

  @Field(() => String, { nullable: true, description: '主治医 — attending doctor' })
  @Column({ type: 'varchar', length: 128, nullable: true })
  doctor!: string | null;

  @Field(() => String, { nullable: true, description: '開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Field(() => String, {
    nullable: true,
    description: '有効期間の終了 — until (YYYY-MM-DD, inclusive); null where none is set',
  })
  @Column({ name: 'until_date', type: 'varchar', length: 10, nullable: true })
  until!: string | null;
}
