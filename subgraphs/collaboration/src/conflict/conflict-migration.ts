import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createAppendOnly, dropTables, instantColumn, type AppendOnlyTable } from '../append-only.js';

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'conflict_of_interest',
    columns: [
      keyColumn('id'),
      textColumn('staff_id', 64),
      textColumn('office_code', 64),
      textColumn('person_id', 64),
      textColumn('kind', 16),
      textColumn('declared_by', 64),
      instantColumn('declared_at'),
    ],
    indexed: [['staff_id'], ['office_code']],
  },
  {
    name: 'conflict_ending',
    columns: [keyColumn('conflict_id'), textColumn('ended_by', 64), instantColumn('ended_at')],
  },
];

export class ConflictsOfInterest1763770002600 implements MigrationInterface {
  name = 'ConflictsOfInterest1763770002600';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
