import { IsNotEmpty, Matches, Max, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PdcaStage } from './promotion-tables.js';

const CODE = /^\d{6}$/;

@InputType({ description: 'PDCAの記述 — what to write of one stage of a year' })
export class PromotionNoteInput {
  @Field(() => ID, { description: '全国地方公共団体コード — local government code' })
  @Matches(CODE)
  municipality!: string;

  @Field(() => Int, { description: '年度 — fiscal year' })
  fiscalYear!: number;

  @Field(() => PdcaStage, { description: '段階 — stage' })
  stage!: PdcaStage;

  @Field(() => Int, { description: '見ていた版 — the newest version that you saw; 0 when there was none' })
  expectedVersion!: number;

  @Field(() => String, { description: '内容 — words; about the project, not about persons' })
  @IsNotEmpty()
  @MaxLength(20_000)
  words!: string;
}

@InputType({ description: '研修 — an event of training' })
export class TrainingInput {
  @Field(() => ID, { description: '全国地方公共団体コード — local government code' })
  @Matches(CODE)
  municipality!: string;

  @Field(() => String, { description: '開催日 — day (YYYY-MM-DD)' })
  @MaxLength(10)
  heldOn!: string;

  @Field(() => String, { description: '研修名 — title' })
  @IsNotEmpty()
  @MaxLength(256)
  title!: string;

  @Field(() => String, { description: '対象 — for whom' })
  @IsNotEmpty()
  @MaxLength(256)
  audience!: string;

  @Field(() => Int, { description: '参加者数 — how many came' })
  @Max(100_000)
  attendees!: number;
}
