import { consentStateAt } from '@kasane/disclosure';
import { Disclosed, PersonalRecord } from '@kasane/subgraph-kit';
import {
  Category,
  ConsentEffect,
  ConsentExpression,
  ConsentState,
  GrantorRelation,
  Purpose,
  Role,
  Tier,
} from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Office } from '../office/office-type.js';
import { Person } from '../person/person.js';
import { asSaid, type ConsentInHand } from './handling.js';

@ObjectType({ description: '同意者 — who consents, by what authority' })
@Disclosed(Category.CONSENT)
export class ConsentGrantor extends PersonalRecord {
  @Field(() => String, { nullable: true, description: '氏名 — name' })
  name!: string;

  @Field(() => GrantorRelation, { nullable: true, description: '立場 — authority' })
  relation!: GrantorRelation;

  @Field(() => String, { nullable: true, description: '権限を示す書類 — document that shows the authority' })
  authorityDocument!: string | null;
}

@ObjectType({ description: '同意の一項 — what may, or must not, go from where to whom' })
@Disclosed(Category.CONSENT)
export class ConsentRule extends PersonalRecord {
  @Field(() => ConsentEffect, { nullable: true })
  effect!: ConsentEffect;

  @Field(() => [Category], { nullable: true, description: '項目 — data categories' })
  categories!: readonly Category[];

  @Field(() => Tier, { nullable: true, description: '機微度の上限 — at most this tier' })
  maxTier!: Tier;

  @Field(() => [ID], { nullable: true, description: '提供元 — source sectors' })
  sourceSectors!: readonly string[];

  @Field(() => [Office], { nullable: true, description: '提供先 — recipient offices' })
  recipientOffices!: readonly Office[];

  @Field(() => [Role], { nullable: true, description: '提供先の役割 — recipient roles' })
  recipientRoles!: readonly Role[];
}

@ObjectType({ description: '説明 — how it was explained to the person what they were asked' })
@Disclosed(Category.CONSENT)
export class ConsentExplanation extends PersonalRecord {
  @Field(() => String, { nullable: true, description: '説明者 — who explained it' })
  explainedBy!: string;

  @Field(() => String, { nullable: true, description: '説明日 — when (YYYY-MM-DD)' })
  explainedOn!: string;

  @Field(() => String, { nullable: true, description: '説明に使った言語 — in which language (BCP 47)' })
  language!: string;

  @Field(() => String, { nullable: true, description: '通訳者 — interpreter' })
  interpreter!: string | null;
}

@ObjectType({ description: '同意の経過 — one event of a consent' })
@Disclosed(Category.CONSENT)
export class ConsentEvent extends PersonalRecord {
  @Field(() => Int, { nullable: true })
  seq!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;

  @Field(() => ConsentState, { nullable: true, description: '状態 — state from then on' })
  state!: ConsentState;

  @Field(() => ConsentExpression, { nullable: true, description: '方法 — how it was expressed' })
  expression!: ConsentExpression;

  @Field(() => String, { nullable: true, description: '意思表示した人 — who expressed it' })
  expressedBy!: string;

  @Field(() => String, { nullable: true, description: '記録した職員 — staff id of who recorded it' })
  recordedBy!: string;

  @Field(() => [String], { nullable: true, description: '聴取者 — listeners to an oral expression' })
  witnesses!: readonly string[];

  @Field(() => String, { nullable: true, description: '代筆者 — who wrote for the person' })
  writtenBy!: string | null;

  @Field(() => ConsentExplanation, { nullable: true, description: '説明 — who explained it, and how' })
  explanation!: ConsentExplanation | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: '更新後の期限 — the new end that a renewal gave',
  })
  validUntil!: Date | null;
}

@ObjectType({ description: '同意記録 — a consent record: one subject, append-only events' })
@Disclosed(Category.CONSENT)
export class ConsentRecord extends PersonalRecord {
  inHand!: ConsentInHand;

  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => String, { nullable: true, description: '書式の版 — schema version' })
  schemaVersion!: string;

  @Field(() => Person, { nullable: true, description: '本人 — whose data it is about' })
  subject!: Person;

  @Field(() => [ConsentGrantor], { nullable: true, description: '同意者 — who consented' })
  grantors!: readonly ConsentGrantor[];

  @Field(() => String, { nullable: true, description: '説明書 — notice, as id and version' })
  notice!: string;

  @Field(() => String, {
    nullable: true,
    description: '説明書の言語 — language of the notice (BCP 47; ja-simple for やさしい日本語)',
  })
  noticeLanguage!: string;

  @Field(() => [Purpose], { nullable: true, description: '利用目的 — purposes' })
  purposes!: readonly Purpose[];

  @Field(() => [ConsentRule], { nullable: true, description: '項目と提供先 — rules' })
  rules!: readonly ConsentRule[];

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '有効期間の開始 — valid from' })
  validFrom!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: '有効期間の終わり — first instant at which it is no longer valid, renewals included',
  })
  validUntil!: Date;

  @Field(() => Int, {
    nullable: true,
    description: '残り日数 — days left: 0 on the last day; null when nothing is given by it now',
  })
  daysLeft!: number | null;

  @Field(() => [ConsentEvent], { nullable: true, description: '経過 — events, the oldest first' })
  events!: readonly ConsentEvent[];

  @Field(() => ID, { nullable: true, description: '置き換えた同意 — the consent that it replaced' })
  supersedesId!: string | null;

  /** The state at a moment, past or present, as the events tell: was this lawful then? */
  stateAt(at: Date): ConsentState {
    return consentStateAt(asSaid(this.inHand), at);
  }
}
