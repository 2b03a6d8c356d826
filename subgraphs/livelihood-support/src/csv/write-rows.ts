import type { EntityManager, QueryRunner } from 'typeorm';
import type { CellValues } from './cells.js';
import { IMPORTED, type CsvTable } from './csv-tables.js';
import { CsvGaiji } from './import-tables.js';
import type { Judgement } from './judge.js';
import type { OnProgress, Source } from './read-lines.js';
import { readRows, type CsvRow } from './read-rows.js';

export interface Written {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly deleted: number;
}

/** Rows of one statement: few enough for the parameters of every table. */
const CHUNK = 250;

/**
 * Writes the accepted rows of a judged file, in the transaction of `manager`: rows that are new or differ, and takes
 * away those that the file no longer has. Plain SQL: a hundred thousand rows pass here every night.
 * @throws {FileRefused} when the file is no longer the one that was judged
 */
export async function writeRows(
  manager: EntityManager,
  table: CsvTable,
  source: Source,
  { rejected, kept, hasNameless }: Judgement,
  onProgress?: OnProgress,
): Promise<Written> {
  const statements = new Statements(manager, table);
  const present = new Set([...kept].map((key) => idOf(table, key)));
  const counts = { added: 0, changed: 0, same: 0 };
  let chunk: CsvRow[] = [];
  const flush = async (): Promise<void> => {
    const { added, changed } = await statements.write(chunk);
    counts.added += added;
    counts.changed += changed;
    counts.same += chunk.length - added - changed;
    chunk = [];
  };
  for await (const row of readRows(table, source, onProgress)) {
    if (rejected.has(row.line) || !row.values) continue;
    present.add(String(row.values[table.id]));
    chunk.push(row);
    if (chunk.length >= CHUNK) await flush();
  }
  if (chunk.length > 0) await flush();
  const deleted = hasNameless ? 0 : await statements.deleteAllBut(present);
  return { ...counts, deleted };
}

/** The key of a row in its table. */
export const idOf = ({ id }: CsvTable, key: string): string => (id === 'id' ? `${IMPORTED}${key}` : key);

/** How many rows a file may speak of. */
export async function countRows(manager: EntityManager, table: CsvTable): Promise<number> {
  const [row] = await manager.query<{ count: string | number }[]>(
    `SELECT COUNT(*) AS count FROM ${table.table}${table.id === 'id' ? ` WHERE id LIKE '${IMPORTED}%'` : ''}`,
  );
  return Number(row?.count ?? 0);
}

class Statements {
  private readonly driver: QueryRunner['connection']['driver'];
  private readonly isPostgres: boolean;
  private columns: readonly string[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly table: CsvTable,
  ) {
    this.driver = manager.connection.driver;
    this.isPostgres = manager.connection.options.type === 'postgres';
  }

  async write(rows: readonly CsvRow[]): Promise<{ readonly added: number; readonly changed: number }> {
    this.columns = Object.keys(rows[0]?.values ?? {});
    const ids = rows.map(({ values }) => String(values?.[this.table.id]));
    const known = await this.known(ids);
    const fresh = rows.filter(({ values }) => !known.has(String(values?.[this.table.id])));
    const differing = rows.filter(({ values }) => {
      const before = values && known.get(String(values[this.table.id]));
      return before !== undefined && this.columns.some((column) => !isSame(before[column], values?.[column]));
    });
    const changed = [...fresh, ...differing];
    if (changed.length > 0) await this.upsert(changed.map(({ values }) => values ?? {}));
    await this.noteGaiji(rows, ids);
    return { added: fresh.length, changed: differing.length };
  }

  async deleteAllBut(present: ReadonlySet<string>): Promise<number> {
    const { table, id } = this.table;
    const rows = await this.manager.query<Readonly<Record<string, string>>[]>(
      `SELECT ${id} AS id FROM ${table}${id === 'id' ? ` WHERE id LIKE '${IMPORTED}%'` : ''}`,
    );
    const gone = rows.flatMap((row) =>
      row['id'] !== undefined && !present.has(row['id']) ? [row['id']] : [],
    );
    for (let at = 0; at < gone.length; at += CHUNK) {
      const ids = gone.slice(at, at + CHUNK);
      await this.manager.query(`DELETE FROM ${table} WHERE ${id} IN (${this.parameters(ids.length)})`, ids);
      await this.forgetGaiji(ids);
    }
    return gone.length;
  }

  private async known(ids: readonly string[]): Promise<ReadonlyMap<string, CellValues>> {
    const { table, id } = this.table;
    const rows = await this.manager.query<CellValues[]>(
      `SELECT ${this.names()} FROM ${table} WHERE ${id} IN (${this.parameters(ids.length)})`,
      [...ids],
    );
    return new Map(rows.map((row) => [String(row[id]), row]));
  }

  private async upsert(rows: readonly CellValues[]): Promise<void> {
    const { table, id } = this.table;
    const tuples = rows
      .map((_, at) => `(${this.parameters(this.columns.length, at * this.columns.length)})`)
      .join(', ');
    const set = this.columns
      .filter((column) => column !== id)
      .map((column) => {
        const name = this.driver.escape(column);
        return this.isPostgres ? `${name} = excluded.${name}` : `${name} = VALUES(${name})`;
      })
      .join(', ');
    await this.manager.query(
      `INSERT INTO ${table} (${this.names()}) VALUES ${tuples} ${this.isPostgres ? `ON CONFLICT (${id}) DO UPDATE SET` : 'ON DUPLICATE KEY UPDATE'} ${set}`,
      rows.flatMap((row) => this.columns.map((column) => row[column] ?? null)),
    );
  }

  private async noteGaiji(rows: readonly CsvRow[], ids: readonly string[]): Promise<void> {
    await this.forgetGaiji(ids);
    const noted = rows.flatMap(({ gaiji, values }) =>
      gaiji === undefined
        ? []
        : [{ table: this.table.table, rowId: String(values?.[this.table.id]), codes: gaiji }],
    );
    if (noted.length > 0) await this.manager.insert(CsvGaiji, noted);
  }

  private async forgetGaiji(ids: readonly string[]): Promise<void> {
    const [tableName, ...others] = this.parameters(ids.length + 1).split(', ');
    await this.manager.query(
      `DELETE FROM csv_gaiji WHERE table_name = ${tableName} AND row_id IN (${others.join(', ')})`,
      [this.table.table, ...ids],
    );
  }

  private names(): string {
    return this.columns.map((column) => this.driver.escape(column)).join(', ');
  }

  private parameters(count: number, from = 0): string {
    return Array.from({ length: count }, (_, at) => (this.isPostgres ? `$${from + at + 1}` : '?')).join(', ');
  }
}

/** MariaDB gives 1 for true. */
const isSame = (stored: unknown, given: unknown): boolean =>
  typeof given === 'boolean'
    ? Boolean(stored) === given && stored !== null
    : (stored ?? null) === (given ?? null);
