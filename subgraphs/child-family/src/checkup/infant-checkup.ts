import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which of the check-ups, by the age for which it is held. */
export const InfantCheckupKind = {
  MONTHS_3_4: 'MONTHS_3_4',
  MONTHS_18: 'MONTHS_18',
  YEARS_3: 'YEARS_3',
  YEARS_5: 'YEARS_5',
  OTHER: 'OTHER',
} as const;
export type InfantCheckupKind = (typeof InfantCheckupKind)[keyof typeof InfantCheckupKind];
registerEnumType(InfantCheckupKind, {
  name: 'InfantCheckupKind',
  description: '健診の種別 — which check-up',
  valuesConfig: {
    MONTHS_3_4: { description: '3〜4か月児健診 — at three to four months' },
    MONTHS_18: { description: '1歳6か月児健診 — at eighteen months' },
    YEARS_3: { description: '3歳児健診 — at three years' },
    YEARS_5: { description: '5歳児健診 — at five years' },
    OTHER: { description: 'その他 — another check-up' },
  },
});

@Entity('infant_checkup')
@ObjectType({ description: '乳幼児健診 — infant check-up' })
@Disclosed(Category.CHILD_HEALTH)
export class InfantCheckup extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Field(() => InfantCheckupKind, { nullable: true, description: '種別 — which check-up' })
  @Column({ type: 'varchar', length: 16 })
  kind!: InfantCheckupKind;

  /** Also what the check-ups are ordered by: the two databases sort the null of one not attended differently. */
  @Field(() => String, {
    nullable: true,
    description: '案内した健診日 — the day it was offered for (YYYY-MM-DD)',
  })
  @Column({ name: 'offered_on', type: 'varchar', length: 10 })
  offeredOn!: string;

  @Field(() => String, {
    nullable: true,
    description: '受診日 — attended on (YYYY-MM-DD); null while it was not attended (未受診)',
  })
  @Column({ name: 'attended_on', type: 'varchar', length: 10, nullable: true })
  attendedOn!: string | null;

  @Field(() => String, { nullable: true, description: '所見 — finding' })
  @Column({ type: 'text', nullable: true })
  finding!: string | null;

  @Field(() => Boolean, { nullable: true, description: '要観察 — to be followed up' })
  @Column({ name: 'follow_up', type: 'boolean' })
  followUp!: boolean;
}
