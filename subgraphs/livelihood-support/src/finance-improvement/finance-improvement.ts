import { Disclosed, PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** In the file of who keeps the household's purse. It speaks also of every other adult whose money it plans. */
@Entity('finance_improvement')
@ObjectType({ description: '家計改善支援 — budget help' })
@Disclosed(Category.FINANCE)
export class FinanceImprovement extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Disclosed(Category.FINANCE, Level.SUMMARY)
  @Field(() => String, { nullable: true, description: '支援開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Field(() => String, {
    nullable: true,
    description: '支援終了日 — last day (YYYY-MM-DD); null while it goes on',
  })
  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '家計計画表の作成日 — budget drawn up on (YYYY-MM-DD)',
  })
  @Column({ name: 'budget_made_on', type: 'varchar', length: 10, nullable: true })
  budgetMadeOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'キャッシュフロー表の作成日 — cash flow table drawn up on (YYYY-MM-DD)',
  })
  @Column({ name: 'cash_flow_made_on', type: 'varchar', length: 10, nullable: true })
  cashFlowMadeOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '計画上の毎月の収支(円) — planned balance per month in yen',
  })
  @Column({ name: 'monthly_balance_yen', type: 'int', nullable: true })
  monthlyBalanceYen!: number | null;

  @Field(() => String, {
    nullable: true,
    description: '貸付のあっせん先 — lender that was approached for them',
  })
  @Column({ name: 'loan_mediated_by', type: 'varchar', length: 128, nullable: true })
  loanMediatedBy!: string | null;

  @Field(() => String, { nullable: true, description: '支援の内容 — what is done' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
