import { keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

export class Community1763770003700 implements MigrationInterface {
  name = 'Community1763770003700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'community_activity',
        columns: [
          keyColumn('id'),
          textColumn('programme', 32),
          textColumn('title', 256),
          longTextColumn('words'),
          textColumn('office_code', 64, true),
          textColumn('place', 256, true),
          textColumn('local_government_code', 6),
        ],
        indices: [
          new TableIndex({
            name: 'community_activity_of',
            columnNames: ['local_government_code', 'programme', 'id'],
          }),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('community_activity');
  }
}
