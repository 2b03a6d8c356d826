import { Role } from '@kasane/vocabulary';
import { ArrayMaxSize, ArrayNotEmpty, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ID_SHAPE } from '../input.js';
import { Duty } from './seat-words.js';

@InputType({ description: '担う役割 — what a seat does, and when that is looked at again' })
export class DutyInput {
  @Field(() => Duty, { description: '役割 — what it does' })
  duty!: Duty;

  @Field(() => String, {
    nullable: true,
    description: '内容 — in words that everybody on the roster may read; no circumstances of the persons',
  })
  note?: string | null;

  @Field(() => String, { nullable: true, description: '見直し日 — looked at again on (YYYY-MM-DD)' })
  reviewOn?: string | null;
}

@InputType({ description: '支援体制への参加 — an office on the roster of a case' })
export class SeatInput {
  @Field(() => ID, { description: '機関 — code of the office' })
  @Matches(ID_SHAPE)
  office!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      '担当者 — staff id; without one the seat is everybody’s who works there, or of an office without an account',
  })
  @Matches(ID_SHAPE)
  staff?: string | null;

  @Field(() => String, { nullable: true, description: '担当者の氏名 — name of the worker' })
  @MaxLength(100)
  staffName?: string | null;

  @Field(() => Role, {
    defaultValue: Role.SECTOR_WORKER,
    description: '立場 — SECTOR_WORKER, or COORDINATOR for who leads the case',
  })
  role!: Role;

  @Field(() => [ID], {
    nullable: true,
    description: '対象 — members whom the seat is for; everyone when absent',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(30)
  persons?: string[] | null;

  @Field(() => String, { description: '開始日 — from (YYYY-MM-DD)' })
  from!: string;

  @Field(() => String, { nullable: true, description: '終了日 — last day (YYYY-MM-DD)' })
  to?: string | null;

  @Field(() => DutyInput, { description: '担う役割 — what it does' })
  duty!: DutyInput;
}

@InputType({ description: '後任 — who takes a seat' })
export class SuccessorInput {
  @Field(() => ID, { description: '担当者 — staff id' })
  @Matches(ID_SHAPE)
  staff!: string;

  @Field(() => String, { description: '担当者の氏名 — name' })
  @MaxLength(100)
  staffName!: string;

  @Field(() => String, { description: '担当の初日 — first day (YYYY-MM-DD)' })
  from!: string;
}
