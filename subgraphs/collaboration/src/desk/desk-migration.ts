import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes: Readonly<Record<string, string>> = {
  // One's own cases in the order of the list: from the seats to the cases, and back from a case to its seats.
  roster_seat_own: 'roster_seat (office_code, staff_id, case_id)',
  // What was asked, declared or convened and not ended yet.
  statutory_session_ahead: 'statutory_session (closes_at)',
  emergency_declared: 'emergency (declared_at, id)',
};

/** So that a desk reads what waits on it and not every case of the city. */
export class Desk1763770003130 implements MigrationInterface {
  name = 'Desk1763770003130';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(indexes))
      await queryRunner.query(`CREATE INDEX ${name} ON ${columns}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(indexes)) await queryRunner.query(`DROP INDEX ${name}`);
  }
}
