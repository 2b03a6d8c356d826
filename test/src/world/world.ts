import type { TestHub } from '../test-hub.js';
import { Client } from 'pg';
import { ownNames } from './sector-tables.js';

export type Row = Readonly<Record<string, unknown>>;

/** The rows of a hub: by database (a sector's id), by table. */
export type World = Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;

/** The databases of a hub, read and written whole by their superuser. */
export interface WorldStore {
  /** All rows of persons: not the ledgers, and not the published offices and districts. */
  read(): Promise<World>;
  /** Makes the databases hold this world; only tables that differ from the last world written or read are touched. */
  write(world: World): Promise<void>;
  query(database: string, sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

const PUBLIC = ['migrations', 'ledger_entry', 'office', 'office_district', 'district'];

export async function openWorld(hub: Pick<TestHub, 'databases'>): Promise<WorldStore> {
  const clients = new Map<string, Client>();
  for (const [name, { adminUrl }] of Object.entries(hub.databases)) {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    // What a person said about consent is append-only for everybody; a test that makes another world is not of it.
    await client.query('SET session_replication_role = replica');
    clients.set(name, client);
  }
  const clientOf = (database: string): Client => {
    const client = clients.get(database);
    if (!client) throw new Error(`The hub has no database ${database}.`);
    return client;
  };
  let known: World = {};
  /** By database and table, how its own system calls what every table of records has. */
  const namesIn = new Map<string, Readonly<Record<string, string>>>();

  return {
    async read() {
      const databases = await Promise.all(
        [...clients].map(async ([name, client]) => {
          const { rows: tables } = await client.query<{ name: string }>(
            `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> ALL ($1)`,
            [PUBLIC],
          );
          const read: Record<string, readonly Row[]> = {};
          for (const { name: table } of tables) {
            const { rows } = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t`);
            read[table] = rows.map(({ row }) => renamed(row, ownNames));
            const columns = Object.keys(rows[0]?.row ?? {}).filter((column) => column in ownNames);
            namesIn.set(`${name} ${table}`, Object.fromEntries(columns.map((own) => [ownNames[own], own])));
          }
          return [name, read] as const;
        }),
      );
      return (known = Object.fromEntries(databases));
    },
    async write(world) {
      await Promise.all(
        Object.entries(world).map(async ([name, tables]) => {
          const changed = Object.entries(tables).filter(([table, rows]) => known[name]?.[table] !== rows);
          if (changed.length === 0) return;
          const client = clientOf(name);
          await client.query('BEGIN');
          for (const [table, rows] of changed) {
            await client.query(`DELETE FROM ${table}`);
            await client.query(
              `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
              [JSON.stringify(rows.map((row) => renamed(row, namesIn.get(`${name} ${table}`))))],
            );
          }
          await client.query('COMMIT');
        }),
      );
      known = world;
    },
    async query(database, sql, values = []) {
      return (await clientOf(database).query<Row>(sql, [...values])).rows;
    },
    async close() {
      await Promise.all([...clients.values()].map((client) => client.end()));
    },
  };
}

const renamed = (row: Row, names: Readonly<Record<string, string>> = {}): Row =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [names[column] ?? column, value]));

/** The rows of one table. @throws {Error} when the world has no such table */
export function rowsOf(world: World, database: string, table: string): readonly Row[] {
  const rows = world[database]?.[table];
  if (!rows) throw new Error(`There is no table ${table} in ${database}.`);
  return rows;
}

/** The same world with other rows in one table. */
export const withRows = (world: World, database: string, table: string, rows: readonly Row[]): World => ({
  ...world,
  [database]: { ...world[database], [table]: rows },
});

/** A column that holds text. */
export const text = (row: Row, column: string): string => String(row[column] ?? '');
