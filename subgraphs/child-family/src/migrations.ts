import {
  createRecordTables,
  integerColumn,
  longTextColumn,
  recordTable,
  textColumn,
} from '@kasane/subgraph-kit';
import { TableColumn, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

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

/** What is added to the tables above; all of it may be missing, for rows are there already. */
const added: Readonly<Record<string, readonly TableColumnOptions[]>> = {
  mch_handbook: [textColumn('number', 32, true)],
  child_support_plan: [
    textColumn('in_charge', 256, true),
    textColumn('timing', 256, true),
    textColumn('explained_on', 10, true),
  ],
  young_carer_record: [longTextColumn('school_life')],
  schooling: [integerColumn('school_year'), textColumn('birth_date', 10, true)],
  protection_entry: [
    textColumn('seal', 16, true),
    textColumn('pregnancy_id', 64, true),
    textColumn('lead_agency', 256, true),
    textColumn('coordinating_body', 256, true),
    textColumn('closed_on', 10, true),
    longTextColumn('closing_reason'),
  ],
};

export class FurtherRecords1763770033000 implements MigrationInterface {
  name = 'FurtherRecords1763770033000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(added))
      await queryRunner.addColumns(
        table,
        columns.map((column) => new TableColumn(column)),
      );
    await createRecordTables(queryRunner, [
      recordTable('maternal_record', [
        textColumn('notified_on', 10),
        integerColumn('weeks_at_notification'),
        textColumn('due_on', 10, true),
        textColumn('ended_on', 10, true),
        longTextColumn('antenatal_visits'),
        longTextColumn('postnatal_care'),
        longTextColumn('epds'),
      ]),
      recordTable('vaccination', [
        textColumn('vaccine', 128),
        integerColumn('dose'),
        textColumn('given_on', 10),
      ]),
      recordTable('child_consultation', [
        textColumn('also_about', 512, true),
        textColumn('seal', 16, true),
        textColumn('received_on', 10),
        textColumn('kind', 64),
        textColumn('route', 64, true),
        longTextColumn('response'),
      ]),
      recordTable('joint_case_conference', [
        textColumn('also_about', 512, true),
        textColumn('seal', 16, true),
        textColumn('held_on', 10),
        textColumn('chief_officer', 128, true),
        { name: 'emergency', type: 'boolean', isNullable: true },
        longTextColumn('attendees'),
        longTextColumn('discussion'),
        longTextColumn('agreement'),
        textColumn('next_on', 10, true),
      ]),
      recordTable('child_protection_case', [
        textColumn('also_about', 512, true),
        textColumn('seal', 16, true),
        textColumn('received_on', 10),
        textColumn('register_number', 32, true),
        textColumn('kinds', 128, true),
        longTextColumn('content'),
        longTextColumn('urgency'),
        longTextColumn('home_support'),
        longTextColumn('child_record'),
        longTextColumn('progress'),
        longTextColumn('case_reviews'),
        longTextColumn('forms'),
        textColumn('next_review_on', 10, true),
        textColumn('referred_on', 10, true),
        textColumn('referred_to', 256, true),
        textColumn('transferred_on', 10, true),
        textColumn('transferred_to', 256, true),
        textColumn('closed_on', 10, true),
      ]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'child_protection_case',
      'joint_case_conference',
      'child_consultation',
      'vaccination',
      'maternal_record',
    ])
      await queryRunner.dropTable(table);
    for (const [table, columns] of Object.entries(added))
      await queryRunner.dropColumns(
        table,
        columns.map(({ name }) => name),
      );
  }
}
