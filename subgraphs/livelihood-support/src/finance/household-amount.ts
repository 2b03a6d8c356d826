import { Disclosed, partOf, registerLabelledEnum, type PersonalRecord } from '@kasane/subgraph-kit';
import { Category, type Label } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';

/** What money comes from, goes to, lies in, or is owed for. */
export const HouseholdItem = {
  WAGES: 'WAGES',
  PENSION: 'PENSION',
  ALLOWANCES: 'ALLOWANCES',
  REMITTANCE: 'REMITTANCE',
  OTHER_INCOME: 'OTHER_INCOME',
  RENT: 'RENT',
  FOOD: 'FOOD',
  UTILITIES: 'UTILITIES',
  MEDICAL: 'MEDICAL',
  EDUCATION: 'EDUCATION',
  REPAYMENT: 'REPAYMENT',
  OTHER_EXPENSE: 'OTHER_EXPENSE',
  SAVINGS: 'SAVINGS',
  OTHER_ASSETS: 'OTHER_ASSETS',
  CONSUMER_LOAN: 'CONSUMER_LOAN',
  WELFARE_LOAN: 'WELFARE_LOAN',
  OTHER_DEBT: 'OTHER_DEBT',
} as const;
export type HouseholdItem = (typeof HouseholdItem)[keyof typeof HouseholdItem];
const labels: Readonly<Record<HouseholdItem, Label>> = {
  WAGES: { ja: '就労収入', en: 'wages' },
  PENSION: { ja: '年金', en: 'pensions' },
  ALLOWANCES: { ja: '手当', en: 'allowances' },
  REMITTANCE: { ja: '仕送り', en: 'money sent by relatives' },
  OTHER_INCOME: { ja: 'その他の収入', en: 'other income' },
  RENT: { ja: '住居費', en: 'housing' },
  FOOD: { ja: '食費', en: 'food' },
  UTILITIES: { ja: '光熱水費', en: 'electricity, gas, water' },
  MEDICAL: { ja: '医療費', en: 'medical care' },
  EDUCATION: { ja: '教育費', en: 'education' },
  REPAYMENT: { ja: '返済', en: 'repayments' },
  OTHER_EXPENSE: { ja: 'その他の支出', en: 'other expenses' },
  SAVINGS: { ja: '預貯金', en: 'savings' },
  OTHER_ASSETS: { ja: 'その他の資産', en: 'other assets' },
  CONSUMER_LOAN: { ja: '消費者金融・カードローン', en: 'consumer loans' },
  WELFARE_LOAN: { ja: '生活福祉資金', en: 'welfare loans' },
  OTHER_DEBT: { ja: 'その他の債務', en: 'other debt' },
};
registerLabelledEnum(
  HouseholdItem,
  'HouseholdItem',
  { ja: '費目', en: 'what money comes from, goes to, lies in, or is owed for' },
  labels,
);

@ObjectType({ description: '家計の内訳 — one amount of a household' })
@Disclosed(Category.FINANCE)
export class HouseholdAmount {
  @Field(() => HouseholdItem, { nullable: true, description: '費目 — what it is' })
  readonly item!: HouseholdItem;

  @Field(() => Int, {
    nullable: true,
    description: '金額(円) — amount in yen; of income and expenses, per month',
  })
  readonly amountYen!: number;
}

/** Those that were asked and answered: nothing is told of an item that nobody wrote down. */
export const amountsOf = (
  row: PersonalRecord,
  amounts: readonly (readonly [HouseholdItem, number | null])[],
): readonly HouseholdAmount[] =>
  amounts.flatMap(([item, amountYen]) => (amountYen === null ? [] : [partOf(row, { item, amountYen })]));
