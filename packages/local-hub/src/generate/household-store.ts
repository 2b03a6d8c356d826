import type { GeneratedRow, GeneratedTables } from '@kasane/sample-municipality';
import { DataSource, type QueryRunner } from 'typeorm';

/** A database into which generated rows are written. */
export interface RowStore {
  /** Whether it has the tables and the offices of the hub. */
  isPrepared(): Promise<boolean>;
  /**
   * Writes all of these rows or none.
   * @param onlyMissing passes over rows that are there already, instead of refusing them
   */
  write(tables: GeneratedTables, onlyMissing: boolean): Promise<void>;
  /** Those of these ids that a table holds. */
  present(table: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Tells the database how much it holds now: else it plans as if it were empty. */
  analyze(tables: Iterable<string>): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database of either kind by its URL, with the rights of its owner. */
export async function openRowStore(url: string): Promise<RowStore> {
  const isMariadb = /^(mysql|mariadb):/.test(url);
  const source = await new DataSource(
    isMariadb
      ? { type: 'mariadb', url, timezone: 'Z', charset: 'utf8mb4' }
      : { type: 'postgres', url, installExtensions: false },
  ).initialize();
  const dialect = isMariadb ? mariadb : postgres;
  return {
    async isPrepared() {
      const [found] = await source.query<readonly { there: unknown }[]>(dialect.hasOffices);
      if (Number(found?.there ?? 0) === 0) return false;
      const [office] = await source.query<readonly unknown[]>('SELECT 1 FROM office LIMIT 1');
      return office !== undefined;
    },
    write: (tables, onlyMissing) =>
      inTransaction(source, async (runner) => {
        for (const [table, rows] of Object.entries(tables))
          // One statement after the other: they share the transaction's connection.
          for (const part of ofOneShape(rows)) await dialect.insert(runner, table, part, onlyMissing);
      }),
    async present(table, ids) {
      if (ids.length === 0) return new Set();
      const rows = await source.query<readonly { id: string }[]>(dialect.among(table), [ids]);
      return new Set(rows.map(({ id }) => id));
    },
    async analyze(tables) {
      for (const table of tables) await source.query(dialect.analyze(table));
    },
    close: () => source.destroy(),
  };
}

async function inTransaction(
  source: DataSource,
  work: (runner: QueryRunner) => Promise<void>,
): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await work(runner);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** Rows with the same columns: a column that a row does not name keeps the table's default. */
function ofOneShape(rows: readonly GeneratedRow[]): Iterable<readonly GeneratedRow[]> {
  const shapes = new Map<string, GeneratedRow[]>();
  for (const row of rows) {
    const shape = Object.keys(row).join();
    const known = shapes.get(shape);
    if (known) known.push(row);
    else shapes.set(shape, [row]);
  }
  return shapes.values();
}

interface Dialect {
  readonly hasOffices: string;
  readonly among: (table: string) => string;
  readonly analyze: (table: string) => string;
  readonly insert: (
    runner: QueryRunner,
    table: string,
    rows: readonly GeneratedRow[],
    onlyMissing: boolean,
  ) => Promise<unknown>;
}

const columnsOf = (rows: readonly GeneratedRow[]): readonly string[] => Object.keys(rows[0] ?? {});

/** Table and column names are the generator's own; only values come from outside a statement. */
const postgres: Dialect = {
  hasOffices: `SELECT count(*) AS there FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'office'`,
  among: (table) => `SELECT id FROM ${table} WHERE id = ANY ($1)`,
  analyze: (table) => `ANALYZE ${table}`,
  // One parameter for any number of rows, and the database knows what type each column has.
  insert(runner, table, rows, onlyMissing) {
    const columns = columnsOf(rows).map((name) => `"${name}"`);
    return runner.query(
      `INSERT INTO ${table} (${columns.join()}) SELECT ${columns.join()} FROM json_populate_recordset(NULL::${table}, $1::json)${onlyMissing ? ' ON CONFLICT DO NOTHING' : ''}`,
      [JSON.stringify(rows)],
    );
  },
};

const mariadb: Dialect = {
  hasOffices: `SELECT count(*) AS there FROM information_schema.tables WHERE table_schema = database() AND table_name = 'office'`,
  among: (table) => `SELECT id FROM ${table} WHERE id IN (?)`,
  analyze: (table) => `ANALYZE TABLE ${table}`,
  insert(runner, table, rows, onlyMissing) {
    const columns = columnsOf(rows);
    const [first = ''] = columns;
    // Not INSERT IGNORE: that would also pass over what does not fit a column.
    const unchanged = onlyMissing ? ` ON DUPLICATE KEY UPDATE \`${first}\` = \`${first}\`` : '';
    return runner.query(
      `INSERT INTO ${table} (${columns.map((name) => `\`${name}\``).join()}) VALUES ?${unchanged}`,
      [rows.map((row) => columns.map((name) => row[name]))],
    );
  },
};
