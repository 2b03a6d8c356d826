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
  /** The same, the newest first, from before `before` on (from the very last without it). */
  newestWhere(
    column: ColumnName,
    value: string,
    page: { readonly before: number | undefined; readonly limit: number },
  ): Promise<readonly LedgerRow[]>;
  /** Rows of any of these requests, by number, from after `after` on. */
  rowsOfRequests(
    requestIds: readonly string[],
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly LedgerRow[]>;
  /** Rows of a span of time, by number, from after `after` on. */
  rowsBetween(
    span: { readonly from: Date; readonly to: Date },
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly LedgerRow[]>;
  /** All rows by number, from after `after` on (from the very first without it). */
  page(after: bigint | undefined, limit: number): Promise<readonly LedgerRow[]>;
  /** Writes rows and takes them back: fails where {@link insert} would. */
  tryInsert(rows: readonly LedgerRow[]): Promise<void>;
}

/**
 * Milliseconds by which the clocks of two processes of one party may differ. Far more than they can: beyond some
 * seconds no viewer token would pass.
 */
const CLOCKS_DIFFER_MS = 5 * 60 * 1_000;

const shifted = (at: Date, ms: number): string => new Date(at.getTime() + ms).toISOString();

/**
 * Of a hundred rows beside a span and not of one: a single row with a wrong time must not hide the span. Where there
 * are fewer, there is nothing to be saved.
 */
const outermost = (of: 'MIN' | 'MAX', where: string): string =>
  `SELECT ${of}(seq) FROM (SELECT seq FROM ${LEDGER_TABLE} WHERE ${where} LIMIT 100) beside HAVING COUNT(*) = 100`;

type Insertion = (batch: readonly LedgerRow[]) => [sql: string, values: (string | null)[]];

/**
 * All rows as one JSON text: the same statement however many there are, and one value in
 * place of thousands.
 */
const oneText: Insertion = (batch) => [ONE_TEXT, [JSON.stringify(batch)]];
/** The kit's connections have it planned once; to others it begins with a comment. */
const ONE_TEXT = `/* prepared */ INSERT INTO ${LEDGER_TABLE} (${columnNames.join(', ')})
  SELECT ${columnNames.join(', ')} FROM json_to_recordset($1) AS batch (${columnNames
    .map((name) => `${name} ${name === 'seq' ? 'bigint' : 'text'}`)
    .join(', ')})`;

/** MariaDB takes the rows one by one. */
const tuples: Insertion = (batch) => [
  `INSERT INTO ${LEDGER_TABLE} (${columnNames.join(', ')}) VALUES ${batch
    .map(() => `(${columnNames.map(() => '?').join(', ')})`)
    .join(', ')}`,
  batch.flatMap((row) => columnNames.map((name) => row[name])),
];

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

  const insertion = dataSource.options.type === 'postgres' ? oneText : tuples;
  // Numbers are digits in the text: as parameters MariaDB would compare them as floating point numbers.
  const digits = (seq: number): string => BigInt(Math.trunc(seq)).toString();

  return {
    async insert(batch) {
      // One statement outside of any transaction: one round trip, and it is committed when it returns.
      await dataSource.query(...insertion(batch));
    },
    async tryInsert(batch) {
      const runner = dataSource.createQueryRunner();
      try {
        await runner.startTransaction();
        await runner.query(...insertion(batch));
      } finally {
        // A connection that broke has rolled back already.
        await runner.rollbackTransaction().catch(() => undefined);
        await runner.release();
      }
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
    newestWhere: (column, value, { before, limit }) =>
      rows(
        `${select} WHERE ${column} = ${mark(1)} ${before === undefined ? '' : `AND seq < ${digits(before)}`} ORDER BY seq DESC LIMIT ${Math.trunc(limit)}`,
        [value],
      ),
    async rowsOfRequests(requestIds, { after, limit }) {
      if (requestIds.length === 0) return [];
      const marks = requestIds.map((_, at) => mark(at + 1)).join(', ');
      return rows(
        `${select} WHERE request_id IN (${marks}) AND seq > ${digits(after)} ORDER BY seq LIMIT ${Math.trunc(limit)}`,
        requestIds,
      );
    },
    // Numbers and times rise together, but for the clocks of several processes. So the span's numbers lie between
    // those of rows that are certainly before it and after it, found in the index on `at` at once; without them a
    // page would be found by reading the ledger from its beginning, or by sorting the whole span.
    rowsBetween: ({ from, to }, { after, limit }) =>
      rows(
        `${select} WHERE seq > ${digits(after)} AND at >= ${mark(1)} AND at < ${mark(2)}
           AND seq > COALESCE((${outermost('MIN', `at < ${mark(3)} ORDER BY at DESC`)}), 0)
           AND seq < COALESCE((${outermost('MAX', `at >= ${mark(4)} ORDER BY at`)}), 9223372036854775807)
         ORDER BY seq LIMIT ${Math.trunc(limit)}`,
        [shifted(from, 0), shifted(to, 0), shifted(from, -CLOCKS_DIFFER_MS), shifted(to, CLOCKS_DIFFER_MS)],
      ),
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
