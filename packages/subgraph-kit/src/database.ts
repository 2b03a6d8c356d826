import 'reflect-metadata';
import {
  DataSource,
  MigrationExecutor,
  type DataSourceOptions,
  type MixedList,
  type MigrationInterface,
} from 'typeorm';
import { PreparingClient } from './prepared.js';

export interface DatabaseOptions {
  readonly databaseUrl: string;
  readonly migrationUrl: string;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** Two instances that start at once migrate one after the other. */
const MIGRATION_LOCK = 727272;

/** What takes longer is given up: its asker has left long ago, and the next ones wait for its connection. */
const STATEMENT_MS = 15_000;
/** For a connection, new or out of the pool: behind a database that hangs nobody queues for ever. */
const CONNECTION_MS = 10_000;

/** Migrates as the owner, lets the owner go, and connects as the runtime role. Never `synchronize`. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const owner = await new DataSource({
    ...dataSourceOptions(options.migrationUrl, options),
    migrations: options.migrations as MixedList<new () => MigrationInterface> as never,
  }).initialize();
  try {
    await migrate(owner);
  } finally {
    await owner.destroy();
  }
  return new DataSource(dataSourceOptions(options.databaseUrl, options)).initialize();
}

async function migrate(owner: DataSource): Promise<void> {
  const runner = owner.createQueryRunner();
  const isPostgres = owner.options.type === 'postgres';
  const [lock, unlock] = isPostgres
    ? [`SELECT pg_advisory_lock(${MIGRATION_LOCK})`, `SELECT pg_advisory_unlock(${MIGRATION_LOCK})`]
    : [
        `SELECT GET_LOCK('kasane-migration-${MIGRATION_LOCK}', 60)`,
        `SELECT RELEASE_LOCK('kasane-migration-${MIGRATION_LOCK}')`,
      ];
  await runner.connect();
  try {
    // A migration, and the wait for another's, takes as long as it takes.
    if (isPostgres) await runner.query('SET statement_timeout = 0');
    await runner.query(lock);
    // MariaDB's own default is neither wide enough for names nor exact enough for ids.
    if (!isPostgres) await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    // The lock is held by this connection, so the migrations must run on it too.
    const executor = new MigrationExecutor(owner, runner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } finally {
    await runner.query(unlock);
    await runner.release();
  }
}

/** PostgreSQL or MariaDB, by the URL. */
export function dataSourceOptions(
  url: string,
  { entities }: Pick<DatabaseOptions, 'entities'>,
): DataSourceOptions {
  const common = { url, entities: [...entities], synchronize: false, logging: false as const };
  if (/^(mysql|mariadb):/.test(url)) return { ...common, type: 'mariadb', charset: 'utf8mb4', timezone: 'Z' };
  return {
    ...common,
    type: 'postgres',
    installExtensions: false,
    extra: {
      Client: PreparingClient,
      max: 10,
      statement_timeout: STATEMENT_MS,
      connectionTimeoutMillis: CONNECTION_MS,
    },
  };
}
