import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './database.js';
import { PREPARED } from './prepared.js';

let database: TestDatabase;
/** One connection, so that every statement meets what the one before has left. */
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('prepared');
  const options = dataSourceOptions(database.migrationUrl, { entities: [] });
  dataSource = await new DataSource({
    ...options,
    extra: { ...(options.extra as object), max: 1 },
  } as typeof options).initialize();
  await dataSource.query('CREATE TABLE thing (id integer PRIMARY KEY)');
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const prepared = async (): Promise<number> => {
  const [row] = await dataSource.query<{ count: string }[]>('SELECT count(*) FROM pg_prepared_statements');
  return Number(row?.count);
};

describe('a statement that is marked', () => {
  test('is planned once on a connection, and answers each time by its own values', async () => {
    const before = await prepared();
    const sql = `${PREPARED} SELECT $1::integer + 1 AS next`;
    for (const n of [1, 2, 3]) expect(await dataSource.query(sql, [n])).toEqual([{ next: n + 1 }]);
    await dataSource.query('SELECT $1::integer AS other', [1]);
    expect(await prepared()).toBe(before + 1);
  });

  test('is still prepared when a row of it was refused', async () => {
    const before = await prepared();
    const insert = `${PREPARED} INSERT INTO thing (id) VALUES ($1)`;
    await dataSource.query(insert, [1]);
    await expect(dataSource.query(insert, [1])).rejects.toThrow(/duplicate key/);
    await dataSource.query(insert, [2]);
    expect(await prepared()).toBe(before + 1);
  });

  test('goes well again once what it could not read is there', async () => {
    const sql = `${PREPARED} SELECT id FROM later WHERE id = $1`;
    for (let times = 0; times < 2; times++)
      await expect(dataSource.query(sql, [1])).rejects.toThrow(/does not exist/);
    await dataSource.query('CREATE TABLE later (id integer)');
    expect(await dataSource.query(sql, [1])).toEqual([]);
  });

  test('goes well again after it came in a transaction that had failed', async () => {
    const sql = `${PREPARED} SELECT id FROM thing WHERE id > $1 ORDER BY id LIMIT 1`;
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await expect(runner.query('SELECT 1 / 0')).rejects.toThrow(/division/);
    await expect(runner.query(sql, [0])).rejects.toThrow(/aborted/);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await dataSource.query(sql, [0])).toEqual([{ id: 1 }]);
  });

  test('goes well after the database was told to forget its plans', async () => {
    const sql = `${PREPARED} SELECT $1::integer + 2 AS next`;
    expect(await dataSource.query(sql, [1])).toEqual([{ next: 3 }]);
    await dataSource.query('DEALLOCATE ALL');
    expect(await dataSource.query(sql, [1])).toEqual([{ next: 3 }]);
  });

  test('goes well after its values could not be sent', async () => {
    const sql = `${PREPARED} SELECT $1::text AS said`;
    const unsendable = {
      toPostgres: () => {
        throw new Error('not a value');
      },
    };
    await expect(dataSource.query(sql, [unsendable])).rejects.toThrow('not a value');
    for (const said of ['one', 'two']) expect(await dataSource.query(sql, [said])).toEqual([{ said }]);
  });

  test('says why, where its table was changed within a transaction', async () => {
    await dataSource.query('CREATE TABLE shifting (id integer)');
    const sql = `${PREPARED} SELECT * FROM shifting WHERE id = $1`;
    await dataSource.query(sql, [1]);
    await dataSource.query('ALTER TABLE shifting ADD COLUMN name text');
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await expect(runner.query(sql, [1])).rejects.toThrow(/cached plan/);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await dataSource.query(sql, [1])).toEqual([]);
  });

  test('goes as it would without the mark where a connection holds many plans already', async () => {
    for (let n = 0; n < 120; n++)
      expect(await dataSource.query(`${PREPARED} SELECT $1::integer + ${n} AS sum`, [1])).toEqual([
        { sum: n + 1 },
      ]);
    expect(await prepared()).toBeLessThanOrEqual(100);
  });

  test('goes well after its table was changed', async () => {
    const sql = `${PREPARED} SELECT * FROM thing WHERE id = $1`;
    expect(await dataSource.query(sql, [1])).toEqual([{ id: 1 }]);
    await dataSource.query('ALTER TABLE thing ADD COLUMN name text');
    expect(await dataSource.query(sql, [1])).toEqual([{ id: 1, name: null }]);
  });
});
