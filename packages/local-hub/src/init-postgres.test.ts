import { startEmbeddedPostgres, type EmbeddedServer } from '@kasane/embedded-database';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { recordInitScript } from './init-scripts.fixtures.js';

const sectors = ['COLLABORATION', 'ELDER_CARE', 'CHILD_FAMILY', 'LIVELIHOOD_SUPPORT'];
/** `ELDER_CARE_APP_PASSWORD` → `ELDERCAREAPP1` */
const passwords = Object.fromEntries(
  sectors.flatMap((sector) =>
    ['OWNER', 'APP'].map((role) => [`${sector}_${role}_PASSWORD`, `${sector.replaceAll('_', '')}${role}1`]),
  ),
);

let server: EmbeddedServer;
const ask = async (url: string, sql: string): Promise<unknown> => {
  const source = await new DataSource({ type: 'postgres', url, installExtensions: false }).initialize();
  return source.query(sql).finally(() => source.destroy());
};
const as = (database: string, user: string, password: string): string => {
  const url = new URL(server.adminUrl);
  return Object.assign(url, { pathname: `/${database}`, username: user, password }).href;
};

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kasane-init-postgres-'));
  server = await startEmbeddedPostgres({ dataDir, disposable: true });
  for (const { args, sql } of await recordInitScript('init-postgres.sh', 'psql', {
    POSTGRES_USER: 'x',
    ...passwords,
  })) {
    const { username, password } = new URL(server.adminUrl);
    const url = as(args[args.indexOf('--dbname') + 1] ?? '', username, password);
    for (const statement of sql.split(';').filter((text) => text.trim() !== '')) await ask(url, statement);
  }
});
afterAll(() => server.stop());

describe('the init script of the compose file', () => {
  test('gives the runtime role the rows of what the owner makes, and nothing else', async () => {
    const owner = as('elder_care', 'elder_care_owner', 'ELDERCAREOWNER1');
    const app = as('elder_care', 'elder_care_app', 'ELDERCAREAPP1');
    await ask(owner, 'CREATE TABLE contact (id serial PRIMARY KEY)');
    await ask(app, 'INSERT INTO contact DEFAULT VALUES');
    expect(await ask(app, 'SELECT id FROM contact')).toEqual([{ id: 1 }]);
    for (const sql of [
      'CREATE TABLE mine (id int)',
      'TRUNCATE contact',
      'CREATE TEMPORARY TABLE t (id int)',
    ]) {
      await expect(ask(app, sql)).rejects.toThrow('permission denied');
    }
  });

  test('keeps each subgraph out of the others', async () => {
    for (const database of ['collaboration', 'child_family', 'livelihood_support', 'postgres', 'template1']) {
      const foreign = as(database, 'elder_care_owner', 'ELDERCAREOWNER1');
      await expect(ask(foreign, 'SELECT 1')).rejects.toThrow('permission denied for database');
    }
  });

  test('gives the same rights as the embedded server does', async () => {
    await server.ensureDatabase('reference');
    const rights = async (database: string): Promise<string> => {
      const { username, password } = new URL(server.adminUrl);
      const rows = await ask(
        as(database, username, password),
        `SELECT 'default' AS what, defaclobjtype::text AS of, defaclacl::text AS acl FROM pg_default_acl
         UNION ALL SELECT 'schema', nspname, nspacl::text FROM pg_namespace WHERE nspname = 'public'
         UNION ALL SELECT 'database', '', datacl::text FROM pg_database WHERE datname = current_database()
         ORDER BY 1, 2, 3`,
      );
      return JSON.stringify(rows).replaceAll(database, 'SECTOR');
    };
    const reference = await rights('reference');
    for (const sector of sectors) expect(await rights(sector.toLowerCase())).toBe(reference);
  });

  test('refuses a password that would not stay inside its quotes', async () => {
    const env = {
      POSTGRES_USER: 'x',
      ...passwords,
      ELDER_CARE_APP_PASSWORD: `x'; DROP DATABASE postgres; --`,
    };
    await expect(recordInitScript('init-postgres.sh', 'psql', env)).rejects.toThrow(/letters and digits/);
  });
});
