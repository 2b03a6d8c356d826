import type {
  ContactMethod,
  OfficeKind,
  OfficeStatus,
  OperationMode,
  PersonId,
  ResponsibilityRole,
} from '@kasane/vocabulary';
import {
  Column,
  Entity,
  PrimaryColumn,
  Table,
  TableColumn,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { LinkEvent, PersonLinking1763770020000 } from './links/link-tables.js';
import { LocalPerson } from './links/local-person.js';
import { PersonalRecord, type LocalRecord, type Seal } from './subjects.js';
import {
  createRecordTables,
  flagColumn,
  keyColumn,
  longTextColumn,
  recordTable,
  textColumn,
} from './tables.js';

/** Whether a link was confirmed by a human. A suggested link gives no data. */
export const LinkStatus = {
  SUGGESTED: 'SUGGESTED',
  CONFIRMED: 'CONFIRMED',
  REJECTED: 'REJECTED',
  UNLINKED: 'UNLINKED',
} as const;
export type LinkStatus = (typeof LinkStatus)[keyof typeof LinkStatus];

/** That a person of the hub is a person of this sector's system. Owned by the sector; the hub keeps no local id. */
@Entity('person_link')
export class PersonLink {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  @PrimaryColumn({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ type: 'varchar', length: 16 })
  status!: LinkStatus;

  /** How it was found: by hand, by name and birth date, … */
  @Column({ type: 'varchar', length: 32 })
  method!: string;

  /** 0 to 100, of one that was found by comparing. */
  @Column({ type: 'int', nullable: true })
  score!: number | null;

  @Column({ name: 'confirmed_by', type: 'varchar', length: 64, nullable: true })
  confirmedBy!: string | null;

  @Column({ name: 'confirmed_on', type: 'varchar', length: 10, nullable: true })
  confirmedOn!: string | null;
}

/** Which office, and which worker in it, is responsible for a person of this sector, from when to when. */
@Entity('responsibility')
export class ResponsibilityRow extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: string;

  @Column({ name: 'staff_id', type: 'varchar', length: 64, nullable: true })
  staffId!: string | null;

  @Column({ name: 'staff_name', type: 'varchar', length: 128, nullable: true })
  staffName!: string | null;

  @Column({ type: 'varchar', length: 16 })
  role!: ResponsibilityRole;

  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;

  @Column({ name: 'to_date', type: 'varchar', length: 10, nullable: true })
  to!: string | null;
}

/** One meeting of staff with a person: the sector's contact log. */
@Entity('contact_log')
export class ContactRow extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Column({ name: 'held_on', type: 'varchar', length: 10 })
  on!: string;

  @Column({ type: 'varchar', length: 32 })
  method!: ContactMethod;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: string;

  @Column({ name: 'staff_name', type: 'varchar', length: 128 })
  staffName!: string;

  @Column({ type: 'text' })
  summary!: string;

  @Column({ type: 'varchar', length: 16, nullable: true })
  seal!: Seal | null;
}

/** That this sector released one of its records to a session, until it expires or is taken back. */
@Entity('record_release')
export class ReleaseRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'session_id', type: 'varchar', length: 64 })
  sessionId!: string;

  /** See `recordKey`. */
  @Column({ name: 'record_id', type: 'varchar', length: 128 })
  recordId!: string;

  @Column({ name: 'released_by', type: 'varchar', length: 64 })
  releasedBy!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: string;

  /** Instants as ISO 8601 in UTC: the same text, in the same order, in every database. */
  @Column({ name: 'released_at', type: 'varchar', length: 24 })
  releasedAt!: string;

  @Column({ name: 'expires_at', type: 'varchar', length: 24 })
  expiresAt!: string;

  @Column({ name: 'taken_back_at', type: 'varchar', length: 24, nullable: true })
  takenBackAt!: string | null;
}

