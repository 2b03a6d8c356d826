import { keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
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
    name: 'plan_evaluation',
    columns: [
      keyColumn('id'),
      textColumn('plan_id', 64),
      textColumn('outcome', 16),
      jsonColumn('goals'),
      jsonColumn('issues'),
      longTextColumn('remaining'),
      longTextColumn('own_words'),
      textColumn('successor_office', 64, true),
      jsonColumn('persons'),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      instantColumn('at'),
    ],
    indexed: [['plan_id']],
  },
];

export class PlanEvaluations1763770003320 implements MigrationInterface {
  name = 'PlanEvaluations1763770003320';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
