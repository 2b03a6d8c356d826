import { createRecordTables, longTextColumn, recordTable, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChildFamilyTables1763770003000 implements MigrationInterface {
  name = 'ChildFamilyTables1763770003000';

  up(queryRunner: QueryRunner): Promise<void> {
    return createRecordTables(queryRunner, [
      recordTable('mch_handbook', [textColumn('issued_on', 10), textColumn('due_on', 10, true)]),
      recordTable('infant_checkup', [
        textColumn('kind', 16),
        textColumn('offered_on', 10),
        textColumn('attended_on', 10, true),
        longTextColumn('finding'),
        { name: 'follow_up', type: 'boolean' },
      ]),
      recordTable('child_support_plan', [
        textColumn('also_about', 512, true),
        textColumn('made_on', 10),
        longTextColumn('issues'),
        longTextColumn('wishes'),
        longTextColumn('support'),
        longTextColumn('childs_voice'),
        textColumn('handed_over_on', 10, true),
        textColumn('review_on', 10, true),
      ]),
      recordTable('young_carer_record', [
        textColumn('also_about', 512, true),
        textColumn('confirmed', 16),
        longTextColumn('care_content'),
        { name: 'hours_per_week', type: 'int', isNullable: true },
        textColumn('care_for', 128, true),
        longTextColumn('support'),
        textColumn('observed_on', 10),
        textColumn('office_code', 64),
      ]),
      recordTable('schooling', [
        textColumn('kind', 16),
        textColumn('name', 256, true),
        textColumn('grade', 64, true),
        textColumn('from_date', 10),
        textColumn('to_date', 10, true),
      ]),
      recordTable('protection_entry', [
        textColumn('kind', 32),
        textColumn('registered_on', 10),
        textColumn('next_review_on', 10, true),
      ]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'protection_entry',
      'schooling',
      'young_carer_record',
      'child_support_plan',
      'infant_checkup',
      'mch_handbook',
    ])
      await queryRunner.dropTable(table);
  }
}
