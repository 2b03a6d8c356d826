import { keyColumn, textColumn } from '@kasane/subgraph-kit';
import type { OfficeCode, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createAppendOnly, dropTables, instantColumn, type AppendOnlyTable } from '../append-only.js';

/**
 * In which district a worker of an office says to live: so that looking at one's own neighbours is noticed. The last
 * one holds; none is ever changed.
 */
@Entity('staff_district')
export class StaffDistrictRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  /** What a manager says holds in their own office only. */
  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  /** None: outside of all our districts. */
  @Column({ name: 'district_id', type: 'varchar', length: 64, nullable: true })
  districtId!: string | null;

  @Column({ name: 'declared_by', type: 'varchar', length: 64 })
  declaredBy!: StaffId;

  @Column({ name: 'declared_at', type: 'timestamptz' })
  declaredAt!: Date;
}

const tables: readonly AppendOnlyTable[] = [
  {
    name: 'staff_district',
    columns: [
      keyColumn('id'),
      textColumn('staff_id', 64),
      textColumn('office_code', 64),
      textColumn('district_id', 64, true),
      textColumn('declared_by', 64),
      instantColumn('declared_at'),
    ],
    indexed: [['staff_id']],
  },
];

export class StaffDistricts1763770002900 implements MigrationInterface {
  name = 'StaffDistricts1763770002900';

  up(queryRunner: QueryRunner): Promise<void> {
    return createAppendOnly(queryRunner, tables);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return dropTables(queryRunner, tables);
  }
}
