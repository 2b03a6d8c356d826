import { Disclosed, NotPersonal, PersonalRecord, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Capacity, Category } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../person/person.js';
import { SessionState } from './session-access.js';
import { SessionBasis } from './session-basis.js';
import type { StoredSession } from './session-repository.js';

registerLabelledEnum(
  SessionState,
  'SessionState',
  { ja: '場の状態', en: 'where a session stands' },
  {
    PLANNED: { ja: '開始前', en: 'not open yet' },
    OPEN: { ja: '開催中', en: 'open' },
    OVER: { ja: '終了', en: 'over' },
  },
);

const FOUND =
  'found only by its members and by who leads it; the persons on its agenda decide for themselves';

@ObjectType({ description: '構成員 — somebody on the roster of a session' })
@NotPersonal('staff, told to those who sit with them')
export class SessionMember {
  @Field(() => ID, { description: '職員 — staff id' })
  staff!: string;

  @Field(() => ID, { description: '機関 — code of the office for which they sit' })
  office!: string;

  @Field(() => String, { description: '氏名 — name' })
  name!: string;

  @Field(() => Capacity, { description: '立場 — in what legal position they sit' })
  capacity!: Capacity;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: '守秘義務の確認 — when they accepted the duty of confidentiality; null until then',
  })
  pledgedAt!: Date | null;
}

@ObjectType({ description: '不同意の人を扱う理由 — why the session goes on although a person refused' })
@Disclosed(Category.INVOLVEMENT)
export class RefusalJustification extends PersonalRecord {
  @Field(() => Person, { nullable: true, description: '本人 — who refused' })
  person!: Person;

  @Field(() => String, { nullable: true, description: '理由 — why it goes on' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who recorded it' })
  by!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;
}

@ObjectType({
  description: '厳重秘匿の記録の承認 — agreement to what an owner released of the closed tier (T4)',
})
@NotPersonal('the opaque id of a release, told to who leads the session')
export class ReleaseApproval {
  @Field(() => ID, { description: '提供の番号 — id of the release, as the sector gave it' })
  release!: string;

  @Field(() => ID, { description: '承認した職員 — staff id of who agreed' })
  by!: string;

  @Field(() => GraphQLDateTimeISO, { description: '日時 — when' })
  at!: Date;
}

@ObjectType({
  description: '法令に基づく場 — a session under a statute: a conference, a council, a response to abuse',
})
@NotPersonal(FOUND)
export class StatutorySession extends PersonalRecord {
  stored!: StoredSession;

  @Field(() => ID)
  id!: string;

  @Field(() => SessionBasis, { description: '根拠 — statute' })
  basis!: SessionBasis;

  @Field(() => String, { description: '根拠法令 — the basis with its citation, in Japanese' })
  legalBasis!: string;

  @Field(() => ID, { description: '招集した職員 — staff id of who convened it' })
  convenedBy!: string;

  @Field(() => GraphQLDateTimeISO, { description: '開始 — from when' })
  opensAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: '終了 — first instant at which it is over' })
  closesAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: '終了した日時 — when it was closed before its time',
  })
  closedAt!: Date | null;

  @Field(() => SessionState, { description: '状態 — where it stands' })
  state!: SessionState;

  @Field(() => [Category], { description: '必要な項目 — categories that it named, besides basic data' })
  categories!: readonly Category[];

  @Field(() => [SessionMember], { description: '構成員名簿 — roster' })
  members!: readonly SessionMember[];

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: '自分の守秘義務の確認 — when you accepted the duty of confidentiality',
  })
  pledgedAt!: Date | null;
}
