import { QueryFailedError, type DataSource } from 'typeorm';
import { columnNames, LEDGER_TABLE, type ColumnName, type LedgerRow } from './columns.js';
import type { LedgerHead } from './record.js';

/** The few statements that the ledger needs of a database. None changes or removes a row. */
export interface LedgerStore {
  /** Writes all rows or none, in one statement that commits itself. */
  insert(rows: readonly LedgerRow[]): Promise<void>;
  /** The last row's, `undefined` in an empty ledger. */
  head(): Promise<LedgerHead | undefined>;
  /** The row with this number. */
  rowAt(seq: number): Promise<LedgerRow | undefined>;
  /** Rows where a column has a value, by number, from after `after` on. */
  rowsWhere(
    column: ColumnName,
    value: string,
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly LedgerRow[]>;
  /** All rows by number, from after `after` on (from the very first without it). */
  page(after: bigint | undefined, limit: number): Promise<readonly LedgerRow[]>;
}

/** @throws {Error} when the data source is neither PostgreSQL nor MariaDB. */
export function createStore(dataSource: DataSource): LedgerStore {
  const mark = placeholder(dataSource);
  const list = columnNames.join(', ');
  const select = `SELECT ${list} FROM ${LEDGER_TABLE}`;
  const rows = async (sql: string, values: readonly unknown[] = []): Promise<readonly LedgerRow[]> => {
    const found: readonly LedgerRow[] = await dataSource.query(sql, [...values]);
    // Drivers can be told to give a bigint as a number; what is hashed is its digits.
    return found.map((row) => ({ ...row, seq: String(row.seq) }));
  };

  return {
    async insert(batch) {
      let at = 0;
      const tuples = batch.map(() => `(${columnNames.map(() => mark(++at)).join(', ')})`);
      // One statement outside of any transaction: one round trip, and it is committed when it returns.
      await dataSource.query(
        `INSERT INTO ${LEDGER_TABLE} (${list}) VALUES ${tuples.join(', ')}`,
        batch.flatMap((row) => columnNames.map((name) => row[name])),
      );
    },
    async head() {
      const [row] = await rows(`${select} ORDER BY seq DESC LIMIT 1`);
      return row && { seq: Number(row.seq), hash: row.hash ?? '' };
    },
    async rowAt(seq) {
      return (await rows(`${select} WHERE seq = ${mark(1)}`, [seq]))[0];
    },
    rowsWhere: (column, value, { after, limit }) =>
      rows(
        `${select} WHERE ${column} = ${mark(1)} AND seq > ${mark(2)} ORDER BY seq LIMIT ${Math.trunc(limit)}`,
        [value, after],
      ),
    // A bigint is digits only; as a parameter MariaDB would compare it as a floating point number.
    page: (after, limit) =>
      rows(
        `${select} ${after === undefined ? '' : `WHERE seq > ${after}`} ORDER BY seq LIMIT ${Math.trunc(limit)}`,
      ),
  };
}

function placeholder(dataSource: DataSource): (at: number) => string {
  switch (dataSource.options.type) {
    case 'postgres':
      return (at) => `$${at}`;
    case 'mariadb':
    case 'mysql':
      return () => '?';
    default:
      throw new Error(`The ledger runs on PostgreSQL and MariaDB, not on ${dataSource.options.type}.`);
  }
}

/** The SQLSTATE with which the table's own guard refuses a row that does not follow the last one. */
export const NOT_NEXT = 'KL001';

/** Somebody else appended since the head was read: read it again and try again. */
const conflicts: ReadonlySet<string> = new Set([
  '23505', // PostgreSQL: unique violation, serialization failure, deadlock
  '40001',
  '40P01',
  NOT_NEXT,
  'ER_DUP_ENTRY', // MariaDB: the same
  'ER_LOCK_DEADLOCK',
  'ER_SIGNAL_EXCEPTION',
]);

export const isConflict = (error: unknown): boolean => conflicts.has(failureCode(error));

/**
 * What may be told of a failure: its code. The error itself quotes the statement with its values, and would carry
 * ids of persons into logs.
 */
export function failureCode(error: unknown): string {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return 'unknown';
  const { code } = cause as Error & { code?: unknown };
  return typeof code === 'string' ? code : cause.name;
}
