import { longTextColumn, textColumn } from '@kasane/subgraph-kit';
import { TableColumn, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

const added: readonly TableColumnOptions[] = [
  { name: 'valid_until', type: 'timestamptz', isNullable: true },
  textColumn('written_by', 256, true),
  { ...longTextColumn('explanation'), type: 'jsonb' },
];

/** What an event of a consent also holds: a renewal's new end, who wrote for the person, who explained it and how. */
export class ConsentExpression1763770002100 implements MigrationInterface {
  name = 'ConsentExpression1763770002100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns(
      'consent_event',
      added.map((column) => new TableColumn(column)),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumns(
      'consent_event',
      added.map(({ name }) => name),
    );
  }
}
