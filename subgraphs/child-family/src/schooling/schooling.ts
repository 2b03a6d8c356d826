import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { asGiven, Category, japanDate, lastKnown, Level, listed } from '@kasane/vocabulary';
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChildFamilyContext } from '../loaders.js';
import { gradeByAge, schoolYearOf } from './school-year.js';
import { SchoolingKind } from './schooling-kind.js';

@Entity('schooling')
@ObjectType({ description: '所属(学校・園) — nursery or school that the child goes to' })
@Disclosed(Category.SCHOOL)
export class Schooling extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: string;

  @Disclosed(Category.SCHOOL, Level.SUMMARY)
  @Field(() => SchoolingKind, {
    name: 'kind',
    nullable: true,
    description: '種別 — kind; null for one outside the list',
  })
  get listedKind(): SchoolingKind | null {
    return listed(SchoolingKind, this.kind);
  }

  @Field(() => String, {
    nullable: true,
    description: '一覧にない種別 — the kind as the source holds it, where it is outside the list',
  })
  get kindAsGiven(): string | null {
    return asGiven(SchoolingKind, this.kind);
  }

  @Field(() => String, { nullable: true, description: '名称 — name' })
  @Column({ type: 'varchar', length: 256, nullable: true })
  name!: string | null;

  @Disclosed(Category.SCHOOL, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '学年・クラス — grade or class' })
  @Column({ type: 'varchar', length: 64, nullable: true })
  grade!: string | null;

  @Disclosed(Category.SCHOOL, Level.SUMMARY)
  @Field(() => Int, {
    nullable: true,
    description: '学年の年度 — of which school year the grade is (from April of that year)',
  })
  @Column({ name: 'school_year', type: 'int', nullable: true })
  schoolYear!: number | null;

  /** Of the school's own roll. The hub tells a birth date nowhere but where collaboration permits it. */
  @Column({ name: 'birth_date', type: 'varchar', length: 10, nullable: true })
  birthDate!: string | null;

  @Disclosed(Category.SCHOOL, Level.SUMMARY)
  @Field(() => String, {
    nullable: true,
    description:
      '年齢から見た学年(4月2日から翌年4月1日生まれが同学年) — grade by age in the present school year; null when the child left',
  })
  gradeByAge(@Ctx() { now }: ChildFamilyContext): string | null {
    return lastKnown(this.to, now) === null ? gradeByAge(this.birthDate, schoolYearOf(japanDate(now))) : null;
  }

  @Field(() => String, { nullable: true, description: '在籍開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Field(() => String, {
    nullable: true,
    description: '在籍終了日 — last day (YYYY-MM-DD); null while the child goes there',
  })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '在籍が終わった日 — this is the last known, true until this day (YYYY-MM-DD); null while the child goes there',
  })
  lastKnownUntil(@Ctx() { now }: ChildFamilyContext): string | null {
    return lastKnown(this.to, now);
  }
}
