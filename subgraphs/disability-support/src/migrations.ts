import {
  createRecordTables,
  integerColumn,
  longTextColumn,
  recordTable,
  textColumn,
} from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DisabilitySupportTables1763770001000 implements MigrationInterface {
  name = 'DisabilitySupportTables1763770001000';

  up(queryRunner: QueryRunner): Promise<void> {
    return createRecordTables(queryRunner, [
      recordTable('disability_certificate', [
        textColumn('kind', 16),
        textColumn('grade', 32, true),
        textColumn('issued_on', 10),
        textColumn('recheck_on', 10, true),
        textColumn('valid_until', 10, true),
      ]),
      recordTable('disability_support_category', [
        textColumn('category', 8),
        textColumn('certified_on', 10),
        textColumn('valid_from', 10, true),
        textColumn('valid_until', 10, true),
      ]),
      recordTable('benefit_decision', [
        textColumn('kind', 128),
        textColumn('allotment', 128, true),
        textColumn('from_date', 10),
        textColumn('until_date', 10, true),
        integerColumn('monthly_ceiling'),
      ]),
      recordTable('service_use_plan', [
        textColumn('made_on', 10),
        textColumn('consultation_specialist', 128, true),
        longTextColumn('wishes'),
        longTextColumn('policy'),
        longTextColumn('long_term_goal'),
        longTextColumn('short_term_goal'),
        textColumn('next_monitoring', 10, true),
      ]),
      recordTable('medical_care', [
        textColumn('self_support_medical', 64, true),
        textColumn('hospital', 256, true),
        textColumn('doctor', 128, true),
        textColumn('from_date', 10),
        textColumn('until_date', 10, true),
      ]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'medical_care',
      'service_use_plan',
      'benefit_decision',
      'disability_support_category',
      'disability_certificate',
    ])
      await queryRunner.dropTable(table);
  }
}
