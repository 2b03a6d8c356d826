import { createRecordTables, longTextColumn, recordTable, textColumn } from '@kasane/subgraph-kit';
import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { CertificationStatus } from './certification/certification-codes.js';
import { packageTables } from './package/package-tables.js';
import { NoDate } from './package/package-values.js';

export class ElderCareTables1763770001000 implements MigrationInterface {
  name = 'ElderCareTables1763770001000';

  up(queryRunner: QueryRunner): Promise<void> {
    return createRecordTables(queryRunner, [
      recordTable('care_need_certification', [
        textColumn('applied_on', 10),
        textColumn('status', 16),
        textColumn('level_code', 8, true),
        textColumn('certified_on', 10, true),
        textColumn('valid_from', 10, true),
        textColumn('valid_until', 10, true),
      ]),
      recordTable('care_plan', [
        textColumn('made_on', 10),
        textColumn('care_manager', 128, true),
        longTextColumn('wishes'),
        longTextColumn('long_term_goal'),
        longTextColumn('short_term_goal'),
      ]),
      recordTable('care_service_use', [
        textColumn('kind', 128),
        textColumn('provider', 256, true),
        textColumn('frequency', 64, true),
        textColumn('from_date', 10),
        textColumn('to_date', 10, true),
      ]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['care_service_use', 'care_plan', 'care_need_certification'])
      await queryRunner.dropTable(table);
  }
}

/**
 * The tables in the shape of the package. A table or view that is there already is the package's, and left as it is.
 * What was written into the first tables goes along: a database that was filled is never filled again.
 */
export class PackageTables1763770012000 implements MigrationInterface {
  name = 'PackageTables1763770012000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const made = new Set<string>();
    for (const [name, columns] of Object.entries(packageTables)) {
      if (await queryRunner.hasTable(name)) continue;
      made.add(name);
      const table = new Table({ name, columns: [...keys, ...columns] });
      await queryRunner.createTable(table);
      await queryRunner.createIndex(
        table,
        new TableIndex({ name: `${name}_hihokensha`, columnNames: ['hihokensha_no'] }),
      );
    }
    for (const { from, to, columns } of moved) {
      const names = Object.keys(columns).join(', ');
      if (made.has(to))
        await queryRunner.query(
          `INSERT INTO ${to} (seiri_no, hihokensha_no, ${names}) SELECT id, local_id, ${Object.values(columns).join(', ')} FROM ${from}`,
        );
      await queryRunner.dropTable(from);
    }
  }

  /** @throws always: what this found it cannot tell from what it made, and would drop the package's own tables. */
  down(): Promise<void> {
    return Promise.reject(
      new Error('The tables may be the package’s own: whoever knows drops them by hand.'),
    );
  }
}

const keys = [{ ...textColumn('seiri_no', 64), isPrimary: true }, textColumn('hihokensha_no', 64)];
const dateOf = (column: string, none: string = NoDate.UNSET): string =>
  `COALESCE(REPLACE(${column}, '-', ''), '${none}')`;
const codes = Object.entries(CertificationStatus).map(([status, code]) => `WHEN '${status}' THEN '${code}'`);

/** What a first table held, by the package's column. */
const moved = [
  {
    from: 'care_need_certification',
    to: 'kg_nintei',
    columns: {
      shinsei_ymd: dateOf('applied_on'),
      jokyo_kbn: `CASE status ${codes.join(' ')} ELSE status END`,
      yokaigo_jotai_kbn_cd: 'level_code',
      nintei_ymd: dateOf('certified_on'),
      yuko_kaishi_ymd: dateOf('valid_from'),
      yuko_shuryo_ymd: dateOf('valid_until'),
    },
  },
  {
    from: 'care_plan',
    to: 'kg_keikaku',
    columns: {
      sakusei_ymd: dateOf('made_on'),
      keikaku_tanto_shimei: 'care_manager',
      iko: 'wishes',
      choki_mokuhyo: 'long_term_goal',
      tanki_mokuhyo: 'short_term_goal',
    },
  },
  {
    from: 'care_service_use',
    to: 'kg_service_riyo',
    columns: {
      service_shurui: 'kind',
      jigyosho: 'provider',
      hindo: 'frequency',
      kaishi_ymd: dateOf('from_date'),
      shuryo_ymd: dateOf('to_date', NoDate.OPEN_END),
    },
  },
] as const;
