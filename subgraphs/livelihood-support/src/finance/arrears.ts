import { Disclosed, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, type Label } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';

/** What was not paid. */
export const ArrearsKind = {
  TAX: 'TAX',
  INSURANCE: 'INSURANCE',
  RENT: 'RENT',
  UTILITIES: 'UTILITIES',
} as const;
export type ArrearsKind = (typeof ArrearsKind)[keyof typeof ArrearsKind];
const labels: Readonly<Record<ArrearsKind, Label>> = {
  TAX: { ja: '税', en: 'tax' },
  INSURANCE: { ja: '国民健康保険', en: 'national health insurance' },
  RENT: { ja: '家賃', en: 'rent' },
  UTILITIES: { ja: '光熱水費', en: 'electricity, gas, water' },
};
registerLabelledEnum(ArrearsKind, 'ArrearsKind', { ja: '滞納の種類', en: 'what was not paid' }, labels);

@ObjectType({ description: '滞納 — arrears of one kind' })
@Disclosed(Category.FINANCE)
export class Arrears {
  @Field(() => ArrearsKind, { nullable: true, description: '種類 — what was not paid' })
  readonly kind!: ArrearsKind;

  @Field(() => Int, { nullable: true, description: '金額(円) — amount in yen' })
  readonly amountYen!: number;
}
