import { integerColumn, keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const contacts: readonly AppendOnlyTable[] = [
  {
    name: 'outreach_contact',
    columns: [
      keyColumn('id'),
      textColumn('outreach_id', 64),
      instantColumn('at'),
      textColumn('method', 32),
      textColumn('outcome', 32),
      wordsColumn('words'),
      longTextColumn('quiet_reason'),
      textColumn('stage', 32),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      instantColumn('recorded_at'),
    ],
    indexed: [['outreach_id', 'at']],
  },
];

export class Outreach1763770003500 implements MigrationInterface {
  name = 'Outreach1763770003500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'outreach',
        columns: [
          keyColumn('id'),
          textColumn('case_id', 64),
          textColumn('person_id', 64),
          textColumn('office_code', 64),
          textColumn('staff_id', 64, true),
          textColumn('found_through', 32),
          longTextColumn('found_words'),
          textColumn('found_on', 10),
          textColumn('withdrawn_since', 10, true),
          textColumn('quiet_from', 5, true),
          textColumn('quiet_to', 5, true),
          textColumn('stage', 32),
          textColumn('next_on', 10, true),
          { ...integerColumn('version'), isNullable: false },
          instantColumn('begun_at'),
        ],
        indices: [
          new TableIndex({ name: 'outreach_case', columnNames: ['case_id'] }),
          new TableIndex({ name: 'outreach_next', columnNames: ['office_code', 'next_on'] }),
        ],
      }),
    );
    await createAppendOnly(queryRunner, contacts);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTables(queryRunner, contacts);
    await queryRunner.dropTable('outreach');
  }
}
