import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { ReviewOutcome } from './emergency-tables.js';
import type { StoredEmergency } from './emergency-repository.js';

registerLabelledEnum(
  ReviewOutcome,
  'EmergencyReviewOutcome',
  { ja: '点検の結果', en: 'what a review came to' },
  {
    JUSTIFIED: { ja: '正当', en: 'justified' },
    NOT_JUSTIFIED: { ja: '不当', en: 'not justified' },
  },
);

@ObjectType({ description: '緊急時の閲覧 — an emergency that you declared' })
@NotPersonal('own declaration; the persons in it decide for themselves')
export class Emergency {
  stored!: StoredEmergency;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '理由 — why, in your own words' })
  reason!: string;

  @Field(() => GraphQLDateTimeISO, { description: '宣言した日時 — when it was declared' })
  declaredAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: '終了 — first instant at which it is over' })
  until!: Date;
}

@ObjectType({
  description: '点検を待つ緊急時の閲覧 — an emergency that somebody else has to look at afterwards',
})
@NotPersonal('what a worker did and why, for who reviews it; of the persons it tells opaque ids alone')
export class EmergencyToReview {
  @Field(() => ID, { description: '番号 — also the evidence of what was shown, in every ledger' })
  id!: string;

  @Field(() => ID, { description: '宣言した職員 — staff id of who declared it' })
  staff!: string;

  @Field(() => ID, { description: '機関 — code of their office' })
  office!: string;

  @Field(() => ID, { nullable: true, description: '世帯 — the household that was named' })
  household!: string | null;

  @Field(() => ID, { nullable: true, description: '人 — or else the person that was named' })
  person!: string | null;

  @Field(() => String, { description: '理由 — why, in the words of who declared it' })
  reason!: string;

  @Field(() => GraphQLDateTimeISO, { description: '宣言した日時 — when it was declared' })
  declaredAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: '終了 — first instant at which it is over' })
  until!: Date;

  @Field(() => String, {
    description:
      '点検の期限 — to be reviewed by this day (YYYY-MM-DD): the next day that is no Saturday or Sunday; holidays are not known',
  })
  dueOn!: string;

  @Field(() => Boolean, { description: '期限を過ぎたか — whether that day is past' })
  isOverdue!: boolean;
}

const OUTCOME = 'an outcome; what is in it decides for itself';

@ObjectType({ description: '宣言した — the emergency is open' })
@NotPersonal(OUTCOME)
export class EmergencyDeclared {
  @Field(() => Emergency)
  emergency!: Emergency;
}

@ObjectType({ description: '宣言できない — it cannot be declared, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class EmergencyNotDeclared {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '終了した — the emergency is over' })
@NotPersonal(OUTCOME)
export class EmergencyEnded {
  @Field(() => Emergency)
  emergency!: Emergency;
}

@ObjectType({ description: 'すでに終了している — the emergency was over before' })
@NotPersonal(OUTCOME)
export class EmergencyAlreadyOver {
  @Field(() => GraphQLDateTimeISO, { description: '終了した日時 — since when' })
  since!: Date;
}

@ObjectType({ description: '点検した — the review is on record' })
@NotPersonal(OUTCOME)
export class EmergencyReviewed {
  @Field(() => ID)
  id!: string;

  @Field(() => ReviewOutcome)
  outcome!: ReviewOutcome;

  @Field(() => GraphQLDateTimeISO)
  reviewedAt!: Date;
}

@ObjectType({ description: '点検を記録できない — the review cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class EmergencyNotReviewed {
  @Field(() => [String])
  problems!: readonly string[];
}

export const DeclareEmergencyResult = createUnionType({
  name: 'DeclareEmergencyResult',
  types: () => [EmergencyDeclared, EmergencyNotDeclared] as const,
  resolveType: (value) => ('problems' in value ? EmergencyNotDeclared : EmergencyDeclared),
});

export const EndEmergencyResult = createUnionType({
  name: 'EndEmergencyResult',
  types: () => [EmergencyEnded, EmergencyAlreadyOver] as const,
  resolveType: (value) => ('since' in value ? EmergencyAlreadyOver : EmergencyEnded),
});

export const ReviewEmergencyResult = createUnionType({
  name: 'ReviewEmergencyResult',
  types: () => [EmergencyReviewed, EmergencyNotReviewed] as const,
  resolveType: (value) => ('problems' in value ? EmergencyNotReviewed : EmergencyReviewed),
});
