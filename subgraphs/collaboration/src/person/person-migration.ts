import { textColumn } from '@kasane/subgraph-kit';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The day on which somebody died. */
export class PersonDeath1763770002200 implements MigrationInterface {
  name = 'PersonDeath1763770002200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('person', new TableColumn(textColumn('deceased_on', 10, true)));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('person', 'deceased_on');
  }
}
