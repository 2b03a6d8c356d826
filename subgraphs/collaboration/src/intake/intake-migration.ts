import { flagColumn, keyColumn, textColumn } from '@kasane/subgraph-kit';
import { Table, TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'intake',
    columns: [
      keyColumn('id'),
      textColumn('case_id', 64),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      textColumn('received_by', 128),
      instantColumn('received_at'),
      textColumn('channel', 32),
      textColumn('visitor', 32),
      textColumn('visitor_name', 256, true),
      textColumn('self_id', 64),
      wordsColumn('chief_complaint'),
      textColumn('urgency', 16),
      flagColumn('contactable'),
      textColumn('contact_when', 256, true),
      flagColumn('interpreter'),
      flagColumn('with_consent'),
    ],
    indexed: [['case_id']],
  },
  {
    name: 'intake_person',
    columns: [keyColumn('intake_id'), keyColumn('person_id')],
    indexed: [['person_id']],
  },
];

/** Consultations at any window: the paper, whom it speaks of, the numbers of cases, dates that are only partly known. */
export class Intakes1763770003100 implements MigrationInterface {
  name = 'Intakes1763770003100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('person', new TableColumn(textColumn('birth_as_given', 64, true)));
    await queryRunner.createTable(
      new Table({
        name: 'case_number',
        columns: [
          keyColumn('local_government_code'),
          { name: 'fiscal_year', type: 'int', isPrimary: true },
          { name: 'last', type: 'int' },
        ],
      }),
    );
    await createAppendOnly(queryRunner, tables);
    // What waits to be screened is found without reading the cases that do not.
    await queryRunner.query(
      `CREATE INDEX support_case_to_screen ON support_case (opened_on, id) WHERE status IN ('RECEIVED', 'TRIAGED')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX support_case_to_screen');
    await dropTables(queryRunner, tables);
    await queryRunner.dropTable('case_number');
    await queryRunner.dropColumn('person', 'birth_as_given');
  }
}
