import type { HouseholdId, HouseholdKind, PersonId, Relation } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('household')
export class HouseholdRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: HouseholdId;

  @Column({ type: 'varchar', length: 16 })
  kind!: HouseholdKind;

  @Column({ name: 'local_government_code', type: 'varchar', length: 6 })
  localGovernmentCode!: string;

  @Column({ name: 'district_id', type: 'varchar', length: 64, nullable: true })
  districtId!: string | null;
}

@Entity('household_member')
export class HouseholdMemberRow {
  @PrimaryColumn({ name: 'household_id', type: 'varchar', length: 64 })
  householdId!: HouseholdId;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  /** To the person whom the support began with (本人). */
  @Column({ type: 'varchar', length: 32 })
  relation!: Relation;

  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;

  /** Order in which members are listed. */
  @Column({ type: 'int' })
  position!: number;
}
