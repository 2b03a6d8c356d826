import { Disclosed, PersonalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What was not paid. */
export const ArrearsKind = {
  TAX: 'TAX',
  INSURANCE: 'INSURANCE',
  RENT: 'RENT',
  UTILITIES: 'UTILITIES',
} as const;
export type ArrearsKind = (typeof ArrearsKind)[keyof typeof ArrearsKind];
registerEnumType(ArrearsKind, {
  name: 'ArrearsKind',
  description: '滞納の種類 — what was not paid',
  valuesConfig: {
    TAX: { description: '税 — tax' },
    INSURANCE: { description: '国民健康保険 — national health insurance' },
    RENT: { description: '家賃 — rent' },
    UTILITIES: { description: '光熱水費 — electricity, gas, water' },
  },
});

/** Speaks of those of whom the household's finances speak that it is part of. */
@ObjectType({ description: '滞納 — arrears of one kind' })
@Disclosed(Category.FINANCE)
export class Arrears extends PersonalRecord {
  @Field(() => ArrearsKind, { nullable: true, description: '種類 — what was not paid' })
  readonly kind: ArrearsKind;

  @Field(() => Int, { nullable: true, description: '金額(円) — amount in yen' })
  readonly amountYen: number;

  constructor(kind: ArrearsKind, amountYen: number) {
    super();
    this.kind = kind;
    this.amountYen = amountYen;
  }
}
