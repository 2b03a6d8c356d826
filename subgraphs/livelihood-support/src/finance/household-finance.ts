import { Disclosed, partOf, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Arrears, ArrearsKind } from './arrears.js';
import { amountsOf, HouseholdAmount, HouseholdItem } from './household-amount.js';

/** In the file of the member who applied. It speaks also of every other adult whose money is in it. */
@Entity('household_finance')
@ObjectType({ description: '家計 — finances of a household on a day' })
@Disclosed(Category.FINANCE)
export class HouseholdFinance extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Field(() => String, { nullable: true, description: '時点 — as of (YYYY-MM-DD)' })
  @Column({ name: 'as_of', type: 'varchar', length: 10 })
  asOf!: string;

  @Field(() => Int, { nullable: true, description: '収入合計(月額・円) — all income per month in yen' })
  @Column({ name: 'income_yen', type: 'int', nullable: true })
  incomeYen!: number | null;

  @Field(() => Int, { nullable: true, description: 'うち年金(月額・円) — of that, pensions' })
  @Column({ name: 'pension_yen', type: 'int', nullable: true })
  pensionYen!: number | null;

  @Field(() => Int, { nullable: true, description: 'うち手当(月額・円) — of that, allowances' })
  @Column({ name: 'allowances_yen', type: 'int', nullable: true })
  allowancesYen!: number | null;

  @Field(() => Int, { nullable: true, description: '支出合計(月額・円) — all expenses per month in yen' })
  @Column({ name: 'expenses_yen', type: 'int', nullable: true })
  expensesYen!: number | null;

  @Field(() => Int, { nullable: true, description: '預貯金(円) — savings in yen' })
  @Column({ name: 'savings_yen', type: 'int', nullable: true })
  savingsYen!: number | null;

  @Field(() => Int, { nullable: true, description: '債務(円) — debt in yen, arrears not counted' })
  @Column({ name: 'debt_yen', type: 'int', nullable: true })
  debtYen!: number | null;

  @Column({ name: 'tax_arrears_yen', type: 'int', nullable: true })
  taxArrearsYen!: number | null;

  @Column({ name: 'insurance_arrears_yen', type: 'int', nullable: true })
  insuranceArrearsYen!: number | null;

  @Column({ name: 'rent_arrears_yen', type: 'int', nullable: true })
  rentArrearsYen!: number | null;

  @Column({ name: 'utilities_arrears_yen', type: 'int', nullable: true })
  utilitiesArrearsYen!: number | null;

  @Disclosed(Category.FINANCE, Level.DETAIL)
  @Field(() => [Arrears], { nullable: true, description: '滞納 — what was not paid, by kind' })
  get arrears(): readonly Arrears[] {
    return [
      [ArrearsKind.TAX, this.taxArrearsYen] as const,
      [ArrearsKind.INSURANCE, this.insuranceArrearsYen] as const,
      [ArrearsKind.RENT, this.rentArrearsYen] as const,
      [ArrearsKind.UTILITIES, this.utilitiesArrearsYen] as const,
    ].flatMap(([kind, amountYen]) => (amountYen ? [partOf(this, { kind, amountYen })] : []));
  }

  @Column({ name: 'wages_yen', type: 'int', nullable: true })
  wagesYen!: number | null;

  @Column({ name: 'remittance_yen', type: 'int', nullable: true })
  remittanceYen!: number | null;

  @Column({ name: 'other_income_yen', type: 'int', nullable: true })
  otherIncomeYen!: number | null;

  @Column({ name: 'rent_yen', type: 'int', nullable: true })
  rentYen!: number | null;

  @Column({ name: 'food_yen', type: 'int', nullable: true })
  foodYen!: number | null;

  @Column({ name: 'utilities_yen', type: 'int', nullable: true })
  utilitiesYen!: number | null;

  @Column({ name: 'medical_yen', type: 'int', nullable: true })
  medicalYen!: number | null;

  @Column({ name: 'education_yen', type: 'int', nullable: true })
  educationYen!: number | null;

  @Column({ name: 'repayment_yen', type: 'int', nullable: true })
  repaymentYen!: number | null;

  @Column({ name: 'other_expense_yen', type: 'int', nullable: true })
  otherExpenseYen!: number | null;

  @Column({ name: 'other_assets_yen', type: 'int', nullable: true })
  otherAssetsYen!: number | null;

  @Column({ name: 'consumer_loan_yen', type: 'int', nullable: true })
  consumerLoanYen!: number | null;

  @Column({ name: 'welfare_loan_yen', type: 'int', nullable: true })
  welfareLoanYen!: number | null;

  @Column({ name: 'other_debt_yen', type: 'int', nullable: true })
  otherDebtYen!: number | null;

  @Disclosed(Category.FINANCE, Level.DETAIL)
  @Field(() => [HouseholdAmount], {
    nullable: true,
    description: '収入の内訳(月額) — income by kind, per month',
  })
  get incomes(): readonly HouseholdAmount[] {
    return amountsOf(this, [
      [HouseholdItem.WAGES, this.wagesYen],
      [HouseholdItem.PENSION, this.pensionYen],
      [HouseholdItem.ALLOWANCES, this.allowancesYen],
      [HouseholdItem.REMITTANCE, this.remittanceYen],
      [HouseholdItem.OTHER_INCOME, this.otherIncomeYen],
    ]);
  }

  @Disclosed(Category.FINANCE, Level.DETAIL)
  @Field(() => [HouseholdAmount], {
    nullable: true,
    description: '支出の内訳(月額) — expenses by kind, per month',
  })
  get expenses(): readonly HouseholdAmount[] {
    return amountsOf(this, [
      [HouseholdItem.RENT, this.rentYen],
      [HouseholdItem.FOOD, this.foodYen],
      [HouseholdItem.UTILITIES, this.utilitiesYen],
      [HouseholdItem.MEDICAL, this.medicalYen],
      [HouseholdItem.EDUCATION, this.educationYen],
      [HouseholdItem.REPAYMENT, this.repaymentYen],
      [HouseholdItem.OTHER_EXPENSE, this.otherExpenseYen],
    ]);
  }

  @Disclosed(Category.FINANCE, Level.DETAIL)
  @Field(() => [HouseholdAmount], { nullable: true, description: '資産の内訳 — assets by kind' })
  get assets(): readonly HouseholdAmount[] {
    return amountsOf(this, [
      [HouseholdItem.SAVINGS, this.savingsYen],
      [HouseholdItem.OTHER_ASSETS, this.otherAssetsYen],
    ]);
  }

  @Disclosed(Category.FINANCE, Level.DETAIL)
  @Field(() => [HouseholdAmount], {
    nullable: true,
    description: '債務の内訳 — debt by kind, arrears not counted',
  })
  get debts(): readonly HouseholdAmount[] {
    return amountsOf(this, [
      [HouseholdItem.CONSUMER_LOAN, this.consumerLoanYen],
      [HouseholdItem.WELFARE_LOAN, this.welfareLoanYen],
      [HouseholdItem.OTHER_DEBT, this.otherDebtYen],
    ]);
  }
}
