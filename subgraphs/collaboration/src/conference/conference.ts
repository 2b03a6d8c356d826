import { Disclosed, NotPersonal, PersonalRecord } from '@kasane/subgraph-kit';
import { Capacity, Category, Level } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AuthoredRecord } from '../disclosure/authored.js';
import { Person } from '../person/person.js';
import { AgendaKind, AgendaOutcome, ConferenceKind, MinutesState } from './conference-kind.js';
import type { StoredConference, StoredMinutes } from './conference-repository.js';

/** Papers of a conference are shown in its session too, where the session named CONFERENCE_RECORD. */
const PAPER = [Category.CONFERENCE_RECORD, Level.SUMMARY] as const;
const EACH_DECIDES = 'only those who may be named; each of them decides for itself';

@ObjectType({ description: '議題 — an item of the agenda' })
@Disclosed(...PAPER)
export class AgendaItem extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => Int, { nullable: true, description: '番号 — its place on the agenda' })
  number!: number;

  @Field(() => AgendaKind, { nullable: true, description: '種類 — kind' })
  kind!: AgendaKind;

  @Field(() => String, { nullable: true, description: '内容 — what it is about' })
  topic!: string;

  @NotPersonal(EACH_DECIDES)
  @Field(() => [Person], { description: '議題の人 — those of whom you may know' })
  persons!: readonly Person[];

  @Field(() => ID, { nullable: true, description: 'プラン — id of the plan that is looked at' })
  planId!: string | null;

  @Field(() => AgendaOutcome, { nullable: true, description: '検討結果 — what came of it' })
  outcome!: AgendaOutcome | null;

  @Field(() => String, { nullable: true, description: '検討結果の内容 — in words' })
  result!: string | null;
}

@ObjectType({ description: '出席者 — somebody who is invited' })
@NotPersonal('staff and guests, told to those who sit with them and to who may read the papers')
export class ConferenceParticipant {
  @Field(() => ID, { description: '席 — the seat, to record its attendance by' })
  seat!: string;

  @Field(() => ID, { nullable: true, description: '職員 — staff id; null for who takes part on paper' })
  staff!: string | null;

  @Field(() => ID, { nullable: true, description: '機関 — code of the office; null when it has none' })
  office!: string | null;

  @Field(() => String, { nullable: true, description: '所属 — affiliation, of who has no office of ours' })
  affiliation!: string | null;

  @Field(() => String, { description: '氏名 — name' })
  name!: string;

  @Field(() => Capacity, { description: '立場 — in what legal position they sit' })
  capacity!: Capacity;

  @Field(() => Boolean, {
    description: '紙で参加 — without an account: sees paper only, and what was shown to it is on record',
  })
  onPaper!: boolean;

  @Field(() => Boolean, { description: '守秘義務の確認 — accepted the duty of confidentiality' })
  pledged!: boolean;

  @Field(() => Boolean, { description: '出席 — attended' })
  attended!: boolean;
}

@ObjectType({ description: '会議資料 — what was laid on the table; its words go with the conference' })
@Disclosed(...PAPER)
export class ConferenceMaterial extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => String, { nullable: true, description: '表題 — title' })
  title!: string;

  @Field(() => ID, { nullable: true, description: '提供者 — code of the office whose data it shows' })
  source!: string;

  @Field(() => [Category], { nullable: true, description: '開示区分 — what kind of data it shows' })
  categories!: readonly Category[];

  @Field(() => [String], { nullable: true, description: '項目 — the fields that were shown, by name' })
  fields!: readonly string[];

  @Field(() => String, { nullable: true, description: '要約値 — SHA-256 of what was shown' })
  digest!: string;

  @Field(() => String, {
    nullable: true,
    description: '主宰機関の記述 — own words of the convening office; null once they have expired',
  })
  words!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '期限 — until when its words are shown' })
  expiresAt!: Date;
}

@ObjectType({ description: '役割分担 — who does what until when' })
@Disclosed(...PAPER)
export class ConferenceRole extends AuthoredRecord {
  @Field(() => ID, { nullable: true, description: '会議 — id of the conference' })
  conference!: string;

  @Field(() => ID, { nullable: true, description: '担当機関 — code of the office whose role it is' })
  office!: string;

  @Field(() => String, { nullable: true, description: '支援内容 — what it does' })
  what!: string;

  @Field(() => String, { nullable: true, description: '期限 — until when (YYYY-MM-DD)' })
  until!: string;

  @NotPersonal(EACH_DECIDES)
  @Field(() => [Person], { description: '対象 — for whom; those of whom you may know' })
  persons!: readonly Person[];
}

@ObjectType({ description: '提供された情報 — what one office told the conference' })
@Disclosed(...PAPER)
export class SharedWords extends AuthoredRecord {
  @Field(() => ID, { nullable: true, description: '提供者 — code of the office' })
  office!: string;

  @Field(() => String, { nullable: true, description: '共有した情報 — what it told' })
  what!: string;
}

@ObjectType({ description: '会議録 — one version of the minutes; older ones stay as they were' })
@Disclosed(...PAPER)
export class ConferenceMinutes extends AuthoredRecord {
  stored!: StoredConference;
  storedMinutes!: StoredMinutes;

  @Field(() => Int, { nullable: true, description: '版 — version' })
  version!: number;

  @Field(() => MinutesState, { nullable: true, description: '状態 — draft or approved' })
  state!: MinutesState;

  @Field(() => [SharedWords], { nullable: true, description: '共有した情報 — what was told, by provider' })
  shared!: readonly SharedWords[];

  @Field(() => String, {
    nullable: true,
    description: '検討結果 — what was talked over, and what came of it',
  })
  discussion!: string;

  @Field(() => [ConferenceRole], { nullable: true, description: '役割分担 — division of roles' })
  roles!: readonly ConferenceRole[];

  @Field(() => [String], { nullable: true, description: '社会資源の不足 — resources that are missing' })
  gaps!: readonly string[];

  @Field(() => String, { nullable: true, description: '次回 — next date (YYYY-MM-DD)' })
  nextOn!: string | null;

  @Field(() => ID, { nullable: true, description: '作成者 — staff id' })
  writtenBy!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '作成日時 — when it was written' })
  writtenAt!: Date;

  @Field(() => ID, { nullable: true, description: '承認者 — staff id' })
  approvedBy!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '承認日時 — when it was approved' })
  approvedAt!: Date | null;
}

@ObjectType({ description: '会議 — a 支援会議 or a 重層的支援会議 with its papers' })
@NotPersonal('found only by who sits in it, leads it, or may read its papers; they decide for themselves')
export class Conference extends PersonalRecord {
  stored!: StoredConference;

  @Field(() => ID)
  id!: string;

  @Field(() => ConferenceKind, { description: '種類 — kind' })
  kind!: ConferenceKind;

  @Field(() => ID, { description: '主宰した職員 — staff id of who convened it' })
  convenedBy!: string;

  @Field(() => ID, { description: '事務局 — staff id of who keeps the minutes' })
  secretariat!: string;

  @Field(() => GraphQLDateTimeISO, { description: '開催日時 — when it is held' })
  heldAt!: Date;

  @Field(() => String, { description: '場所 — where' })
  place!: string;

  @Field(() => ID, { nullable: true, description: '支援会議の場 — id of the session of a 支援会議' })
  sessionId!: string | null;

  @Field(() => ID, { nullable: true, description: '移行元 — id of the 支援会議 out of which it came' })
  movedFrom!: string | null;

  @Field(() => [ConferenceParticipant], { description: '出席者名簿 — who is invited, and who came' })
  participants!: readonly ConferenceParticipant[];
}
