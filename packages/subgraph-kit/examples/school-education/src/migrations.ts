import { createRecordTables, recordTable, textColumn } from '@kasane/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Never `synchronize`; TypeORM's Table API runs on PostgreSQL and on MariaDB. A later change is a class of its own. */
export class SchoolEducationTables1763770006000 implements MigrationInterface {
  name = 'SchoolEducationTables1763770006000';

  up(queryRunner: QueryRunner): Promise<void> {
    const columns = [
      textColumn('also_about', 512, true),
      textColumn('from_date', 10),
      textColumn('to_date', 10, true),
      textColumn('words', 512),
    ];
    return createRecordTables(queryRunner, [recordTable('enrolment', columns)]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('enrolment');
  }
}
