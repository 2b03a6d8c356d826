import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('vaccination')
@ObjectType({ description: '予防接種 — vaccination' })
@Disclosed(Category.CHILD_HEALTH)
export class Vaccination extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => String, { nullable: true, description: 'ワクチン — vaccine, as the record states it' })
  @Column({ type: 'varchar', length: 128 })
  vaccine!: string;

  @Field(() => Int, { nullable: true, description: '回数 — which dose' })
  @Column({ type: 'int', nullable: true })
  dose!: number | null;

  @Field(() => String, { nullable: true, description: '接種日 — given on (YYYY-MM-DD)' })
  @Column({ name: 'given_on', type: 'varchar', length: 10 })
  givenOn!: string;
}
