import { keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createAppendOnly, dropTables, instantColumn, type AppendOnlyTable } from '../append-only.js';

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'case_event',
    columns: [
      keyColumn('id'),
      textColumn('case_id', 64),
      textColumn('from_status', 32),
      textColumn('to_status', 32),
      longTextColumn('reason'),
      textColumn('office_code', 64),
      textColumn('staff_id', 64),
      instantColumn('at'),
    ],
    indexed: [['case_id']],
  },
];

/** How a case moves: its version, and every step with who took it and why. */
export class CaseProcess1763770003000 implements MigrationInterface {
  name = 'CaseProcess1763770003000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn(
      'support_case',
      new TableColumn({ name: 'version', type: 'int', default: '1' }),
    );
    await queryRunner.createIndex(
      'roster_seat',
      new TableIndex({ name: 'roster_seat_office', columnNames: ['office_code', 'staff_id'] }),
    );
    await createAppendOnly(queryRunner, tables);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTables(queryRunner, tables);
    await queryRunner.dropIndex('roster_seat', 'roster_seat_office');
    await queryRunner.dropColumn('support_case', 'version');
  }
}
