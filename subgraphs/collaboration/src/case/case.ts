import { Disclosed, PersonalRecord, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, Level, Role } from '@kasane/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../person/person.js';
import { CaseStatus, type CaseRow, type RosterSeatRow } from './case-tables.js';

registerLabelledEnum(
  CaseStatus,
  'CaseStatus',
  { ja: 'ケースの状態', en: 'where a case stands' },
  {
    RECEIVED: { ja: '相談受付', en: 'received' },
    ACCEPTED: { ja: '受理', en: 'accepted' },
    ASSESSING: { ja: 'アセスメント中', en: 'assessing' },
    IN_SUPPORT: { ja: '支援中', en: 'in support' },
    CLOSED: { ja: '終結', en: 'closed' },
  },
);

@ObjectType({ description: '支援体制の一席 — a seat on the roster of a case' })
@Disclosed(Category.INVOLVEMENT, Level.SUMMARY)
export class RosterSeat extends PersonalRecord {
  seat!: RosterSeatRow;

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
}

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
}
