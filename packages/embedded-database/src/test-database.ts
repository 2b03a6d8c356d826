import { randomBytes } from 'node:crypto';
import { administer, withLock } from './administer.js';
import {
  closeDatabase,
  ensureDatabase,
  ensureRole,
  grantRows,
  urlsOf,
  type DatabaseUrls,
  type Names,
} from './ensure-database.js';
import { databaseName, quoted, urlOf } from './names.js';

export interface TestDatabaseOptions {
  /** Start as a copy of this one (about 40 ms) instead of empty. */
  readonly template?: TemplateDatabase | undefined;
  /** Superuser URL of the server; default `KASANE_TEST_POSTGRES`, which jest's global setup provides. */
  readonly server?: string | undefined;
}

export interface TestDatabase extends DatabaseUrls {
  /** Superuser, on this database: for a test that has to do what no role of the hub may do. */
  readonly adminUrl: string;
  /** Ends its connections and deletes it. Not calling it is no leak: the run's server is thrown away. */
  drop(): Promise<void>;
}

/** A prepared database that tests copy. */
export interface TemplateDatabase {
  readonly names: Names;
  readonly server: string;
}

/**
 * A database of its own for one test, with the same two roles as in production.
 *
 * @example
 * const template = await createTemplateDatabase('elder-care', async (urls) => migrate(urls));
 * const database = await createTestDatabase('elder-care', { template });
 * await database.drop();
 */
export async function createTestDatabase(
  name: string,
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const { template } = options;
  const server = options.server ?? template?.server ?? testServer();
  // 18 characters of prefix and suffix: the name may have what is left.
  const database = databaseName(
    `${runPrefix()}${databaseName(name).slice(0, 36)}_${randomBytes(4).toString('hex')}`,
  );
  if (!template) {
    const urls = await ensureDatabase(server, database);
    const roles = [`${database}_owner`, `${database}_app`];
    return { ...urls, adminUrl: urlOf(server, database), drop: () => drop(server, database, roles) };
  }
  const names = { ...template.names, database };
  await administer(server, async (client) => {
    // FILE_COPY: a third of the time of the default, which is made for busy servers.
    const source = `TEMPLATE ${quoted(template.names.database)} STRATEGY FILE_COPY`;
    await client.query(`CREATE DATABASE ${quoted(database)} OWNER ${quoted(names.owner)} ${source}`);
    await closeDatabase(client, names);
  });
  return {
    ...urlsOf(server, names),
    adminUrl: urlOf(server, database),
    drop: () => drop(server, database, []),
  };
}

/**
 * Prepares a database once per test run, however many jest workers ask for it at once: the name decides, so two
 * that are prepared differently need two names. `prepare` must close its connections, for PostgreSQL does not
 * copy a database that is in use.
 */
export async function createTemplateDatabase(
  name: string,
  prepare: (urls: DatabaseUrls) => Promise<void>,
  server: string = testServer(),
): Promise<TemplateDatabase> {
  const database = databaseName(`${runPrefix()}${databaseName(name).slice(0, 36)}_template`);
  const names = { database, owner: `${database}_owner`, app: `${database}_app` };
  await administer(server, (client) =>
    withLock(client, database, async () => {
      const { rows } = await client.query<{ done: boolean }>(
        `SELECT shobj_description(oid, 'pg_database') = 'prepared' AS done FROM pg_database WHERE datname = $1`,
        [database],
      );
      if (rows[0]?.done) return;
      // Half made by a run that failed: start again.
      await client.query(`DROP DATABASE IF EXISTS ${quoted(database)} WITH (FORCE)`);
      for (const role of [names.owner, names.app]) await ensureRole(client, server, role);
      await client.query(`CREATE DATABASE ${quoted(database)} OWNER ${quoted(names.owner)}`);
      await closeDatabase(client, names);
      await administer(urlOf(server, database), (inside) => grantRows(inside, names));
      await prepare(urlsOf(server, names));
      await client.query(`COMMENT ON DATABASE ${quoted(database)} IS 'prepared'`);
    }),
  );
  return { names, server };
}

/** Deletes every database and role that this test run made: for a server that outlives the run. */
export async function dropTestDatabases(server: string = testServer()): Promise<void> {
  const mine = `${runPrefix().replaceAll('_', '\\_')}%`;
  await administer(server, async (client) => {
    const databases = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE datname LIKE $1',
      [mine],
    );
    for (const { name } of databases.rows) await client.query(`DROP DATABASE ${quoted(name)} WITH (FORCE)`);
    const roles = await client.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1',
      [mine],
    );
    for (const { name } of roles.rows) await client.query(`DROP ROLE ${quoted(name)}`);
  });
}

async function drop(server: string, database: string, roles: readonly string[]): Promise<void> {
  await administer(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${quoted(database)} WITH (FORCE)`);
    for (const role of roles) await client.query(`DROP ROLE IF EXISTS ${quoted(role)}`);
  });
}

function testServer(): string {
  const url = process.env['KASANE_TEST_POSTGRES'];
  if (url) return url;
  throw new Error('KASANE_TEST_POSTGRES is not set: run tests with .config/jest.js, which starts a server.');
}

/** Marks what belongs to one test run; jest's global setup chooses it before the workers start. */
const runPrefix = (): string => `t_${process.env['KASANE_TEST_RUN'] ?? 'local'}_`;
