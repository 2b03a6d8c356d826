import { createRecordTables, longTextColumn, recordTable, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ElderCareTables1763770001000 implements MigrationInterface {
  name = 'ElderCareTables1763770001000';

  up(queryRunner: QueryRunner): Promise<void> {
    return createRecordTables(queryRunner, [
      recordTable('care_need_certification', [
        textColumn('applied_on', 10),
        textColumn('status', 16),
        textColumn('level_code', 8, true),
        textColumn('certified_on', 10, true),
        textColumn('valid_from', 10, true),
        textColumn('valid_until', 10, true),
      ]),
      recordTable('care_plan', [
        textColumn('made_on', 10),
        textColumn('care_manager', 128, true),
        longTextColumn('wishes'),
        longTextColumn('long_term_goal'),
        longTextColumn('short_term_goal'),
      ]),
      recordTable('care_service_use', [
        textColumn('kind', 128),
        textColumn('provider', 256, true),
        textColumn('frequency', 64, true),
        textColumn('from_date', 10),
        textColumn('to_date', 10, true),
      ]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['care_service_use', 'care_plan', 'care_need_certification'])
      await queryRunner.dropTable(table);
  }
}
