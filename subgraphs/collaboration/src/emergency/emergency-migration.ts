import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'emergency',
    columns: [
      keyColumn('id'),
      textColumn('staff_id', 64),
      textColumn('office_code', 64),
      textColumn('capacity', 16),
      textColumn('household_id', 64, true),
      textColumn('person_id', 64, true),
      wordsColumn('reason'),
      instantColumn('declared_at'),
      instantColumn('until'),
    ],
    indexed: [['staff_id']],
  },
  { name: 'emergency_person', columns: [keyColumn('emergency_id'), keyColumn('person_id')] },
  { name: 'emergency_ending', columns: [keyColumn('emergency_id'), instantColumn('ended_at')] },
  {
    name: 'emergency_review',
    columns: [
      keyColumn('emergency_id'),
      textColumn('outcome', 16),
      wordsColumn('note'),
      textColumn('reviewed_by', 64),
      instantColumn('reviewed_at'),
    ],
  },
];

export class Emergencies1763770002400 implements MigrationInterface {
  name = 'Emergencies1763770002400';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
