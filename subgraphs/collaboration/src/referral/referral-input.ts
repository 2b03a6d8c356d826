import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Urgency } from '../intake/intake-words.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

@InputType({ description: '口頭・紙でのつなぎ — told or given on paper: who told whom, and when' })
export class PaperReferralInput {
  @Field(() => String, { description: '伝えた人 — name of who told it' })
  @IsNotEmpty()
  @MaxLength(128)
  toldBy!: string;

  @Field(() => String, { description: '伝えた相手 — name of whom they told, at the office' })
  @IsNotEmpty()
  @MaxLength(128)
  toldTo!: string;

  @Field(() => String, { nullable: true, description: '伝えた日 — when (YYYY-MM-DD); today when absent' })
  @Matches(DATE)
  toldOn?: string;
}

@InputType({ description: 'つなぎシート — a referral to another office' })
export class ReferralInput {
  @Field(() => [ID], { description: '対象 — whom it is about: people of the case with whom you work' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  persons!: string[];

  @Field(() => ID, { description: 'つなぎ先 — code of the office' })
  @MaxLength(64)
  toOffice!: string;

  @Field(() => Urgency, { defaultValue: Urgency.NORMAL, description: '緊急性 — urgency' })
  urgency!: Urgency;

  @Field(() => String, { description: 'つなぐ理由 — why' })
  @MaxLength(4_000)
  reason!: string;

  @Field(() => String, { nullable: true, description: '依頼したいこと — what is asked of the office' })
  @MaxLength(4_000)
  request?: string;

  @Field(() => String, {
    nullable: true,
    description: '回答期限 — last day for the answer (YYYY-MM-DD); by the urgency when absent',
  })
  @Matches(DATE)
  answerDue?: string;

  @Field(() => String, {
    nullable: true,
    description: '初回接触の期限 — last day for the first contact (YYYY-MM-DD); by the urgency when absent',
  })
  @Matches(DATE)
  firstContactDue?: string;

  @Field(() => PaperReferralInput, {
    nullable: true,
    description:
      '口頭・紙でのつなぎ — for an office that has no account: you record what becomes of it in its place',
  })
  @ValidateNested()
  paper?: PaperReferralInput;

  @Field(() => ID, {
    nullable: true,
    description: 'つなぎ直す元 — the referral that was sent back, in whose place this one goes',
  })
  @MaxLength(64)
  replaces?: string;
}
