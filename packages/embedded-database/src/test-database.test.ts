import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { administer } from './administer.js';
import { createTemplateDatabase, createTestDatabase, type TestDatabase } from './test-database.js';

const query = (url: string, sql: string): Promise<pg.QueryResult> =>
  administer(url, (client) => client.query(sql));

describe('the two roles of a database', () => {
  let database: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [database, other] = await Promise.all([
      createTestDatabase('elder-care'),
      createTestDatabase('elder-care'),
    ]);
    await query(
      database.migrationUrl,
      `CREATE TABLE contact (id serial PRIMARY KEY, at timestamptz DEFAULT now());
       CREATE TABLE ledger (id int);
       REVOKE UPDATE, DELETE, TRUNCATE ON ledger FROM ${database.appRole}`,
    );
  });
  afterAll(() => Promise.all([database.drop(), other.drop()]));

  test('the runtime role reads and writes rows of what the owner makes', async () => {
    await query(
      database.url,
      'INSERT INTO contact DEFAULT VALUES; UPDATE contact SET at = now(); DELETE FROM contact',
    );
    expect((await query(database.url, 'SELECT count(*)::int AS n FROM contact')).rows).toEqual([{ n: 0 }]);
  });

  test.each([
    ['make a table', 'CREATE TABLE mine (id int)'],
    ['make a temporary table', 'CREATE TEMPORARY TABLE mine (id int)'],
    ['change a table', 'ALTER TABLE contact ADD COLUMN more int'],
    ['empty a table at once', 'TRUNCATE contact'],
    ['change what a migration took from it', 'UPDATE ledger SET id = 1'],
    ['remove what a migration took from it', 'DELETE FROM ledger'],
    ['become the owner', 'SET ROLE postgres'],
    ['make a role', 'CREATE ROLE mine'],
    ['read files of the server', `SELECT pg_read_file('postgresql.conf')`],
  ])('the runtime role cannot %s', async (_, sql) => {
    await query(database.url, 'INSERT INTO ledger VALUES (1)');
    await expect(query(database.url, sql)).rejects.toThrow(/permission denied|must be owner|does not exist/);
  });

  test('neither role enters the database of another subgraph, nor those of the server', async () => {
    for (const own of [database.url, database.migrationUrl]) {
      for (const name of [new URL(other.url).pathname, '/postgres', '/template1']) {
        const foreign = Object.assign(new URL(own), { pathname: name });
        await expect(query(foreign.href, 'SELECT 1')).rejects.toThrow(/permission denied for database/);
      }
    }
  });

  test('a wrong password is no way in', async () => {
    const forged = Object.assign(new URL(database.url), { password: 'postgres' });
    await expect(query(forged.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  test('a name that is no plain name is refused before it reaches SQL', async () => {
    await expect(createTestDatabase('x"; DROP DATABASE postgres; --')).rejects.toThrow(
      /cannot name a database/,
    );
  });
});

describe('a template', () => {
  let prepared = 0;
  const prepare = async ({ migrationUrl }: { migrationUrl: string }): Promise<void> => {
    prepared++;
    await query(migrationUrl, 'CREATE TABLE office AS SELECT 1 AS id');
  };

  test('is prepared once, even when asked for by many at once', async () => {
    const templates = await Promise.all([1, 2, 3].map(() => createTemplateDatabase('offices', prepare)));
    expect(new Set(templates.map(({ names }) => names.database)).size).toBe(1);
    expect(prepared).toBe(1);
  });

  test('is copied with its rows and rights, and copies do not touch each other', async () => {
    const template = await createTemplateDatabase('offices', prepare);
    const copies = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase('offices', { template })));
    await query(copies[0]!.url, 'INSERT INTO office VALUES (2)');
    const counts = await Promise.all(
      copies.map(async ({ url }) => (await query(url, 'SELECT count(*)::int AS n FROM office')).rows[0]),
    );
    expect(counts).toEqual([{ n: 2 }, { n: 1 }, { n: 1 }, { n: 1 }]);
    await Promise.all(copies.map((copy) => copy.drop()));
    await expect(query(copies[0]!.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });

  test('that was left half made is made again', async () => {
    const broken = createTemplateDatabase('half-made', async (urls) => {
      await prepare(urls);
      throw new Error('interrupted');
    });
    await expect(broken).rejects.toThrow('interrupted');
    const template = await createTemplateDatabase('half-made', prepare);
    const copy = await createTestDatabase('half-made', { template });
    expect((await query(copy.url, 'SELECT id FROM office')).rows).toEqual([{ id: 1 }]);
    await copy.drop();
  });
});
