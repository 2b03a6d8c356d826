import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What kind of place a child goes to. */
export const SchoolingKind = {
  NURSERY: 'NURSERY',
  KODOMOEN: 'KODOMOEN',
  KINDERGARTEN: 'KINDERGARTEN',
  ELEMENTARY: 'ELEMENTARY',
  JUNIOR_HIGH: 'JUNIOR_HIGH',
  HIGH: 'HIGH',
  OTHER: 'OTHER',
} as const;
export type SchoolingKind = (typeof SchoolingKind)[keyof typeof SchoolingKind];
registerEnumType(SchoolingKind, {
  name: 'SchoolingKind',
  description: '所属の種別 — kind of nursery or school',
  valuesConfig: {
    NURSERY: { description: '保育所 — nursery' },
    KODOMOEN: { description: 'こども園 — centre for early childhood education and care' },
    KINDERGARTEN: { description: '幼稚園 — kindergarten' },
    ELEMENTARY: { description: '小学校 — elementary school' },
    JUNIOR_HIGH: { description: '中学校 — junior high school' },
    HIGH: { description: '高等学校 — high school' },
    OTHER: { description: 'その他 — another place' },
  },
});

@Entity('schooling')
@ObjectType({ description: '所属(学校・園) — nursery or school that the child goes to' })
@Disclosed(Category.SCHOOL)
export class Schooling extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Disclosed(Category.SCHOOL, Level.SUMMARY)
  @Field(() => SchoolingKind, { nullable: true, description: '種別 — kind' })
  @Column({ type: 'varchar', length: 16 })
  kind!: SchoolingKind;

  @Field(() => String, { nullable: true, description: '名称 — name' })
  @Column({ type: 'varchar', length: 256, nullable: true })
  name!: string | null;

  @Disclosed(Category.SCHOOL, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '学年・クラス — grade or class' })
  @Column({ type: 'varchar', length: 64, nullable: true })
  grade!: string | null;

  @Field(() => String, { nullable: true, description: '在籍開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Field(() => String, {
    nullable: true,
    description: '在籍終了日 — last day (YYYY-MM-DD); null while the child goes there',
  })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;
}
