import {
  createRecordTables,
  flagColumn,
  integerColumn,
  longTextColumn,
  recordTable,
  textColumn,
} from '@kasane/subgraph-kit';
import { TableColumn, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

export class LivelihoodSupportTables1763770004000 implements MigrationInterface {
  name = 'LivelihoodSupportTables1763770004000';

  up(queryRunner: QueryRunner): Promise<void> {
    return createRecordTables(queryRunner, [
      recordTable('livelihood_intake', [
        textColumn('received_on', 10),
        textColumn('channel', 32),
        longTextColumn('chief_complaint'),
        textColumn('screening', 32, true),
        textColumn('urgency', 16, true),
      ]),
      recordTable('livelihood_plan', [
        textColumn('made_on', 10),
        longTextColumn('goal'),
        textColumn('from_date', 10, true),
        textColumn('to_date', 10, true),
        textColumn('decided_on', 10, true),
        textColumn('outcome', 32, true),
      ]),
      recordTable('employment_support', [
        textColumn('status', 32),
        textColumn('support', 32),
        textColumn('from_date', 10),
        textColumn('to_date', 10, true),
      ]),
      recordTable('housing_security_benefit', [
        textColumn('decided_on', 10),
        textColumn('kind', 16),
        textColumn('from_date', 10, true),
        textColumn('to_date', 10, true),
        integerColumn('monthly_yen'),
      ]),
      recordTable('household_finance', [
        textColumn('also_about', 512, true),
        textColumn('as_of', 10),
        integerColumn('income_yen'),
        integerColumn('pension_yen'),
        integerColumn('allowances_yen'),
        integerColumn('expenses_yen'),
        integerColumn('savings_yen'),
        integerColumn('debt_yen'),
        integerColumn('tax_arrears_yen'),
        integerColumn('insurance_arrears_yen'),
        integerColumn('rent_arrears_yen'),
        integerColumn('utilities_arrears_yen'),
      ]),
      recordTable('household_housing', [
        textColumn('also_about', 512, true),
        textColumn('as_of', 10),
        textColumn('kind', 16),
        integerColumn('rent_yen'),
        flagColumn('must_move'),
        longTextColumn('note'),
      ]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'household_housing',
      'household_finance',
      'housing_security_benefit',
      'employment_support',
      'livelihood_plan',
      'livelihood_intake',
    ])
      await queryRunner.dropTable(table);
  }
}

/** What the tables of the first migration did not hold yet. */
const added: Readonly<Record<string, readonly TableColumnOptions[]>> = {
  livelihood_intake: [
    textColumn('handed_over_to', 128, true),
    textColumn('consulter_relation', 64, true),
    longTextColumn('wishes'),
    longTextColumn('assessment'),
    textColumn('issues', 512, true),
    textColumn('closed_issues', 64, true),
  ],
  livelihood_plan: [
    textColumn('meeting_on', 10, true),
    longTextColumn('programmes'),
    textColumn('evaluated_on', 10, true),
    longTextColumn('evaluation'),
  ],
  employment_support: [
    textColumn('as_of', 10, true),
    textColumn('employed_on', 10, true),
    longTextColumn('note'),
  ],
  housing_security_benefit: [
    integerColumn('moving_cost_yen'),
    textColumn('applied_on', 10, true),
    textColumn('stopped_on', 10, true),
  ],
  household_finance: [
    'wages_yen',
    'remittance_yen',
    'other_income_yen',
    'rent_yen',
    'food_yen',
    'utilities_yen',
    'medical_yen',
    'education_yen',
    'repayment_yen',
    'other_expense_yen',
    'other_assets_yen',
    'consumer_loan_yen',
    'welfare_loan_yen',
    'other_debt_yen',
  ].map(integerColumn),
};

export class FullRecords1763770024000 implements MigrationInterface {
  name = 'FullRecords1763770024000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createRecordTables(queryRunner, [
      recordTable('finance_improvement', [
        textColumn('also_about', 512, true),
        textColumn('from_date', 10),
        textColumn('to_date', 10, true),
        textColumn('budget_made_on', 10, true),
        textColumn('cash_flow_made_on', 10, true),
        integerColumn('monthly_balance_yen'),
        textColumn('loan_mediated_by', 128, true),
        longTextColumn('note'),
      ]),
      recordTable('residential_support', [
        textColumn('kind', 16),
        textColumn('from_date', 10),
        textColumn('to_date', 10, true),
        longTextColumn('note'),
      ]),
      recordTable('other_support', [
        textColumn('kind', 32),
        textColumn('status', 16),
        textColumn('as_of', 10),
        textColumn('provider', 128, true),
        integerColumn('amount_yen'),
        longTextColumn('note'),
      ]),
    ]);
    for (const [table, columns] of Object.entries(added))
      await queryRunner.addColumns(
        table,
        columns.map((column) => new TableColumn(column)),
      );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['other_support', 'residential_support', 'finance_improvement'])
      await queryRunner.dropTable(table);
    for (const [table, columns] of Object.entries(added))
      await queryRunner.dropColumns(
        table,
        columns.map(({ name }) => name),
      );
  }
}
