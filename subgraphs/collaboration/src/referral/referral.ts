import { Disclosed, NotPersonal, PersonalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { Urgency } from '../intake/intake-words.js';
import { connectionOf } from '../connection.js';
import { AuthoredRecord, Folder } from '../disclosure/authored.js';
import type { StoredReferral } from './referral-repository.js';
import { ReferralState, SendBackReason, WithdrawnBy } from './referral-words.js';

const BETWEEN_OFFICES =
  'what two offices owe each other; the persons and the texts in it decide for themselves';

@ObjectType({ description: 'つなぎの文面 — what the sender wrote' })
@Disclosed(Category.INTAKE)
export class ReferralLetter extends AuthoredRecord {
  @Field(() => String, { nullable: true, description: 'つなぐ理由 — why' })
  reason!: string;

  @Field(() => String, { nullable: true, description: '依頼したいこと — what is asked of the office' })
  request!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '伝えた人 — who told it, where it went by word or paper',
  })
  toldBy!: string | null;

  @Field(() => String, { nullable: true, description: '伝えた相手 — whom they told' })
  toldTo!: string | null;

  @Field(() => String, { nullable: true, description: '伝えた日 — when (YYYY-MM-DD)' })
  toldOn!: string | null;
}

@ObjectType({ description: '経過の文面 — what was written with a step' })
@Disclosed(Category.INTAKE)
export class ReferralNote extends AuthoredRecord {
  @Field(() => Int, { nullable: true, description: '版 — with which step' })
  version!: number;

  @Field(() => String, { nullable: true, description: '内容 — text' })
  text!: string;
}

@ObjectType({ description: 'つなぎの経過 — a step of a referral' })
@NotPersonal(BETWEEN_OFFICES)
export class ReferralEvent {
  @Field(() => Int, { description: '版 — version of the referral that it made' })
  version!: number;

  @Field(() => ReferralState, { description: '状態 — where it stood then' })
  state!: ReferralState;

  @Field(() => SendBackReason, { nullable: true, description: '差戻しの理由 — why it was sent back' })
  sendBackReason!: SendBackReason | null;

  @Field(() => WithdrawnBy, {
    nullable: true,
    description: '取下げの申し出 — at whose wish it was withdrawn',
  })
  withdrawnBy!: WithdrawnBy | null;

  @Field(() => String, { description: '日付 — on which day it happened (YYYY-MM-DD)' })
  onDate!: string;

  @Field(() => ID, { description: '機関 — code of the office that recorded it' })
  officeCode!: string;

  @Field(() => ID, { description: '職員 — staff id of who recorded it' })
  staffId!: string;

  @Field(() => GraphQLDateTimeISO, { description: '記録日時 — when it was recorded' })
  at!: Date;
}

@Folder()
@ObjectType({
  description:
    'つなぎシート — a referral from one office to another; of its content each is shown what they may see',
})
@NotPersonal(BETWEEN_OFFICES)
export class Referral extends PersonalRecord {
  stored!: StoredReferral;

  @Field(() => ID)
  id!: string;

  @Field(() => ReferralState, { description: '状態 — where it stands' })
  state!: ReferralState;

  @Field(() => Int, { description: '版 — counts its steps; a change names the version that its writer saw' })
  version!: number;

  @Field(() => Urgency, { description: '緊急性 — urgency' })
  urgency!: Urgency;

  @Field(() => Boolean, { description: '引継ぎ — whether the case ends with it' })
  handsOver!: boolean;

  @Field(() => Boolean, { description: '口頭・紙 — whether it went by word or on paper' })
  onPaper!: boolean;

  @Field(() => GraphQLDateTimeISO, { description: '送付日時 — when it was sent' })
  sentAt!: Date;

  @Field(() => String, { description: '回答期限 — last day for the answer (YYYY-MM-DD)' })
  answerDue!: string;

  @Field(() => String, { description: '初回接触の期限 — last day for the first contact (YYYY-MM-DD)' })
  firstContactDue!: string;

  @Field(() => String, {
    nullable: true,
    description: '期限 — until when its holder has something to do (YYYY-MM-DD); null when nothing waits',
  })
  dueOn!: string | null;

  @Field(() => [ReferralEvent], { description: '経過 — its steps, the first first' })
  events!: readonly ReferralEvent[];
}

export const ReferralConnection = connectionOf('Referral', () => Referral);

const OUTCOME = 'an outcome; the referral in it decides for itself';

@ObjectType({ description: '記録した — the referral as it stands now' })
@NotPersonal(OUTCOME)
export class ReferralRecorded {
  @Field(() => Referral)
  referral!: Referral;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class ReferralNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({
  description:
    '他の人が先に更新した — somebody else was first: as it stands now; nothing of yours was recorded',
})
@NotPersonal(OUTCOME)
export class ReferralMovedOn {
  @Field(() => Referral)
  movedOn!: Referral;
}

export const ReferralResult = createUnionType({
  name: 'ReferralResult',
  types: () => [ReferralRecorded, ReferralNotRecorded, ReferralMovedOn] as const,
  resolveType: (value) =>
    'referral' in value ? ReferralRecorded : 'problems' in value ? ReferralNotRecorded : ReferralMovedOn,
});
