import { Capacity, Category } from '@kasane/vocabulary';
import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, Matches, MaxLength, ValidateNested } from 'class-validator';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { ID_SHAPE } from '../input.js';
import { SessionBasis } from './session-basis.js';

@InputType({ description: '構成員 — somebody on the roster of a session' })
export class SessionMemberInput {
  @Field(() => ID, { description: '職員 — staff id' })
  @Matches(ID_SHAPE)
  staff!: string;

  @Field(() => ID, { description: '機関 — code of the office for which they sit' })
  @Matches(ID_SHAPE)
  office!: string;

  @Field(() => String, { description: '氏名 — name' })
  @IsNotEmpty()
  @MaxLength(128)
  name!: string;

  @Field(() => Capacity, { description: '立場 — in what legal position they sit' })
  capacity!: Capacity;
}

@InputType({ description: '虐待の疑い — who is suspected of abusing whom' })
export class SuspicionInput {
  @Field(() => ID, { description: '本人 — a person on the agenda' })
  @Matches(ID_SHAPE)
  person!: string;

  @Field(() => ID, { description: '疑われる人 — who is suspected; does not speak for the person meanwhile' })
  @Matches(ID_SHAPE)
  suspect!: string;
}

@InputType({ description: '法令に基づく場の招集 — how a session under a statute is convened' })
export class ConveneSessionInput {
  @Field(() => SessionBasis, { description: '根拠 — statute' })
  basis!: SessionBasis;

  @Field(() => [ID], { description: '議題の世帯 — households on the agenda' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  households!: string[];

  @Field(() => [Category], {
    description: '必要な項目 — categories that the session needs, besides basic data',
  })
  @ArrayMaxSize(Object.keys(Category).length)
  categories!: Category[];

  @Field(() => String, {
    description: '同意によらない理由 — why it cannot wait for consent, or goes on without it',
  })
  whyNoConsent!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '開始 — from when; now when absent' })
  opensAt?: Date;

  @Field(() => GraphQLDateTimeISO, { description: '終了 — until when' })
  closesAt!: Date;

  @Field(() => [SessionMemberInput], { description: '構成員名簿 — roster' })
  @ArrayNotEmpty()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  members!: SessionMemberInput[];

  @Field(() => [SuspicionInput], {
    defaultValue: [],
    description: '虐待の疑い — for a response to abuse only',
  })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  suspicions!: SuspicionInput[];
}
