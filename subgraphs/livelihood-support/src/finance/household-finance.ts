import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Arrears, ArrearsKind } from './arrears.js';

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

  @Field(() => [Arrears], { nullable: true, description: '滞納 — what was not paid, by kind' })
  get arrears(): readonly Arrears[] {
    return [
      [ArrearsKind.TAX, this.taxArrearsYen] as const,
      [ArrearsKind.INSURANCE, this.insuranceArrearsYen] as const,
      [ArrearsKind.RENT, this.rentArrearsYen] as const,
      [ArrearsKind.UTILITIES, this.utilitiesArrearsYen] as const,
    ].flatMap(([kind, amount]) => (amount ? [new Arrears(kind, amount)] : []));
  }
}
