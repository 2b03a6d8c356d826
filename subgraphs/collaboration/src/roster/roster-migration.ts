import { keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import { TableColumn, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { createAppendOnly, dropTables, instantColumn, type AppendOnlyTable } from '../append-only.js';

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'roster_event',
    columns: [
      keyColumn('id'),
      textColumn('case_id', 64),
      textColumn('seat_id', 64),
      textColumn('kind', 32),
      textColumn('effective_on', 10),
      longTextColumn('reason'),
      { name: 'persons', type: 'jsonb', isNullable: true },
      textColumn('seat_office', 64),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      instantColumn('at'),
    ],
    indexed: [['case_id', 'at']],
  },
];

const seatColumns: readonly TableColumnOptions[] = [
  { ...textColumn('responsibility', 16), default: "'MEMBER'" },
  textColumn('duty', 32, true),
  longTextColumn('duty_note'),
  textColumn('review_on', 10, true),
  { name: 'needs_worker', type: 'boolean', default: 'false' },
  textColumn('succeeds_id', 64, true),
  { name: 'version', type: 'int', default: '1' },
];

/** What a seat does, who answers for the case, and every change of a roster. */
export class Rosters1763770003210 implements MigrationInterface {
  name = 'Rosters1763770003210';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns(
      'roster_seat',
      seatColumns.map((column) => new TableColumn(column)),
    );
    await createAppendOnly(queryRunner, tables);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTables(queryRunner, tables);
    await queryRunner.dropColumns(
      'roster_seat',
      seatColumns.map(({ name }) => name),
    );
  }
}
