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
import type { PersonId } from '@kasane/vocabulary';
import { integerColumn, keyColumn, longTextColumn, textColumn } from '../tables.js';

/** One step in the life of a link. */
export const LinkStep = {
  SEARCHED: 'SEARCHED',
  SUGGESTED: 'SUGGESTED',
  CONFIRMED: 'CONFIRMED',
  REJECTED: 'REJECTED',
  UNLINKED: 'UNLINKED',
} as const;
export type LinkStep = (typeof LinkStep)[keyof typeof LinkStep];

/** The history of links: append-only, in the sector's own database. */
@Entity('person_link_event')
export class LinkEvent {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  /** None of a search. */
  @Column({ name: 'local_id', type: 'varchar', length: 64, nullable: true })
  localId!: string | null;

  @Column({ type: 'varchar', length: 16 })
  step!: LinkStep;

  @Column({ type: 'varchar', length: 32, nullable: true })
  method!: string | null;

  @Column({ type: 'int', nullable: true })
  score!: number | null;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: string;

  /** ISO 8601 in UTC. */
  @Column({ type: 'varchar', length: 24 })
  at!: string;

  /** How it was checked, or why it was rejected or unlinked, in the worker's words. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}

const nullableText = (name: string) => textColumn(name, 256, true);
const keyText = (name: string) => textColumn(name, 256);

export class PersonLinking1763770020000 implements MigrationInterface {
  name = 'PersonLinking1763770020000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('person_link', new TableColumn(integerColumn('score')));
    await queryRunner.createTable(
      new Table({
        name: 'local_person',
        columns: [
          keyColumn('local_id'),
          textColumn('name', 256),
          ...['kana', 'roman_name', 'former_name', 'former_kana', 'alias_name', 'alias_kana'].map(
            nullableText,
          ),
          textColumn('birth_date', 10, true),
          nullableText('address'),
          ...['name_key', 'kana_key', 'roman_key', 'former_name_key', 'former_kana_key'].map(keyText),
          ...['alias_name_key', 'alias_kana_key', 'address_key'].map(keyText),
        ],
      }),
    );
    for (const column of SEARCHED)
      await queryRunner.createIndex(
        'local_person',
        new TableIndex({ name: `local_person_${column}`, columnNames: [column] }),
      );
    await queryRunner.createTable(
      new Table({
        name: 'person_link_event',
        columns: [
          keyColumn('id'),
          textColumn('person_id', 64),
          textColumn('local_id', 64, true),
          textColumn('step', 16),
          textColumn('method', 32, true),
          integerColumn('score'),
          textColumn('staff_id', 64),
          textColumn('office_code', 64),
          textColumn('at', 24),
          longTextColumn('reason'),
        ],
      }),
    );
    for (const columns of [['person_id'], ['staff_id', 'at'], ['step', 'at']])
      await queryRunner.createIndex(
        'person_link_event',
        new TableIndex({ name: `person_link_event_${columns.join('_')}`, columnNames: columns }),
      );
    await forbidChanges(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('person_link_event');
    await queryRunner.dropTable('local_person');
    await queryRunner.dropColumn('person_link', 'score');
    if (queryRunner.connection.options.type === 'postgres')
      await queryRunner.query('DROP FUNCTION person_link_event_refuse()');
  }
}

const SEARCHED = [
  'name_key',
  'kana_key',
  'roman_key',
  'former_name_key',
  'former_kana_key',
  'alias_name_key',
  'alias_kana_key',
  'birth_date',
];

/** Who confirmed a wrong link must not be able to make it another's: the database refuses every change of a step. */
async function forbidChanges(queryRunner: QueryRunner): Promise<void> {
  if (queryRunner.connection.options.type !== 'postgres') {
    for (const change of ['UPDATE', 'DELETE'])
      await queryRunner.query(
        `CREATE TRIGGER person_link_event_no_${change.toLowerCase()} BEFORE ${change} ON person_link_event FOR EACH ROW
         SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the history of links is append-only'`,
      );
    return;
  }
  await queryRunner.query(`
    CREATE FUNCTION person_link_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the history of links is append-only';
    END $$`);
  await queryRunner.query(`
    CREATE TRIGGER person_link_event_no_change BEFORE UPDATE OR DELETE ON person_link_event
    FOR EACH ROW EXECUTE FUNCTION person_link_event_refuse()`);
  await queryRunner.query(`
    CREATE TRIGGER person_link_event_no_truncate BEFORE TRUNCATE ON person_link_event
    FOR EACH STATEMENT EXECUTE FUNCTION person_link_event_refuse()`);
}
