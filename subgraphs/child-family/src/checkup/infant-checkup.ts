import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { asGiven, Category, listed } from '@kasane/vocabulary';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChildFamilyContext } from '../loaders.js';
import { checkupAttendance, CheckupAttendance } from './checkup-attendance.js';
import { InfantCheckupKind } from './infant-checkup-kind.js';

@Entity('infant_checkup')
@ObjectType({ description: '乳幼児健診 — infant check-up' })
@Disclosed(Category.CHILD_HEALTH)
export class InfantCheckup extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ type: 'varchar', length: 16 })
  kind!: string;

  @Field(() => InfantCheckupKind, {
    name: 'kind',
    nullable: true,
    description: '種別 — which check-up; null for one outside the list',
  })
  get listedKind(): InfantCheckupKind | null {
    return listed(InfantCheckupKind, this.kind);
  }

  @Field(() => String, {
    nullable: true,
    description: '一覧にない種別 — the kind as the source holds it, where it is outside the list',
  })
  get kindAsGiven(): string | null {
    return asGiven(InfantCheckupKind, this.kind);
  }

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

  @Field(() => CheckupAttendance, {
    nullable: true,
    description: '受診の状況 — attended, not attended, or to come',
  })
  attendance(@Ctx() { now }: ChildFamilyContext): CheckupAttendance {
    return checkupAttendance(this.offeredOn, this.attendedOn, now);
  }

  @Field(() => String, { nullable: true, description: '所見 — finding' })
  @Column({ type: 'text', nullable: true })
  finding!: string | null;

  @Field(() => Boolean, { nullable: true, description: '要観察 — to be followed up' })
  @Column({ name: 'follow_up', type: 'boolean' })
  followUp!: boolean;
}
