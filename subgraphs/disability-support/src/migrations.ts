import {
  createRecordTables,
  integerColumn,
  longTextColumn,
  recordTable,
  textColumn,
} from '@kasane/subgraph-kit';
import { TableColumn, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

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

/** A flag that may not be known: unlike `flagColumn`, it can be added to rows that are there. */
const maybeColumn = (name: string): TableColumnOptions => ({ name, type: 'boolean', isNullable: true });

/** What is added to the tables above; all of it may be missing, for rows are there already. */
const added: Readonly<Record<string, readonly TableColumnOptions[]>> = {
  disability_certificate: [
    textColumn('number', 32, true),
    textColumn('certificate_class', 16, true),
    longTextColumn('disability_name'),
    longTextColumn('parts'),
  ],
  disability_support_category: [
    textColumn('applied_on', 10, true),
    textColumn('surveyed_on', 10, true),
    longTextColumn('survey_notes'),
    textColumn('first_judgement', 8, true),
    textColumn('board_on', 10, true),
    longTextColumn('board_opinion'),
    textColumn('renewal_applied_on', 10, true),
  ],
  benefit_decision: [
    textColumn('recipient_card_number', 32, true),
    textColumn('municipality', 64, true),
    textColumn('decided_on', 10, true),
    textColumn('ceiling_provider', 256, true),
  ],
  service_use_plan: [
    textColumn('also_about', 512, true),
    textColumn('consultation_provider', 256, true),
    textColumn('support_category', 16, true),
    textColumn('recipient_card_number', 32, true),
    textColumn('community_card_number', 32, true),
    longTextColumn('items'),
    textColumn('monitoring_from', 7, true),
    textColumn('monitoring_period', 64, true),
    textColumn('signed_on', 10, true),
  ],
  medical_care: [
    textColumn('recipient_number', 32, true),
    integerColumn('monthly_ceiling'),
    textColumn('pharmacy', 256, true),
    longTextColumn('medication'),
  ],
};

export class FurtherRecords1763770031000 implements MigrationInterface {
  name = 'FurtherRecords1763770031000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(added))
      await queryRunner.addColumns(
        table,
        columns.map((column) => new TableColumn(column)),
      );
    await createRecordTables(queryRunner, [
      recordTable('doctor_opinion', [
        textColumn('seal', 16, true),
        maybeColumn('doctor_agreed'),
        textColumn('requested_on', 10),
        textColumn('written_on', 10, true),
        textColumn('hospital', 256, true),
        textColumn('doctor', 128, true),
        longTextColumn('diagnosis'),
        longTextColumn('opinion'),
        longTextColumn('on_services'),
      ]),
      recordTable('consideration_sheet', [
        textColumn('also_about', 512, true),
        textColumn('made_on', 10),
        textColumn('disability_kinds', 256, true),
        textColumn('certificate', 128, true),
        textColumn('support_category', 16, true),
        longTextColumn('main_carer'),
        longTextColumn('living_environment'),
        longTextColumn('benefits_received'),
      ]),
      recordTable('plan_monitoring', [
        textColumn('also_about', 512, true),
        textColumn('held_on', 10),
        textColumn('plan_made_on', 10, true),
        textColumn('held_by', 128, true),
        longTextColumn('satisfaction'),
        longTextColumn('achievement'),
        maybeColumn('change_needed'),
        textColumn('next_on', 10, true),
      ]),
      recordTable('disability_consultation', [
        textColumn('also_about', 512, true),
        textColumn('seal', 16, true),
        textColumn('received_on', 10),
        textColumn('route', 64, true),
        textColumn('disability_kinds', 256, true),
        textColumn('method', 64, true),
        textColumn('content_codes', 256, true),
        longTextColumn('response'),
      ]),
      recordTable('abuse_intake', [
        textColumn('also_about', 512, true),
        textColumn('seal', 16, true),
        textColumn('received_on', 10),
        textColumn('abuser_kind', 32, true),
        textColumn('kinds', 128, true),
        longTextColumn('content'),
        maybeColumn('urgent'),
        textColumn('facts_checked_on', 10, true),
        longTextColumn('finding'),
        longTextColumn('response'),
        textColumn('closed_on', 10, true),
      ]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'abuse_intake',
      'disability_consultation',
      'plan_monitoring',
      'consideration_sheet',
      'doctor_opinion',
    ])
      await queryRunner.dropTable(table);
    for (const [table, columns] of Object.entries(added))
      await queryRunner.dropColumns(
        table,
        columns.map(({ name }) => name),
      );
  }
}
