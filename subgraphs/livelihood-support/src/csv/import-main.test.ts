import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import { ledgerMigrations } from '@kasane/ledger';
import { openDatabase } from '@kasane/subgraph-kit';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { livelihoodSupport } from '../livelihood-support.js';
import { cp932, csvOf, intakeRow, intakes } from './sample-csv.js';

const MAIN = fileURLToPath(new URL('../../dist/csv/import-main.js', import.meta.url));
const CANARY = 'カナリア町';

let database: TestDatabase;
let dataSource: DataSource;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase('livelihood-import');
  const { url, migrationUrl, appRole } = database;
  const migrations = [...ledgerMigrations({ appRole }), ...livelihoodSupport.migrations];
  dataSource = await openDatabase({ databaseUrl: url, migrationUrl, entities: [], migrations });
  folder = await mkdtemp(join(tmpdir(), 'kasane-import-'));
}, 60_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

/** The program as an operator or cron starts it. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, DATABASE_URL: database.url, CSV_DROP_FOLDER: '', INIT_CWD: folder },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += String(chunk)));
  const ended = new Promise<{ readonly code: number | null; readonly words: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, words })),
  );
  return { kill: () => child.kill('SIGKILL'), ended };
}
const put = (rows: readonly Readonly<Record<string, string>>[]): Promise<void> =>
  writeFile(join(folder, '相談.csv'), cp932(csvOf('相談', rows)));
const count = async (): Promise<number> =>
  Number((await dataSource.query('SELECT COUNT(*) AS count FROM livelihood_intake'))[0].count);

/** Writing goes on: the import's turn is held for as long as its transaction. */
async function untilWriting(): Promise<void> {
  const [{ held }] = await dataSource.query(
    `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS held`,
  );
  if (held) return;
  await pause(10);
  return untilWriting();
}

test('the import, killed while it writes, leaves yesterday’s data; run again, it takes the whole file', async () => {
  await put(intakes(10));
  expect(await start('.').ended).toMatchObject({ code: 0 });
  await put(intakes(4_000));
  const killed = start('.');
  await untilWriting();
  await pause(100);
  killed.kill();
  expect((await killed.ended).code).toBeNull();
  expect(await count()).toBe(10);
  expect(await start('.').ended).toEqual({
    code: 0,
    words: expect.stringContaining('追加 3990、変更 0、同じ 10'),
  });
  expect(await count()).toBe(4_000);
  expect(await start('.').ended).toEqual({ code: 0, words: expect.stringContaining('前回と同じファイル') });
}, 120_000);

test('tells by its exit code what became of the files, and never what stood in them', async () => {
  await put([...intakes(4_000), { ...intakeRow(4_000), 受付日: CANARY, 主訴: CANARY }]);
  const rejected = await start('相談.csv').ended;
  expect(rejected).toEqual({ code: 1, words: expect.stringContaining('8002行目 「受付日」') });
  await put(intakes(3));
  const refused = await start('.', '--report', 'reports').ended;
  expect(refused).toEqual({ code: 2, words: expect.stringContaining('2割以上少ない') });
  expect(await start('nowhere').ended).toMatchObject({ code: 3 });
  expect(await start().ended).toEqual({ code: 3, words: expect.stringContaining('使い方') });
  for (const { words } of [rejected, refused]) expect(words).not.toContain(CANARY);
}, 120_000);
