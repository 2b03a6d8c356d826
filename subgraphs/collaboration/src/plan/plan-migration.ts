import { keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import {
  Table,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm';
import {
  createAppendOnly,
  dropTables,
  instantColumn,
  jsonColumn,
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const count = (name: string): TableColumnOptions => ({ name, type: 'int' });
const keyCount = (name: string): TableColumnOptions => ({ ...count(name), isPrimary: true });
const by = [textColumn('office_code', 64), textColumn('staff_id', 64), instantColumn('at')];

const appendOnly: readonly AppendOnlyTable[] = [
  {
    name: 'support_plan_version',
    columns: [keyColumn('plan_id'), keyCount('version'), jsonColumn('words'), ...by],
  },
  {
    name: 'support_plan_event',
    columns: [
      keyColumn('plan_id'),
      keyCount('version'),
      textColumn('to_state', 16),
      longTextColumn('reason'),
      textColumn('conference_id', 64, true),
      jsonColumn('consent_ids'),
      ...by,
    ],
  },
  {
    name: 'plan_item_event',
    columns: [
      keyColumn('item_id'),
      keyCount('version'),
      textColumn('to_state', 16),
      longTextColumn('words'),
      ...by,
    ],
  },
  {
    name: 'plan_item_seen',
    columns: [keyColumn('item_id'), textColumn('staff_id', 64), instantColumn('at')],
  },
];

/** Plans with every version and step of them, and the items that offices have undertaken. */
export class SupportPlans1763770003300 implements MigrationInterface {
  name = 'SupportPlans1763770003300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'support_plan',
        columns: [
          keyColumn('id'),
          textColumn('case_id', 64),
          textColumn('household_id', 64),
          textColumn('kind', 16),
          textColumn('state', 16),
          count('version'),
          count('words_version'),
          jsonColumn('persons'),
          textColumn('from_date', 10),
          textColumn('until_date', 10),
          textColumn('next_monitoring_on', 10, true),
          textColumn('replaces_id', 64, true),
          instantColumn('drafted_at'),
        ],
      }),
    );
    await queryRunner.createIndex(
      'support_plan',
      new TableIndex({ name: 'support_plan_case', columnNames: ['case_id'] }),
    );
    // Of two who begin one at once, one wins.
    await queryRunner.createIndex(
      'support_plan',
      new TableIndex({
        name: 'support_plan_in_writing',
        columnNames: ['case_id', 'kind'],
        isUnique: true,
        where: "state IN ('DRAFT', 'PROPOSED')",
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'plan_item',
        columns: [
          keyColumn('id'),
          textColumn('plan_id', 64),
          count('position'),
          textColumn('office_code', 64),
          textColumn('staff_id', 64, true),
          wordsColumn('content'),
          textColumn('frequency', 200),
          textColumn('due_on', 10),
          longTextColumn('own_effort'),
          jsonColumn('persons'),
          textColumn('state', 16),
          count('version'),
          instantColumn('given_at'),
        ],
      }),
    );
    await queryRunner.createIndex(
      'plan_item',
      new TableIndex({ name: 'plan_item_plan', columnNames: ['plan_id'] }),
    );
    await queryRunner.createIndex(
      'plan_item',
      new TableIndex({ name: 'plan_item_holder', columnNames: ['office_code', 'state', 'due_on'] }),
    );
    await createAppendOnly(queryRunner, appendOnly);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTables(queryRunner, appendOnly);
    await queryRunner.dropTable('plan_item');
    await queryRunner.dropTable('support_plan');
  }
}
