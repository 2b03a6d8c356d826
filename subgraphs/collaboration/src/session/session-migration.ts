import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  jsonColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'statutory_session',
    columns: [
      keyColumn('id'),
      textColumn('basis', 16),
      textColumn('office_code', 64),
      textColumn('convened_by', 64),
      instantColumn('convened_at'),
      instantColumn('opens_at'),
      instantColumn('closes_at'),
      jsonColumn('categories'),
      wordsColumn('why_no_consent'),
    ],
    indexed: [['office_code']],
  },
  { name: 'session_household', columns: [keyColumn('session_id'), keyColumn('household_id')] },
  {
    name: 'session_member',
    columns: [
      keyColumn('session_id'),
      keyColumn('staff_id'),
      keyColumn('office_code'),
      textColumn('name', 128),
      textColumn('capacity', 16),
      textColumn('added_by', 64),
      instantColumn('added_at'),
    ],
    indexed: [['staff_id', 'office_code']],
  },
  {
    name: 'session_pledge',
    columns: [
      keyColumn('session_id'),
      keyColumn('staff_id'),
      keyColumn('office_code'),
      instantColumn('pledged_at'),
    ],
  },
  {
    name: 'session_justification',
    columns: [
      keyColumn('session_id'),
      keyColumn('person_id'),
      wordsColumn('reason'),
      textColumn('recorded_by', 64),
      instantColumn('at'),
    ],
  },
  {
    name: 'session_approval',
    columns: [
      keyColumn('session_id'),
      keyColumn('release_id'),
      textColumn('approved_by', 64),
      instantColumn('at'),
    ],
  },
  {
    name: 'session_suspect',
    columns: [keyColumn('session_id'), keyColumn('person_id'), keyColumn('suspect_id')],
    indexed: [['person_id']],
  },
  {
    name: 'session_closing',
    columns: [keyColumn('session_id'), textColumn('closed_by', 64), instantColumn('closed_at')],
  },
];

export class StatutorySessions1763770002300 implements MigrationInterface {
  name = 'StatutorySessions1763770002300';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTables(queryRunner, tables);
    await queryRunner.query('DROP FUNCTION append_only()');
  }
}