/** An office of this sector, as published. */
@Entity('office')
export class OfficeRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  code!: string;

  @Column({ type: 'varchar', length: 256 })
  name!: string;

  @Column({ type: 'varchar', length: 256, nullable: true })
  address!: string | null;

  @Column({ name: 'host_facility', type: 'varchar', length: 256, nullable: true })
  hostFacility!: string | null;

  @Column({ type: 'varchar', length: 64 })
  kind!: OfficeKind;

  @Column({ name: 'operation_mode', type: 'varchar', length: 16 })
  operationMode!: OperationMode;

  @Column({ type: 'varchar', length: 16 })
  status!: OfficeStatus;

  @Column({ name: 'city_wide', type: 'boolean' })
  cityWide!: boolean;

  @Column({ type: 'varchar', length: 512, nullable: true })
  note!: string | null;
}

/** That an office serves a district. */
@Entity('office_district')
export class OfficeDistrictRow {
  @PrimaryColumn({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: string;

  @PrimaryColumn({ name: 'district_id', type: 'varchar', length: 64 })
  districtId!: string;
}

/** The tables of this file, for the list of entities. */
export const sectorEntities = [
  PersonLink,
  LinkEvent,
  LocalPerson,
  ResponsibilityRow,
  ContactRow,
  ReleaseRow,
  OfficeRow,
  OfficeDistrictRow,
];

/** The tables that the kit reads in every sector, whatever the sector's own look like. Runs on PostgreSQL and MariaDB. */
export class SectorTables1763770000000 implements MigrationInterface {
  name = 'SectorTables1763770000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'person_link',
        columns: [
          keyColumn('person_id'),
          keyColumn('local_id'),
          textColumn('status', 16),
          textColumn('method', 32),
          textColumn('confirmed_by', 64, true),
          textColumn('confirmed_on', 10, true),
        ],
      }),
    );
    await index(queryRunner, 'person_link', 'local_id');
    await createRecordTables(queryRunner, [
      recordTable('responsibility', [
        textColumn('office_code', 64),
        textColumn('staff_id', 64, true),
        textColumn('staff_name', 128, true),
        textColumn('role', 16),
        textColumn('from_date', 10),
        textColumn('to_date', 10, true),
      ]),
      recordTable('contact_log', [
        textColumn('also_about', 512, true),
        textColumn('held_on', 10),
        textColumn('method', 32),
        textColumn('office_code', 64),
        textColumn('staff_name', 128),
        longTextColumn('summary'),
      ]),
    ]);
    await index(queryRunner, 'responsibility', 'office_code');
    await queryRunner.createTable(
      new Table({
        name: 'office',
        columns: [
          keyColumn('code'),
          textColumn('name', 256),
          textColumn('address', 256, true),
          textColumn('host_facility', 256, true),
          textColumn('kind', 64),
          textColumn('operation_mode', 16),
          textColumn('status', 16),
          flagColumn('city_wide'),
          textColumn('note', 512, true),
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({ name: 'office_district', columns: [keyColumn('office_code'), keyColumn('district_id')] }),
    );
    await index(queryRunner, 'office_district', 'district_id');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['office_district', 'office', 'contact_log', 'responsibility', 'person_link'])
      await queryRunner.dropTable(table);
  }
}

/** What an owner seals, and what it releases to a session. */
export class SealsAndReleases1763770010000 implements MigrationInterface {
  name = 'SealsAndReleases1763770010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('contact_log', new TableColumn(textColumn('seal', 16, true)));
    await queryRunner.createTable(
      new Table({
        name: 'record_release',
        columns: [
          keyColumn('id'),
          textColumn('session_id', 64),
          textColumn('record_id', 128),
          textColumn('released_by', 64),
          textColumn('office_code', 64),
          textColumn('released_at', 24),
          textColumn('expires_at', 24),
          textColumn('taken_back_at', 24, true),
        ],
      }),
    );
    await index(queryRunner, 'record_release', 'session_id');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('record_release');
    await queryRunner.dropColumn('contact_log', 'seal');
  }
}

/** The migrations of this file, in their order. */
export const sectorMigrations = [
  SectorTables1763770000000,
  SealsAndReleases1763770010000,
  PersonLinking1763770020000,
];

const index = (queryRunner: QueryRunner, table: string, column: string): Promise<void> =>
  queryRunner.createIndex(table, new TableIndex({ name: `${table}_${column}`, columnNames: [column] }));
