import { keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createAppendOnly, dropTables, instantColumn, type AppendOnlyTable } from '../append-only.js';

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'issue_record',
    columns: [
      keyColumn('id'),
      textColumn('case_id', 64),
      textColumn('household_id', 64),
      textColumn('person_id', 64, true),
      textColumn('code', 32),
      textColumn('certainty', 16),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      textColumn('observed_on', 10),
      longTextColumn('text'),
      instantColumn('recorded_at'),
    ],
    indexed: [['case_id'], ['household_id']],
  },
  {
    name: 'issue_person',
    columns: [keyColumn('issue_id'), keyColumn('person_id')],
    indexed: [['person_id']],
  },
  {
    name: 'issue_resolution',
    columns: [
      keyColumn('issue_id'),
      textColumn('resolved_on', 10),
      longTextColumn('text'),
      textColumn('staff_id', 64),
      instantColumn('recorded_at'),
    ],
  },
];

/** 課題: what each office saw and when it was over; `issue` lays the two together for those who read. */
export class Issues1763770003110 implements MigrationInterface {
  name = 'Issues1763770003110';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createAppendOnly(queryRunner, tables);
    await queryRunner.query(
      `CREATE VIEW issue AS
       SELECT i.*, x.resolved_on, x.text AS resolution_text FROM issue_record i LEFT JOIN issue_resolution x ON x.issue_id = i.id`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW issue');
    await dropTables(queryRunner, tables);
  }
}
