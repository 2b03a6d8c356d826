import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One class is the table, the GraphQL type and the classification. */
@Entity('enrolment')
@ObjectType({ description: '在籍 — enrolment' })
@Disclosed(Category.SCHOOL)
export class Enrolment extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** Local ids of others of whom the entry tells something: then it needs the permission of each. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Disclosed(Category.SCHOOL, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Disclosed(Category.SCHOOL, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '終了日 — last day (YYYY-MM-DD)' })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Field(() => String, { nullable: true, description: '内容 — what it is, in words' })
  @Column({ type: 'varchar', length: 512 })
  words!: string;
}
