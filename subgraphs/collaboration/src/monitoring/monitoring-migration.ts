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
    name: 'plan_monitoring',
    columns: [
      keyColumn('id'),
      textColumn('plan_id', 64),
      textColumn('planned_on', 10, true),
      textColumn('held_on', 10),
      wordsColumn('findings'),
      jsonColumn('items'),
      textColumn('next_on', 10, true),
      jsonColumn('persons'),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      instantColumn('at'),
    ],
    indexed: [['plan_id']],
  },
];

export class PlanMonitorings1763770003310 implements MigrationInterface {
  name = 'PlanMonitorings1763770003310';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
