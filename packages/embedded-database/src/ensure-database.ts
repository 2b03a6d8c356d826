import type pg from 'pg';
import { administer, withLock } from './administer.js';
import { databaseName, quoted, rolePassword, urlOf } from './names.js';

export interface DatabaseUrls {
  /** Connects as the runtime role: reads and writes rows, makes and changes no table. */
  readonly url: string;
  /** Connects as the owner: runs the migrations, and nothing else. */
  readonly migrationUrl: string;
  /** Name of the runtime role, for a migration that takes a right away from it (the ledger's does). */
  readonly appRole: string;
}

/**
 * One database and two roles for one subgraph, made if missing and put right if not.
 * `<name>_owner` owns database and tables; `<name>_app` gets rows of the tables that the owner makes;
 * PUBLIC, and with it every other subgraph's roles, gets nothing, not even a connection.
 *
 * @param adminUrl of a superuser, e.g. `EmbeddedServer.adminUrl`
 */
export async function ensureDatabase(adminUrl: string, name: string): Promise<DatabaseUrls> {
  const database = databaseName(name);
  const names = { database, owner: `${database}_owner`, app: `${database}_app` };
  await administer(adminUrl, (client) =>
    // Two starts at once would both find nothing and both create.
    withLock(client, `kasane database ${database}`, async () => {
      for (const role of [names.owner, names.app]) await ensureRole(client, adminUrl, role);
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (rowCount === 0)
        await client.query(`CREATE DATABASE ${quoted(database)} OWNER ${quoted(names.owner)}`);
      await closeDatabase(client, names);
    }),
  );
  await administer(urlOf(adminUrl, database), (client) => grantRows(client, names));
  return urlsOf(adminUrl, names);
}

export interface Names {
  readonly database: string;
  readonly owner: string;
  readonly app: string;
}

export function urlsOf(adminUrl: string, { database, owner, app }: Names): DatabaseUrls {
  const as = (user: string): string =>
    urlOf(adminUrl, database, { user, password: rolePassword(adminUrl, user) });
  return { url: as(app), migrationUrl: as(owner), appRole: app };
}

export async function ensureRole(client: pg.Client, adminUrl: string, role: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  // The password is base64url: it holds no quote.
  const rights = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${rolePassword(adminUrl, role)}'`;
  await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${quoted(role)} ${rights}`);
}

/** A new database lets everyone in; this one lets in its own two roles. */
export async function closeDatabase(client: pg.Client, { database, app }: Names): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${quoted(database)} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${quoted(database)} TO ${quoted(app)}`);
}

/** Lives in the database itself, so a clone of a template has it already. */
export async function grantRows(client: pg.Client, { owner, app }: Names): Promise<void> {
  const defaults = `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoted(owner)}`;
  await client.query(
    [
      'REVOKE ALL ON SCHEMA public FROM PUBLIC',
      `GRANT USAGE ON SCHEMA public TO ${quoted(app)}`,
      `${defaults} IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${quoted(app)}`,
      `${defaults} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${quoted(app)}`,
      // PUBLIC may execute a new function unless told otherwise, and only the global default can be told.
      `${defaults} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`,
      `${defaults} GRANT EXECUTE ON FUNCTIONS TO ${quoted(app)}`,
    ].join(';\n'),
  );
}
