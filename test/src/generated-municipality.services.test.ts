import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateInto } from '@kasane/local-hub';
import { gatheredRows } from '@kasane/sample-municipality';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { openTestHub, type TestHub } from './test-hub.js';

const server = process.env['KASANE_TEST_SERVICES_MARIADB'] ?? '';
const name = `kasane_test_${randomBytes(4).toString('hex')}`;
const url = server && Object.assign(new URL(server), { pathname: `/${name}` }).href;
const city = { municipality: '072028', seed: 8, cases: 0.3 } as const;
let hub: TestHub;

const ask = async (where: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const source = await new DataSource({ type: 'mariadb', url: where, charset: 'utf8mb4' }).initialize();
  return source.query<readonly Readonly<Record<string, unknown>>[]>(sql).finally(() => source.destroy());
};

beforeAll(async () => {
  await ask(server, `CREATE DATABASE ${name} CHARACTER SET latin1`);
  hub = await openTestHub({
    databases: { 'disability-support': { url, migrationUrl: undefined, appRole: undefined } },
  });
}, 120_000);

afterAll(async () => {
  await hub?.stop();
  await ask(server, `DROP DATABASE ${name}`);
});

test('a sector on MariaDB is filled with the same rows, and added to without writing any twice', async () => {
  const databases = new Map(
    Object.entries(hub.databases).map(([sector, { migrationUrl }]) => [sector, migrationUrl]),
  );
  const before = await counted();
  await generateInto({ ...city, households: 80, databases });
  // As if it had ended before collaboration had it.
  await generateInto({ ...city, households: 200, databases, append: true, batch: 64 });
  const rows = gatheredRows(
    city,
    Array.from({ length: 200 }, (_, at) => at),
  );
  const tables =
    new Map<string, Readonly<Record<string, readonly unknown[]>>>(rows).get('disability-support') ?? {};
  const after = await counted();
  for (const [table, found] of Object.entries(tables))
    expect([table, (after[table] ?? 0) - (before[table] ?? 0)]).toEqual([table, found.length]);

  const [first] = tables['disability_certificate'] ?? [];
  const { id, ...columns } = first as Readonly<Record<string, string>>;
  const [stored] = await ask(url, `SELECT * FROM disability_certificate WHERE id = '${id}'`);
  expect(stored).toMatchObject(columns);
});

async function counted(): Promise<Readonly<Record<string, number>>> {
  const tables = [
    'person_link',
    'responsibility',
    'contact_log',
    'disability_certificate',
    'disability_support_category',
    'benefit_decision',
    'service_use_plan',
  ];
  const rows = await ask(
    url,
    tables.map((table) => `SELECT '${table}' AS name, count(*) AS n FROM ${table}`).join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name: table, n }) => [String(table), Number(n)]));
}
