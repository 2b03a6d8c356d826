import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = [
  `CREATE INDEX conference_held ON conference (held_at)`,
  `CREATE INDEX conference_office_held ON conference (office_code, held_at)`,
  // Most matches are over, and nobody asks how they go.
  `CREATE INDEX participation_match_due ON participation_match (participation_id) WHERE follow_up_on IS NOT NULL`,
];

/** What of conferences and 参加支援 waits on a desk is found without reading those that wait for nobody. */
export class DeskIndexes1763770003750 implements MigrationInterface {
  name = 'DeskIndexes1763770003750';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of indexes) await queryRunner.query(index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['participation_match_due', 'conference_office_held', 'conference_held'])
      await queryRunner.query(`DROP INDEX ${name}`);
  }
}
