import { OfficeRow } from '@kasane/subgraph-kit';
import type { SectorId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The directory of all offices that the hub works with, of every sector and of none. */
@Entity('office')
export class DirectoryOfficeRow extends OfficeRow {
  @Column({ name: 'sector_id', type: 'varchar', length: 64, nullable: true })
  sectorId!: SectorId | null;

  @Column({ name: 'local_government_code', type: 'varchar', length: 6 })
  localGovernmentCode!: string;
}

@Entity('district')
export class DistrictRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'varchar', length: 128 })
  name!: string;

  @Column({ name: 'local_government_code', type: 'varchar', length: 6 })
  localGovernmentCode!: string;
}
