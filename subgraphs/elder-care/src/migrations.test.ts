import 'reflect-metadata';
import { afterEach, expect, test } from '@jest/globals';
import { dataSourceOptions, openDatabase, Reader } from '@kasane/subgraph-kit';
import { createTestDatabase, type TestDatabase } from '@kasane/subgraph-kit/testing';
import { DataSource } from 'typeorm';
import { CareNeedCertification } from './certification/care-need-certification.js';
import { elderCare } from './elder-care.js';
import { PackageTables1763770012000 } from './migrations.js';
import { CareServiceUse } from './service-use/care-service-use.js';

let database: TestDatabase;
let opened: DataSource | undefined;
afterEach(async () => {
  await opened?.destroy();
  opened = undefined;
  await database.drop();
});

const open = async (migrations = elderCare.migrations): Promise<DataSource> => {
  const { url, migrationUrl } = database;
  await opened?.destroy();
  opened = await openDatabase({ databaseUrl: url, migrationUrl, entities: elderCare.entities, migrations });
  return opened;
};
async function asOwner(...statements: readonly string[]): Promise<void> {
  const owner = await new DataSource(dataSourceOptions(database.migrationUrl, { entities: [] })).initialize();
  for (const sql of statements) await owner.query(sql);
  await owner.destroy();
}
const everyRow = (): string => '1 = 1';

test('what a database held in its first tables is there in the package’s, value by value', async () => {
  database = await createTestDatabase('first-tables');
  const first = await open(elderCare.migrations.filter((each) => each !== PackageTables1763770012000));
  await first.query(
    `INSERT INTO care_need_certification VALUES
      ('a', '9000000001', '2025-05-26', 'CERTIFIED', '22', '2025-06-24', '2025-05-26', '2027-05-31'),
      ('b', '9000000001', '2026-11-09', 'APPLIED', NULL, NULL, NULL, NULL)`,
  );
  await first.query(
    `INSERT INTO care_service_use VALUES ('s', '9000000001', '訪問介護', NULL, '週1回', '2025-10-13', NULL)`,
  );
  const reader = new Reader((await open()).manager);
  expect(await reader.rows(CareNeedCertification, everyRow, { id: 'ASC' })).toMatchObject([
    {
      localId: '9000000001',
      appliedOn: '2025-05-26',
      status: '2',
      level: '22',
      certifiedOn: '2025-06-24',
      validFrom: '2025-05-26',
      validUntil: '2027-05-31',
    },
    { appliedOn: '2026-11-09', status: '1', level: null, certifiedOn: null, validUntil: null },
  ]);
  expect(await reader.rows(CareServiceUse, everyRow)).toMatchObject([
    { kind: '訪問介護', provider: null, frequency: '週1回', from: '2025-10-13', to: null },
  ]);
});

test('a package that is there is read through views of its tables, and nothing of it is made anew', async () => {
  database = await createTestDatabase('package');
  const columns = `kanri_bango AS seiri_no, hihoban AS hihokensha_no, riyo_kaishi AS kaishi_ymd, riyo_shuryo AS shuryo_ymd,
    naiyo AS service_shurui, NULL::varchar AS jigyosho, NULL::varchar AS hindo, NULL::varchar AS shisetsu_flg, NULL::int AS shikyu_gendo_tani`;
  await asOwner(
    'CREATE TABLE jisseki (kanri_bango varchar(9) PRIMARY KEY, hihoban char(10), riyo_kaishi char(8), riyo_shuryo char(8), naiyo varchar(40))',
    `INSERT INTO jisseki VALUES ('000000001', '9000000001', '20251013', '99999999', '訪問介護')`,
    `CREATE VIEW kg_service_riyo AS SELECT ${columns} FROM jisseki`,
  );
  const source = await open();
  expect(
    await new Reader(source.manager).rows(
      CareServiceUse,
      ({ column, value }) => `${column('localId')} = ${value('9000000001')}`,
    ),
  ).toMatchObject([{ id: '000000001', kind: '訪問介護', from: '2025-10-13', to: null, isResidential: null }]);
  await expect(source.query('SELECT 1 FROM care_service_use')).rejects.toThrow('does not exist');
});
