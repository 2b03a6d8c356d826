import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** In the mother's file. That a pregnancy is 特定妊婦 is not said here: that is the closed tier, in `protection`. */
@Entity('mch_handbook')
@ObjectType({ description: '母子健康手帳 — maternal and child health handbook' })
@Disclosed(Category.MATERNAL_HEALTH)
export class MchHandbook extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, { nullable: true, description: '母子健康手帳番号 — number of the handbook' })
  @Column({ type: 'varchar', length: 32, nullable: true })
  number!: string | null;

  @Field(() => String, { nullable: true, description: '交付日 — issued on (YYYY-MM-DD)' })
  @Column({ name: 'issued_on', type: 'varchar', length: 10 })
  issuedOn!: string;

  @Field(() => String, { nullable: true, description: '出産予定日 — expected date of birth (YYYY-MM-DD)' })
  @Column({ name: 'due_on', type: 'varchar', length: 10, nullable: true })
  dueOn!: string | null;
}
