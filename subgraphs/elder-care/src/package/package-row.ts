import { PersonalRecord, type LocalRecord } from '@kasane/subgraph-kit';
import { Column, PrimaryColumn } from 'typeorm';
import { packageDate, packageFlag } from './package-values.js';

/**
 * A row of the care-insurance package: found by 被保険者番号, which is the sector's own id of a person and never
 * leaves, and named by 整理番号, which tells nothing of anybody.
 */
export abstract class PackageRow extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ name: 'seiri_no', type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'hihokensha_no', type: 'varchar', length: 64 })
  localId!: string;
}

/** A row that may speak of others too, and that its office may keep to itself. */
export abstract class SharedPackageRow extends PackageRow {
  /** 被保険者番号 of everybody else of whom it tells something, comma-separated. */
  @Column({ name: 'kanren_hihokensha_no', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;
}

/** Columns of the package, by their names there. */
export const TextColumn = (name: string, length = 128): PropertyDecorator =>
  Column({ name, type: 'varchar', length, nullable: true });
export const NoteColumn = (name: string): PropertyDecorator => Column({ name, type: 'text', nullable: true });
export const DateColumn = (name: string, none?: string): PropertyDecorator =>
  Column({ name, type: 'varchar', length: 8, transformer: packageDate(none) });
export const FlagColumn = (name: string): PropertyDecorator =>
  Column({ name, type: 'varchar', length: 1, nullable: true, transformer: packageFlag });
