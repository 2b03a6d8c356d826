import 'reflect-metadata';
import { startEmbeddedPostgres } from '@kasane/embedded-database';
import { ledgerMigrations } from '@kasane/ledger';
import { openDatabase } from '@kasane/subgraph-kit';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livelihoodSupport } from '../livelihood-support.js';
import { importFolder } from './import-folder.js';
import { importEntities } from './import-tables.js';
import { cp932, csvOf, intakeRow } from './sample-csv.js';

const LINES = Number(process.argv[2] ?? 100_000);
const PART = 5_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A file of many lines is written in parts: the bench must not need the memory that it measures. */
async function writeIntakes(path: string, changed: (at: number) => boolean): Promise<void> {
  await writeFile(path, '');
  for (let from = 0; from < LINES; from += PART) {
    const rows = Array.from({ length: Math.min(PART, LINES - from) }, (_, at) => ({
      ...intakeRow(from + at),
      ...(changed(from + at) && { 緊急性: '緊急' }),
    }));
    const text = csvOf('相談', rows);
    await appendFile(path, cp932(from === 0 ? text : text.slice(text.indexOf('\r\n') + 2)));
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kasane-csv-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), disposable: true });
  try {
    const { url, migrationUrl, appRole } = await server.ensureDatabase('csv-bench');
    const dataSource = await openDatabase({
      databaseUrl: url,
      migrationUrl,
      entities: importEntities,
      migrations: [...ledgerMigrations({ appRole }), ...livelihoodSupport.migrations],
    });
    const path = join(folder, '相談.csv');
    for (const [what, changed] of [
      ['the first time', () => false],
      ['the same file again', () => false],
      ['one line of a hundred changed', (at: number) => at % 100 === 0],
    ] as const) {
      await writeIntakes(path, changed);
      let peak = 0;
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
      const began = performance.now();
      await importFolder(path, { dataSource });
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      say(
        `${LINES.toLocaleString('en')} lines, ${what}: ${seconds.toFixed(1)} s, ${Math.round(LINES / seconds).toLocaleString('en')} lines/s, at most ${Math.round(Math.max(peak, process.memoryUsage.rss()) / 1e6)} MB`,
      );
    }
    await dataSource.destroy();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
