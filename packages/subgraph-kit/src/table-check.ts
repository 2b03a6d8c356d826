import { QueryFailedError, type DataSource } from 'typeorm';

/** That a table, or a column of it, is not there or may not be read: by the code of PostgreSQL and of MariaDB. */
const TABLE_FAULTS: ReadonlySet<unknown> = new Set([
  ...['42P01', '42703', '42501'],
  ...['ER_NO_SUCH_TABLE', 'ER_BAD_FIELD_ERROR', 'ER_VIEW_INVALID'],
  ...['ER_TABLEACCESS_DENIED_ERROR', 'ER_COLUMNACCESS_DENIED_ERROR'],
]);

/**
 * What a log may hold of a statement that failed: for a table that is not as its class says the database's own words,
 * which name table or column and quote no value; else the code alone.
 */
export function faultOf(error: unknown): string {
  const { code, message, name } = causeOf(error);
  return TABLE_FAULTS.has(code) ? message : typeof code === 'string' ? code : name;
}

const isTableFault = (error: unknown): boolean => TABLE_FAULTS.has(causeOf(error).code);

/** What the driver said, where it is known. */
function causeOf(error: unknown): {
  readonly code?: unknown;
  readonly message: string;
  readonly name: string;
} {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return cause instanceof Error ? cause : new Error('unknown');
}

/**
 * What is wrong with the tables of these classes: of each that was changed under us, what the database says of it.
 * Names every column and reads no row.
 * @throws when the database is away
 */
export async function tableFaults(
  dataSource: DataSource,
  entities: readonly (new () => object)[],
): Promise<readonly string[]> {
  const { driver } = dataSource;
  const checks = entities.map((entity) => {
    const { columns, tablePath, tableName } = dataSource.getMetadata(entity);
    const table = tablePath.split('.').map((name) => driver.escape(name));
    const isThere = columns.map(({ databaseName }) => `${driver.escape(databaseName)} IS NULL`);
    return { tableName, sql: `SELECT 1 FROM ${table.join('.')} WHERE 1 = 0 AND (${isThere.join(' OR ')})` };
  });
  try {
    await dataSource.query(checks.map(({ sql }) => sql).join(' UNION ALL '));
    return [];
  } catch {
    const each = await Promise.allSettled(checks.map(({ sql }) => dataSource.query(sql)));
    return each.flatMap((result, at) => {
      if (result.status === 'fulfilled') return [];
      // Whatever else is wrong says nothing of the tables.
      if (!isTableFault(result.reason)) throw result.reason;
      return [`${checks[at]?.tableName}: ${faultOf(result.reason)}`];
    });
  }
}
