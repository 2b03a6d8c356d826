import { textColumn } from '@kasane/subgraph-kit';
import type { OfficeCode, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** A member of staff by the name that they sign in with. Kept when they have left: what they wrote is still theirs. */
@Entity('staff_member')
export class StaffMemberRow {
  @PrimaryColumn({ type: 'varchar', length: 128 })
  id!: StaffId;

  @Column({ type: 'varchar', length: 200 })
  name!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 128 })
  officeCode!: OfficeCode;
}

export class StaffMembers1763770002910 implements MigrationInterface {
  name = 'StaffMembers1763770002910';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'staff_member',
        columns: [
          { ...textColumn('id', 128), isPrimary: true },
          textColumn('name', 200),
          textColumn('office_code', 128),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('staff_member');
  }
}
