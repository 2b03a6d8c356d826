import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  jsonColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'protective_measure',
    columns: [
      keyColumn('id'),
      textColumn('person_id', 64),
      jsonColumn('handling_offices'),
      jsonColumn('restricted_staff'),
      textColumn('from_date', 10),
      textColumn('to_date', 10),
      textColumn('registered_by', 64),
      textColumn('registered_at_office', 64),
      instantColumn('registered_at'),
    ],
    indexed: [['person_id']],
  },
  {
    name: 'protective_measure_event',
    columns: [
      keyColumn('measure_id'),
      { name: 'seq', type: 'int', isPrimary: true },
      textColumn('kind', 16),
      textColumn('to_date', 10, true),
      textColumn('recorded_by', 64),
      instantColumn('at'),
    ],
  },
];

export class ProtectiveMeasures1763770002500 implements MigrationInterface {
  name = 'ProtectiveMeasures1763770002500';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
