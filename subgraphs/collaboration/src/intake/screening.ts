import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import { MaxLength, ValidateNested } from 'class-validator';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import { ReferralInput } from '../referral/referral-input.js';
import { Referral } from '../referral/referral.js';

/** What becomes of a consultation (スクリーニングの結果). */
export const ScreeningOutcome = {
  INFORMATION_ONLY: 'INFORMATION_ONLY',
  HAND_OVER: 'HAND_OVER',
  ACCEPTED: 'ACCEPTED',
} as const;
export type ScreeningOutcome = (typeof ScreeningOutcome)[keyof typeof ScreeningOutcome];

registerLabelledEnum(
  ScreeningOutcome,
  'ScreeningOutcome',
  { ja: 'スクリーニングの結果', en: 'what becomes of a consultation' },
  {
    INFORMATION_ONLY: { ja: '情報提供のみで終了', en: 'it ends with the information given' },
    HAND_OVER: { ja: '他機関へつなぐ', en: 'it is handed over to another office' },
    ACCEPTED: { ja: '多機関協働で受理', en: 'it is accepted into multi-agency collaboration' },
  },
);

@InputType({ description: 'スクリーニング — what becomes of a consultation, and why' })
export class ScreeningInput {
  @Field(() => ScreeningOutcome)
  outcome!: ScreeningOutcome;

  @Field(() => String, { description: '理由 — why' })
  @MaxLength(2_000)
  reason!: string;

  @Field(() => ReferralInput, {
    nullable: true,
    description:
      'つなぎ — to which office it is handed over; the case stays with you until they made the first contact',
  })
  @ValidateNested()
  referral?: ReferralInput;

  @Field(() => String, {
    nullable: true,
    description: '担当者の氏名 — your name on the roster, where you accept it',
  })
  @MaxLength(128)
  workerName?: string;
}

const OUTCOME = 'an outcome; the records in it decide for themselves';

@ObjectType({ description: '記録した — the case as it stands now' })
@NotPersonal(OUTCOME)
export class CaseScreened {
  @Field(() => SupportCase)
  case!: SupportCase;

  @Field(() => Referral, { nullable: true, description: 'つなぎ — the referral by which it is handed over' })
  referral!: Referral | null;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class CaseNotScreened {
  @Field(() => [String])
  problems!: readonly string[];
}

export const ScreeningResult = createUnionType({
  name: 'ScreeningResult',
  types: () => [CaseScreened, CaseNotScreened] as const,
  resolveType: (value) => ('problems' in value ? CaseNotScreened : CaseScreened),
});
