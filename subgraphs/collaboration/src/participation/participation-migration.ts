import { flagColumn, integerColumn, keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
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
  wordsColumn,
  type AppendOnlyTable,
} from '../append-only.js';

const evidence: readonly AppendOnlyTable[] = [
  {
    name: 'participation_step',
    columns: [
      keyColumn('id'),
      textColumn('match_id', 64),
      textColumn('state', 16),
      longTextColumn('reason'),
      textColumn('staff_id', 64),
      instantColumn('at'),
    ],
    indexed: [['match_id']],
  },
  {
    name: 'participation_follow_up',
    columns: [
      keyColumn('id'),
      textColumn('match_id', 64),
      textColumn('asked_of', 16),
      textColumn('on_date', 10),
      wordsColumn('words'),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      instantColumn('recorded_at'),
    ],
    indexed: [['match_id']],
  },
];

const tables: readonly {
  readonly name: string;
  readonly columns: TableColumnOptions[];
  readonly by: readonly string[];
}[] = [
  {
    name: 'participation_host',
    columns: [
      keyColumn('id'),
      textColumn('name', 256),
      textColumn('kind', 32),
      textColumn('local_government_code', 6),
      textColumn('address', 256, true),
      flagColumn('is_open'),
    ],
    by: ['local_government_code'],
  },
  {
    name: 'participation_menu',
    columns: [
      keyColumn('id'),
      textColumn('host_id', 64),
      textColumn('title', 256),
      longTextColumn('words'),
      integerColumn('places'),
    ],
    by: ['host_id'],
  },
  {
    name: 'participation',
    columns: [
      keyColumn('id'),
      textColumn('case_id', 64),
      textColumn('person_id', 64),
      textColumn('office_code', 64),
      wordsColumn('wishes'),
      longTextColumn('strengths'),
      longTextColumn('conditions'),
      instantColumn('begun_at'),
    ],
    by: ['case_id'],
  },
  {
    name: 'participation_match',
    columns: [
      keyColumn('id'),
      textColumn('participation_id', 64),
      textColumn('menu_id', 64),
      textColumn('state', 16),
      textColumn('since_on', 10),
      textColumn('follow_up_on', 10, true),
      { ...integerColumn('version'), isNullable: false },
    ],
    by: ['participation_id'],
  },
];

export class Participation1763770003600 implements MigrationInterface {
  name = 'Participation1763770003600';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const { name, columns, by } of tables) {
      await queryRunner.createTable(new Table({ name, columns }));
      await queryRunner.createIndex(name, new TableIndex({ name: `${name}_by`, columnNames: [...by] }));
    }
    await queryRunner.createIndex(
      'participation',
      new TableIndex({ name: 'participation_office', columnNames: ['office_code'] }),
    );
    await createAppendOnly(queryRunner, evidence);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTables(queryRunner, evidence);
    for (const { name } of [...tables].reverse()) await queryRunner.dropTable(name);
  }
}
