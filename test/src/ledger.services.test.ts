import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase } from '@kasane/embedded-database';
import {
  createLedger,
  ledgerEntity,
  ledgerMigrations,
  verifyLedger,
  type LedgerRecord,
} from '@kasane/ledger';
import { officeCode, personId, sectorId, staffId } from '@kasane/vocabulary';
import { randomBytes } from 'node:crypto';
import { DataSource, type DataSourceOptions } from 'typeorm';

const postgresServer =
  process.env['KASANE_TEST_SERVICES_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/postgres';
const mariadbServer = process.env['KASANE_TEST_SERVICES_MARIADB'] ?? 'mysql://root@127.0.0.1:3306/test';
const NAME = 'disability-support';

const record = (requestId: string, person = 'person-1'): LedgerRecord => ({
  kind: 'DISCLOSURE',
  requestId,
  viewer: {
    staffId: staffId('staff-kato'),
    office: officeCode('regional-welfare'),
    capacity: 'CITY_STAFF',
    roles: ['COORDINATOR'],
    purpose: 'ASSESSMENT',
  },
  person: personId(person),
  sector: sectorId(NAME),
  outcome: 'PERMITTED',
  items: [
    {
      category: 'DISABILITY_CERT',
      level: 'DETAIL',
      fields: ['Certificate.grade'],
      rule: 'CONSENT',
      evidence: 'c-1',
    },
  ],
  policyVersion: '2026-11-22.1',
});

/** A database on a server of the machine, and who may do what in it. */
interface ServerDatabase {
  readonly app: DataSource;
  readonly owner: DataSource;
  /** Makes the table changeable, as its owner could. */
  unlock(): Promise<void>;
  close(): Promise<void>;
}

const connect = (options: DataSourceOptions): Promise<DataSource> =>
  new DataSource({
    ...options,
    entities: [ledgerEntity],
    synchronize: false,
    logging: false,
  } as DataSourceOptions).initialize();

async function onPostgres(): Promise<ServerDatabase> {
  const database = await createTestDatabase('ledger-services', { server: postgresServer });
  const { url, migrationUrl, appRole } = database;
  const options = { type: 'postgres', installExtensions: false } as const;
  const owner = await connect({
    ...options,
    url: migrationUrl,
    migrations: [...ledgerMigrations({ appRole })],
  });
  await owner.runMigrations();
  const app = await connect({ ...options, url });
  return {
    app,
    owner,
    unlock: () => owner.query('ALTER TABLE ledger_entry DISABLE TRIGGER USER'),
    async close() {
      await Promise.all([app.destroy(), owner.destroy()]);
      await database.drop();
    },
  };
}

async function onMariadb(): Promise<ServerDatabase> {
  const name = `kasane_${randomBytes(4).toString('hex')}`;
  const server = await connect({ type: 'mariadb', url: mariadbServer });
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const password = randomBytes(12).toString('hex');
  await server.query(`CREATE USER '${name}'@'%' IDENTIFIED BY '${password}'`);
  const url = new URL(mariadbServer);
  url.pathname = `/${name}`;
  const owner = await connect({ type: 'mariadb', url: url.href, migrations: [...ledgerMigrations()] });
  await owner.runMigrations();
  await server.query(`GRANT SELECT, INSERT ON ${name}.ledger_entry TO '${name}'@'%'`);
  Object.assign(url, { username: name, password });
  const app = await connect({ type: 'mariadb', url: url.href });
  return {
    app,
    owner,
    async unlock() {
      for (const trigger of ['ledger_no_update', 'ledger_no_delete'])
        await owner.query(`DROP TRIGGER ${trigger}`);
    },
    async close() {
      await Promise.all([app.destroy(), owner.destroy()]);
      await server.query(`DROP DATABASE ${name}`);
      await server.query(`DROP USER '${name}'@'%'`);
      await server.destroy();
    },
  };
}

describe.each([
  ['PostgreSQL', onPostgres],
  ['MariaDB', onMariadb],
])('the ledger on %s', (server, open) => {
  let database: ServerDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  const verify = () => verifyLedger(database.app, { name: NAME });

  test('reads back what was appended, by person and by request, case for case', async () => {
    const ledger = createLedger({ dataSource: database.app, name: NAME });
    await ledger.append([record('r-1'), record('r-1', 'PERSON-1')]);
    expect(await ledger.entriesOf(personId('person-1'))).toMatchObject([{ ...record('r-1'), seq: 1 }]);
    expect(await ledger.entriesOfRequest('r-1')).toHaveLength(2);
    expect(await ledger.entriesOfRequest('R-1')).toEqual([]);
  });

  test('reads by person from the newest back, by several requests, and by time', async () => {
    const ledger = createLedger({ dataSource: database.app, name: NAME });
    const seqs = (entries: readonly { readonly seq: number }[]): readonly number[] =>
      entries.map(({ seq }) => seq);
    expect(seqs(await ledger.latestOf(personId('person-1'), { limit: 1 }))).toEqual([1]);
    expect(await ledger.latestOf(personId('person-1'), { before: 1 })).toEqual([]);
    expect(seqs(await ledger.entriesOfRequests(['r-1', 'R-1'], { after: 1 }))).toEqual([2]);
    const [from, to] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
    expect(seqs(await ledger.entriesBetween({ from, to }))).toEqual([1, 2]);
    expect(seqs(await ledger.entriesBetween({ from, to, after: 1, limit: 1 }))).toEqual([2]);
    expect(await ledger.entriesBetween({ from: to, to: new Date(to.getTime() + 1) })).toEqual([]);
  });

  test('tells whether it can be written without leaving an entry, with the rights of the runtime role', async () => {
    await createLedger({ dataSource: database.app, name: NAME }).check();
    const foreign = createLedger({ dataSource: database.app, name: 'elder-care' });
    await expect(foreign.check()).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(await verify()).toMatchObject({ entries: 2, problems: [] });
  });

  test('is one unbroken chain when several processes append at once', async () => {
    const others = await Promise.all(Array.from({ length: 3 }, () => connect(database.app.options)));
    const ledgers = [database.app, ...others].map((dataSource) => createLedger({ dataSource, name: NAME }));
    await Promise.all(
      ledgers.flatMap((ledger, l) =>
        Array.from({ length: 50 }, async (_, i) => {
          await new Promise((resolve) => setTimeout(resolve, i * 4));
          await ledger.append([record(`r-${l}-${i}`)]);
        }),
      ),
    );
    await Promise.all(others.map((other) => other.destroy()));
    expect(await verify()).toMatchObject({ entries: 202, problems: [] });
  });

  test.each([
    `UPDATE ledger_entry SET outcome = 'DENIED' WHERE seq = 1`,
    'DELETE FROM ledger_entry WHERE seq = 1',
    'TRUNCATE TABLE ledger_entry',
  ])('refuses the runtime role: %s', async (statement) => {
    await expect(database.app.query(statement)).rejects.toThrow(/denied/);
  });

  test.each([
    `UPDATE ledger_entry SET outcome = 'DENIED' WHERE seq = 1`,
    'DELETE FROM ledger_entry WHERE seq = 1',
    // MariaDB has no trigger on TRUNCATE; there the DROP privilege is the lock.
    ...(server === 'PostgreSQL'
      ? ['TRUNCATE TABLE ledger_entry']
      : [`REPLACE INTO ledger_entry SELECT * FROM ledger_entry WHERE seq = 202`]),
  ])('refuses the owner: %s', async (statement) => {
    await expect(database.owner.query(statement)).rejects.toThrow(/append-only/);
  });

  test('refuses an entry that does not follow the last one', async () => {
    const columns = (await database.app.query('SELECT * FROM ledger_entry WHERE seq = 1')) as [
      Record<string, unknown>,
    ];
    const { seq: _seq, ...rest } = columns[0];
    const names = Object.keys(rest).join(', ');
    const planted = `INSERT INTO ledger_entry (seq, ${names}) SELECT 9007199254740993, ${names} FROM ledger_entry WHERE seq = 1`;
    await expect(database.app.query(planted)).rejects.toThrow(/does not follow/);
  });

  test('has a table as the entity describes it', async () => {
    const { upQueries } = await database.owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('shows what its owner changed behind its back', async () => {
    await database.unlock();
    await database.owner.query(`UPDATE ledger_entry SET person_id = 'person-2' WHERE seq = 7`);
    await database.owner.query('DELETE FROM ledger_entry WHERE seq = 100');
    expect((await verify()).problems.map(({ seq }) => seq)).toEqual([7, 101, 101]);
  });
});
