import { Disclosed, PersonalRecord } from '@kasane/subgraph-kit';
import { Category, Level, Role } from '@kasane/vocabulary';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Folder } from '../disclosure/authored.js';
import { Person } from '../person/person.js';
import { Duty, Responsibility } from '../roster/seat-words.js';
import { CaseStatus } from './case-status.js';
import type { CaseRow, RosterSeatRow } from './case-tables.js';

@ObjectType({ description: '支援体制の一席 — a seat on the roster of a case' })
@Disclosed(Category.INVOLVEMENT, Level.SUMMARY)
export class RosterSeat extends PersonalRecord {
  seat!: RosterSeatRow;

  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'ケース — id of the case' })
  caseId!: string;

  @Field(() => String, { nullable: true, description: '担当者 — worker' })
  staffName!: string | null;

  @Field(() => Role, { nullable: true, description: '役割 — role' })
  role!: Role;

  @Field(() => [Person], {
    nullable: true,
    description: '対象 — the members whom the seat is for; null when it is for everyone',
  })
  persons!: readonly Person[] | null;

  @Field(() => String, { nullable: true, description: '開始日 — from (YYYY-MM-DD)' })
  from!: string;

  @Field(() => String, { nullable: true, description: '終了日 — last day (YYYY-MM-DD)' })
  to!: string | null;

  @Field(() => Responsibility, { nullable: true, description: '主担当・副担当 — lead, deputy or member' })
  responsibility!: Responsibility;

  @Field(() => Duty, { nullable: true, description: '担う役割 — what it does in the case' })
  duty!: Duty | null;

  @Field(() => String, {
    nullable: true,
    description: '役割の内容 — what that is here, in words for the roster',
  })
  dutyNote!: string | null;

  @Field(() => String, { nullable: true, description: '見直し日 — when it is looked at again (YYYY-MM-DD)' })
  reviewOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '後任待ち — its worker left, nobody has taken it yet',
  })
  needsWorker!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: '版 — counts its changes; a change names the version that its writer saw',
  })
  version!: number;
}

@Folder()
@ObjectType({ description: '多機関協働ケース — a multi-agency case of a household' })
@Disclosed(Category.INVOLVEMENT, Level.SUMMARY)
export class SupportCase extends PersonalRecord {
  row!: CaseRow;

  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => String, { nullable: true, description: 'ケース番号 — case number' })
  number!: string;

  @Field(() => CaseStatus, { nullable: true, description: '状態 — where it stands' })
  status!: CaseStatus;

  @Field(() => String, { nullable: true, description: '開始日 — opened on (YYYY-MM-DD)' })
  openedOn!: string;

  @Field(() => String, { nullable: true, description: '終結日 — closed on (YYYY-MM-DD)' })
  closedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '版 — counts its changes; a change names the version that its writer saw',
  })
  version!: number;
}
