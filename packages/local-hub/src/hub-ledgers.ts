import type { SectorId } from '@kasane/vocabulary';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { openDatabases } from './databases.js';
import { parseHubConfig } from './hub-config.js';
import { top } from './paths.js';

/** A ledger, and the database that it is in. */
export interface LedgerAddress {
  readonly name: SectorId;
  readonly url: string;
}

/**
 * Runs `work` with the address of every ledger of the hub, whether the hub runs or not.
 * @throws {Error} when no hub has run here yet
 */
export async function withHubLedgers<T>(work: (ledgers: readonly LedgerAddress[]) => Promise<T>): Promise<T> {
  const config = parseHubConfig(process.env, top);
  const sectors = config.registry.map(({ id }) => id);
  const embedded = sectors.filter((sector) => config.databases[sector] === undefined);
  if (embedded.length > 0 && !existsSync(join(config.dataDir, 'postgres', 'cluster')))
    throw new Error(`No hub has run on ${config.dataDir} yet: there is no ledger.`);
  const { bySector, server } = await openDatabases({
    dataDir: config.dataDir,
    sectors,
    external: config.databases,
    share: true,
  });
  try {
    return await work(
      sectors.flatMap((name) => {
        const database = bySector.get(name);
        return database ? [{ name, url: database.url }] : [];
      }),
    );
  } finally {
    await server?.stop();
  }
}

/** Runs `work` connected to a ledger's database, on PostgreSQL or MariaDB. */
export async function withLedgerSource<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const type = /^(mysql|mariadb):/.test(url) ? 'mariadb' : 'postgres';
  const source = new DataSource(
    type === 'postgres' ? { type, url, installExtensions: false } : { type, url, timezone: 'Z' },
  );
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** Tells on stderr how far a long read has come, every two seconds. */
export function progressOf(label: string): (entries: number) => void {
  let told = performance.now();
  return (entries) => {
    if (performance.now() - told < 2_000) return;
    told = performance.now();
    process.stderr.write(`… ${label}: ${entries.toLocaleString('en')} entries\n`);
  };
}

/** What `parseArgs` and everything else threw, as one line. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
