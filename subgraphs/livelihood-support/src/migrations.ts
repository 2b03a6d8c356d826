import {
  createRecordTables,
  flagColumn,
  integerColumn,
  longTextColumn,
  recordTable,
  textColumn,
} from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

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
