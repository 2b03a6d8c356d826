import type { CommunityProgramme, OfficeCode } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place, an activity or a coordinator of 地域づくり事業. Of no person. */
@Entity('community_activity')
export class CommunityActivityRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'varchar', length: 32 })
  programme!: CommunityProgramme;

  @Column({ type: 'varchar', length: 256 })
  title!: string;

  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'office_code', type: 'varchar', length: 64, nullable: true })
  officeCode!: OfficeCode | null;

  @Column({ type: 'varchar', length: 256, nullable: true })
  place!: string | null;

  @Column({ name: 'local_government_code', type: 'varchar', length: 6 })
  localGovernmentCode!: string;
}
