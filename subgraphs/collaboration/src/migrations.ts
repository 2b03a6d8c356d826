import { flagColumn, keyColumn, longTextColumn, textColumn } from '@kasane/subgraph-kit';
import {
  Table,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm';

const json = (name: string): TableColumnOptions => ({ name, type: 'jsonb' });
const instant = (name: string): TableColumnOptions => ({ name, type: 'timestamptz' });
const period = [textColumn('from_date', 10), textColumn('to_date', 10, true)];

export class CollaborationTables1763770002000 implements MigrationInterface {
  name = 'CollaborationTables1763770002000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const table = async (
      name: string,
      columns: TableColumnOptions[],
      ...indexed: string[][]
    ): Promise<void> => {
      await queryRunner.createTable(new Table({ name, columns }));
      for (const columnNames of indexed)
        await queryRunner.createIndex(
          name,
          new TableIndex({ name: `${name}_${columnNames.join('_')}`, columnNames }),
        );
    };
    await table('district', [
      keyColumn('id'),
      textColumn('name', 128),
      textColumn('local_government_code', 6),
    ]);
    await table('office', [
      keyColumn('code'),
      textColumn('name', 256),
      textColumn('address', 256, true),
      textColumn('host_facility', 256, true),
      textColumn('kind', 64),
      textColumn('sector_id', 64, true),
      textColumn('operation_mode', 16),
      textColumn('status', 16),
      flagColumn('city_wide'),
      textColumn('note', 512, true),
      textColumn('local_government_code', 6),
    ]);
    await table('person', [
      keyColumn('id'),
      textColumn('name', 256),
      textColumn('kana', 256, true),
      textColumn('roman_name', 256, true),
      textColumn('birth_date', 10, true),
      textColumn('sex', 8),
      textColumn('address', 256, true),
      textColumn('phone', 64, true),
      textColumn('nationality', 2, true),
      textColumn('languages', 64, true),
      longTextColumn('language_need'),
      textColumn('search_key', 512),
    ]);
    await table('household', [
      keyColumn('id'),
      textColumn('kind', 16),
      textColumn('local_government_code', 6),
      textColumn('district_id', 64, true),
    ]);
    await table(
      'household_member',
      [
        keyColumn('household_id'),
        keyColumn('person_id'),
        textColumn('relation', 32),
        ...period,
        { name: 'position', type: 'int' },
      ],
      ['person_id'],
    );
    await table(
      'support_case',
      [
        keyColumn('id'),
        textColumn('household_id', 64),
        { ...textColumn('number', 64), isUnique: true },
        textColumn('status', 32),
        textColumn('opened_on', 10),
        textColumn('closed_on', 10, true),
      ],
      ['household_id'],
    );
    await table(
      'roster_seat',
      [
        keyColumn('id'),
        textColumn('case_id', 64),
        textColumn('office_code', 64),
        textColumn('staff_id', 64, true),
        textColumn('staff_name', 128, true),
        textColumn('role', 32),
        flagColumn('for_everyone'),
        ...period,
      ],
      ['case_id'],
      ['office_code', 'staff_id'],
    );
    await table('roster_seat_person', [keyColumn('seat_id'), keyColumn('person_id')], ['person_id']);
    await table(
      'consent',
      [
        keyColumn('id'),
        textColumn('schema_version', 16),
        textColumn('subject_id', 64),
        json('grantors'),
        textColumn('notice_id', 64),
        textColumn('notice_version', 32),
        textColumn('notice_language', 16),
        json('purposes'),
        json('rules'),
        instant('valid_from'),
        instant('valid_until'),
        textColumn('supersedes_id', 64, true),
      ],
      ['subject_id'],
    );
    await table('consent_event', [
      keyColumn('consent_id'),
      { name: 'seq', type: 'int', isPrimary: true },
      instant('at'),
      textColumn('state', 16),
      textColumn('expression', 32),
      textColumn('expressed_by', 256),
      textColumn('recorded_by', 64),
      json('witnesses'),
    ]);
    // What a person said about consent is evidence: nobody, not even the owner, changes it afterwards.
    await queryRunner.query(`CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'consents are append-only'; END $$`);
    for (const name of ['consent', 'consent_event'])
      await queryRunner.query(
        `CREATE TRIGGER ${name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of [
      'consent_event',
      'consent',
      'roster_seat_person',
      'roster_seat',
      'support_case',
      'household_member',
      'household',
      'person',
      'office',
      'district',
    ])
      await queryRunner.dropTable(name);
    await queryRunner.query('DROP FUNCTION refuse_change()');
  }
}
