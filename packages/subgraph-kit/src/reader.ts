import { ErrorCode, HubError } from '@kasane/vocabulary';
import DataLoader from 'dataloader';
import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';
import { PREPARED } from './prepared.js';

type ColumnMetadata = EntityMetadata['columns'][number];

/** Says which rows of a table are meant, in plain SQL. Values only ever go in as parameters. */
export type Condition = (sql: {
  /** The database's name of a column. */
  readonly column: (property: string) => string;
  readonly value: (value: string) => string;
  readonly list: (values: readonly string[]) => string;
}) => string;

/** Sorts by these properties, texts by their UTF-16 code: the same on every database. What is null comes last. */
export type Order<T> = { readonly [P in keyof T]?: 'ASC' | 'DESC' };

interface Question {
  readonly metadata: EntityMetadata;
  readonly condition: Condition;
}
/** The columns of one row, in the order of {@link columnsOf}. */
type Cells = readonly unknown[];

/**
 * Reads the tables of one request. All that is asked for before the process turns to anything else goes to the
 * database as one statement, however many tables it is of: a record of twelve concepts costs one round trip. One
 * answer or none: where one table cannot be read, nothing of the others is taken for the whole.
 *
 * Each table is a branch of a UNION ALL that gives its rows as JSON, so that tables of different columns fit together
 * and each branch finds its rows by its own index. Columns are named one by one: one that is gone is an error and
 * never a null.
 */
export class Reader {
  private readonly questions: DataLoader<Question, readonly Cells[]>;

  /** @param report is told why something could not be read; the client only that it could not */
  constructor(
    private readonly manager: EntityManager,
    report: (cause: unknown) => void = () => undefined,
  ) {
    this.questions = new DataLoader(
      async (questions) => {
        const [sql, values] = statementOf(this.dataSource, questions);
        const rows = await manager.query<readonly Row[]>(sql, values).catch((cause: unknown) => {
          report(cause);
          throw new HubError(ErrorCode.SECTOR_UNAVAILABLE, undefined, { cause });
        });
        const found = questions.map((): Cells[] => []);
        for (const { part, cells } of rows)
          // PostgreSQL's driver has parsed it, MariaDB's gives the text.
          found[Number(part)]?.push(typeof cells === 'string' ? (JSON.parse(cells) as Cells) : cells);
        return found;
      },
      // After every other loader had its turn: what they look up in the same step is then asked for already.
      { cache: false, batchScheduleFn: (read) => void setImmediate(read) },
    );
  }

  /**
   * The rows of a table that are meant, as instances of its class.
   * @throws {HubError} `SECTOR_UNAVAILABLE` when they could not be read
   */
  async rows<T extends object>(
    entity: new () => T,
    condition: Condition,
    order: Order<T> = {},
  ): Promise<readonly T[]> {
    const metadata = this.dataSource.getMetadata(entity);
    const columns = columnsOf(metadata);
    const found = await this.questions.load({ metadata, condition });
    const rows = found.map((cells) => {
      const row = new entity();
      for (const [at, column] of columns.entries())
        Object.assign(row, {
          [column.propertyName]: this.dataSource.driver.prepareHydratedValue(cells[at], column) as unknown,
        });
      return row;
    });
    return rows.sort(comparing(order));
  }

  private get dataSource(): DataSource {
    return this.manager.dataSource;
  }
}

interface Row {
  readonly part: number | string;
  readonly cells: Cells | string;
}

function statementOf(
  { driver, options }: DataSource,
  questions: readonly Question[],
): [sql: string, values: string[]] {
  const isPostgres = options.type === 'postgres';
  const values: string[] = [];
  const value = (text: string): string => driver.createParameter('', values.push(text) - 1);
  // Of as many as the next power of two, so that few statements are told apart, and their plans kept.
  const list = (texts: readonly string[]): string =>
    Array.from({ length: 2 ** Math.ceil(Math.log2(texts.length)) }, (_, at) => texts[at] ?? texts[0] ?? '')
      .map(value)
      .join(', ');
  const branches = questions.map(({ metadata, condition }, part) => {
    const cells = columnsOf(metadata).map((column) =>
      cellSql(driver.escape(column.databaseName), column, isPostgres),
    );
    const column = (property: string): string => {
      const found = metadata.findColumnWithPropertyName(property);
      if (!found) throw new Error(`${metadata.name} has no column for ${property}.`);
      return driver.escape(found.databaseName);
    };
    const table = metadata.tablePath
      .split('.')
      .map((name) => driver.escape(name))
      .join('.');
    const where = condition({ column, value, list });
    return `SELECT ${part} AS part, ${isPostgres ? 'json_build_array' : 'JSON_ARRAY'}(${cells.join(', ')}) AS cells FROM ${table} WHERE ${where}`;
  });
  return [`${PREPARED} ${branches.join('\nUNION ALL\n')}`, values];
}

/** As many values as a function of PostgreSQL takes. */
const MAX_COLUMNS = 100;
/** Numbers of which JSON would lose digits travel as text, as the drivers give them. */
const AS_TEXT: ReadonlySet<unknown> = new Set(['bigint', 'decimal', 'numeric']);
const AS_IT_IS: ReadonlySet<unknown> = new Set([
  ...['varchar', 'text', 'boolean', 'int', 'integer', 'smallint', 'date', 'simple-json', 'simple-array'],
  ...[String, Number, Boolean],
]);

/** @throws {Error} for a type that JSON might change on its way */
function cellSql(
  name: string,
  { type, entityMetadata, propertyName }: ColumnMetadata,
  isPostgres: boolean,
): string {
  if (AS_IT_IS.has(type)) return name;
  if (AS_TEXT.has(type)) return `CAST(${name} AS ${isPostgres ? 'text' : 'CHAR'})`;
  throw new Error(`${entityMetadata.name}.${propertyName}: the kit reads no column of type ${String(type)}.`);
}

function columnsOf(metadata: EntityMetadata): readonly ColumnMetadata[] {
  const columns = metadata.columns.filter(({ isSelect }) => isSelect);
  if (columns.length > MAX_COLUMNS)
    throw new Error(`${metadata.name} has more than ${MAX_COLUMNS} columns: split it.`);
  return columns;
}

const comparing =
  <T extends object>(order: Order<T>) =>
  (a: T, b: T): number => {
    for (const [property, direction] of Object.entries(order) as [keyof T, 'ASC' | 'DESC'][]) {
      const [one, other] = [a[property], b[property]];
      if (one === other) continue;
      if (one === null || one === undefined) return 1;
      if (other === null || other === undefined) return -1;
      return one < other === (direction === 'ASC') ? -1 : 1;
    }
    return 0;
  };
