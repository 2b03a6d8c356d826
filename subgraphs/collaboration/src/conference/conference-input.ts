import { Capacity, Category } from '@kasane/vocabulary';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsNotEmpty,
  IsOptional,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AgendaKind } from './conference-kind.js';

const ID_SHAPE = /^[\x21-\x7e]{1,64}$/;
const MAX_WORDS = 20_000;
const MAX_TOPIC = 2_000;

@InputType({ description: '議題 — an item for an agenda' })
export class AgendaItemInput {
  @Field(() => ID, { description: '世帯 — household' })
  @Matches(ID_SHAPE)
  household!: string;

  @Field(() => AgendaKind, { defaultValue: AgendaKind.DISCUSSION, description: '種類 — kind' })
  kind!: AgendaKind;

  @Field(() => String, { description: '内容 — what it is about' })
  @IsNotEmpty()
  @MaxLength(MAX_TOPIC)
  topic!: string;

  @Field(() => ID, { nullable: true, description: 'プラン — id of the plan that is looked at' })
  @IsOptional()
  @Matches(ID_SHAPE)
  planId?: string | null;
}

@InputType({ description: '招く人 — somebody to invite: by account, or on paper' })
export class ParticipantInput {
  @Field(() => ID, { nullable: true, description: '職員 — staff id; absent for who takes part on paper' })
  @IsOptional()
  @Matches(ID_SHAPE)
  staff?: string | null;

  @Field(() => ID, { nullable: true, description: '機関 — code of the office; needed with a staff id' })
  @IsOptional()
  @Matches(ID_SHAPE)
  office?: string | null;

  @Field(() => String, { description: '所属 — affiliation, as it is printed' })
  @IsNotEmpty()
  @MaxLength(128)
  affiliation!: string;

  @Field(() => String, { description: '氏名 — name' })
  @IsNotEmpty()
  @MaxLength(128)
  name!: string;

  @Field(() => Capacity, { description: '立場 — in what legal position they sit' })
  capacity!: Capacity;
}

@InputType({ description: '会議の開き方 — when, where, who keeps the minutes' })
export class MeetingInput {
  @Field(() => GraphQLDateTimeISO, { description: '開催日時 — when it is held' })
  heldAt!: Date;

  @Field(() => String, { description: '場所 — where' })
  @IsNotEmpty()
  @MaxLength(256)
  place!: string;

  @Field(() => ID, {
    nullable: true,
    description: '事務局 — staff id of who keeps the minutes; you if absent',
  })
  @IsOptional()
  @Matches(ID_SHAPE)
  secretariat?: string | null;

  @Field(() => [AgendaItemInput], { description: '議題 — agenda' })
  @ArrayNotEmpty()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  agenda!: AgendaItemInput[];

  @Field(() => [ParticipantInput], { defaultValue: [], description: '招く人 — whom to invite' })
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  participants!: ParticipantInput[];
}

@InputType({ description: '会議資料 — what is laid on the table' })
export class MaterialInput {
  @Field(() => ID, { description: '世帯 — household on the agenda' })
  @Matches(ID_SHAPE)
  household!: string;

  @Field(() => ID, { description: '提供者 — code of the office whose data it shows' })
  @Matches(ID_SHAPE)
  source!: string;

  @Field(() => String, { description: '表題 — title' })
  @IsNotEmpty()
  @MaxLength(128)
  title!: string;

  @Field(() => [Category], { description: '開示区分 — what kind of data it shows' })
  @ArrayMaxSize(Object.keys(Category).length)
  categories!: Category[];

  @Field(() => [String], { description: '項目 — fields that it shows, as Type.field' })
  @ArrayMaxSize(200)
  @Matches(/^[A-Za-z]{1,64}\.[A-Za-z]{1,64}$/, { each: true })
  fields!: string[];

  @Field(() => String, { description: '要約値 — SHA-256 of what is shown, hexadecimal' })
  @Matches(/^[0-9a-f]{64}$/)
  digest!: string;

  @Field(() => String, { nullable: true, description: '主宰機関の記述 — own words, no copy of a record' })
  @IsOptional()
  @MaxLength(MAX_WORDS)
  words?: string | null;
}

@InputType({ description: '共有した情報 — what one office told' })
export class SharedInput {
  @Field(() => ID, { description: '提供者 — code of the office' })
  @Matches(ID_SHAPE)
  office!: string;

  @Field(() => String, { description: '内容 — what it told' })
  @IsNotEmpty()
  @MaxLength(MAX_WORDS)
  what!: string;
}

@InputType({ description: '役割分担 — a row of the role table' })
export class RoleInput {
  @Field(() => ID, { description: '担当機関 — code of the office' })
  @Matches(ID_SHAPE)
  office!: string;

  @Field(() => ID, { description: '世帯 — household on the agenda' })
  @Matches(ID_SHAPE)
  household!: string;

  @Field(() => [ID], { nullable: true, description: '対象 — for whom; everybody of the household if absent' })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(40)
  @Matches(ID_SHAPE, { each: true })
  persons?: string[] | null;

  @Field(() => String, { description: '支援内容 — what it does' })
  @IsNotEmpty()
  @MaxLength(MAX_TOPIC)
  what!: string;

  @Field(() => String, { description: '期限 — until when (YYYY-MM-DD)' })
  @MaxLength(10)
  until!: string;
}

@InputType({ description: '会議録 — minutes' })
export class MinutesInput {
  @Field(() => Int, { description: '見ていた版 — the newest version that you saw; 0 when there was none' })
  expectedVersion!: number;

  @Field(() => [SharedInput], { defaultValue: [], description: '共有した情報 — what was told, by provider' })
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  shared!: SharedInput[];

  @Field(() => String, { description: '検討結果 — what was talked over, and what came of it' })
  @IsNotEmpty()
  @MaxLength(MAX_WORDS)
  discussion!: string;

  @Field(() => [RoleInput], { defaultValue: [], description: '役割分担 — division of roles' })
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  roles!: RoleInput[];

  @Field(() => [String], { defaultValue: [], description: '社会資源の不足 — resources that are missing' })
  @ArrayMaxSize(40)
  @MaxLength(MAX_TOPIC, { each: true })
  gaps!: string[];

  @Field(() => String, { nullable: true, description: '次回 — next date (YYYY-MM-DD)' })
  @IsOptional()
  @MaxLength(10)
  nextOn?: string | null;
}
