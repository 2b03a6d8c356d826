import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import { ErrorCode, HubError } from '@kasane/vocabulary';
import fc from 'fast-check';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { dataSourceOptions, openDatabase } from './database.js';
import { Reader } from './reader.js';
import { faultOf, tableFaults } from './table-check.js';
import { tellStatements } from './testing/index.js';

@Entity('pupil')
class Pupil {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'full_name', type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'boolean' })
  boards!: boolean;

  @Column({ type: 'int', nullable: true })
  age!: number | null;

  @Column({ type: 'decimal', precision: 30, scale: 10, nullable: true })
  fee!: string | null;

  @Column({ type: 'bigint', nullable: true })
  number!: string | null;

  @Column({ type: 'date', nullable: true })
  born!: string | null;

  @Column({
    type: 'varchar',
    length: 8,
    transformer: { from: (text: string) => `from ${text}`, to: (text: string) => text.replace('from ', '') },
  })
  code!: string;

  /** In the table, and never read. */
  @Column({ type: 'varchar', length: 64, nullable: true, select: false })
  secret?: string | null;

  get greeting(): string {
    return `I am ${this.name}`;
  }
}

@Entity('club')
class Club {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;
}

@Entity('lesson')
class Lesson {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'begins_at', type: 'timestamptz' })
  beginsAt!: Date;
}

let database: TestDatabase;
let dataSource: DataSource;
const statements: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase('reader');
  const { url, migrationUrl } = database;
  const entities = [Pupil, Club, Lesson];
  dataSource = await openDatabase({
    databaseUrl: url,
    migrationUrl,
    entities,
    migrations: [Tables1763770090000],
  });
  tellStatements(dataSource, (statement) => void statements.push(statement));
}, 60_000);
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  await dataSource.query('DELETE FROM pupil');
  statements.length = 0;
});

class Tables1763770090000 {
  name = 'Tables1763770090000';

  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(
      'CREATE TABLE pupil (id varchar(64) PRIMARY KEY, full_name text, boards boolean, age int, fee decimal(30, 10), number bigint, born date, code varchar(8), secret varchar(64))',
    );
    await runner.query('CREATE TABLE club (id varchar(64) PRIMARY KEY)');
    await runner.query('CREATE TABLE lesson (id varchar(64) PRIMARY KEY, begins_at timestamptz)');
  }

  async down(): Promise<void> {}
}

const pupil = (id: string, more: Partial<Pupil> = {}): Partial<Pupil> => ({
  id,
  name: null,
  boards: false,
  age: null,
  fee: null,
  number: null,
  born: null,
  code: 'x',
  ...more,
});
const everything = (): string => '1 = 1';
const ids = (wanted: readonly string[]) => (sql: { list(values: readonly string[]): string }) =>
  `id IN (${sql.list(wanted)})`;

describe('rows', () => {
  test('are what TypeORM itself reads, whatever is in them', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.boolean(),
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        async (name, boards, age, number) => {
          await dataSource.manager.save(Pupil, {
            ...pupil('a', {
              name,
              boards,
              age,
              number: String(number),
              fee: `${age}.0123456789`,
              born: '2019-02-28',
            }),
          });
          const [row] = await new Reader(dataSource.manager).rows(Pupil, everything);
          expect(row).toEqual(await dataSource.manager.findOneBy(Pupil, { id: 'a' }));
          expect(row).toBeInstanceOf(Pupil);
          expect(row?.greeting).toBe(`I am ${name}`);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('leave out a column that is not to be read', async () => {
    await dataSource.manager.insert(Pupil, { ...pupil('a'), secret: 'CANARY' });
    statements.length = 0;
    const rows = await new Reader(dataSource.manager).rows(Pupil, everything);
    expect(JSON.stringify([rows, statements])).not.toMatch(/CANARY|secret/);
  });

  test('come in the order asked for, and what has no value comes last in either direction', async () => {
    await dataSource.manager.insert(Pupil, [
      pupil('a', { age: 3 }),
      pupil('b'),
      pupil('d', { age: 12 }),
      pupil('c', { age: 12 }),
    ]);
    const reader = new Reader(dataSource.manager);
    const inOrder = async (age: 'ASC' | 'DESC') =>
      (await reader.rows(Pupil, everything, { age, id: 'ASC' })).map(({ id }) => id).join('');
    expect([await inOrder('ASC'), await inOrder('DESC')]).toEqual(['acdb', 'cdab']);
  });
});

test('a column that JSON might change is refused by its name', async () => {
  await expect(new Reader(dataSource.manager).rows(Lesson, everything)).rejects.toThrow(
    'Lesson.beginsAt: the kit reads no column of type timestamptz.',
  );
});

describe('what is asked for in the same step', () => {
  test('is read in one statement, and each gets its own; what is asked for later in another', async () => {
    await dataSource.manager.insert(Pupil, [pupil('a'), pupil('b')]);
    await dataSource.manager.save(Club, { id: 'chess' });
    statements.length = 0;
    const reader = new Reader(dataSource.manager);
    const found = await Promise.all([
      reader.rows(Pupil, ids(['b', 'c'])),
      reader.rows(Club, everything),
      Promise.resolve().then(() => reader.rows(Pupil, ids(['a']))),
    ]);
    expect(found.map((rows) => rows.map(({ id }) => id))).toEqual([['b'], ['chess'], ['a']]);
    expect(statements).toHaveLength(1);
    await reader.rows(Club, everything);
    expect(statements).toHaveLength(2);
  });

  test('fails together: a part must not pass for the whole', async () => {
    const reader = new Reader(dataSource.manager);
    const results = await Promise.allSettled([
      reader.rows(Club, everything),
      reader.rows(Pupil, () => 'no_such_column = 1'),
    ]);
    expect(results).toEqual(
      results.map(() => ({ status: 'rejected', reason: new HubError(ErrorCode.SECTOR_UNAVAILABLE) })),
    );
  });

  test('tells whoever runs the sector why it failed, and no value with it', async () => {
    const faults: string[] = [];
    const reader = new Reader(dataSource.manager, (cause) => void faults.push(faultOf(cause)));
    await expect(reader.rows(Pupil, ({ value }) => `no_such_column = ${value('CANARY')}`)).rejects.toThrow();
    await expect(reader.rows(Pupil, ({ value }) => `age = ${value('CANARY')}`)).rejects.toThrow();
    expect(faults).toEqual(['column "no_such_column" does not exist', '22P02']);
  });

  test('of two requests is two statements', async () => {
    await Promise.all([1, 2].map(() => new Reader(dataSource.manager).rows(Club, everything)));
    expect(statements).toHaveLength(2);
  });
});

describe('tables', () => {
  const entities = [Pupil, Club, Lesson];

  test('that are as their classes say have no fault, and no row is read', async () => {
    await dataSource.manager.insert(Pupil, { ...pupil('a'), secret: 'CANARY' });
    statements.length = 0;
    expect(await tableFaults(dataSource, entities)).toEqual([]);
    expect(statements).toHaveLength(1);
  });

  test('are not blamed for a database that is away', async () => {
    const away = new DataSource(dataSourceOptions('postgres://nobody@127.0.0.1:1/none', { entities }));
    await expect(
      tableFaults(Object.assign(away, { getMetadata: dataSource.getMetadata.bind(dataSource) }), entities),
    ).rejects.toThrow();
  });

  test('that were changed under us are named with what they miss', async () => {
    const owner = new DataSource(dataSourceOptions(database.migrationUrl, { entities: [] }));
    await owner.initialize();
    await owner.query('ALTER TABLE club RENAME COLUMN id TO number');
    await owner.query('ALTER TABLE lesson RENAME TO course');
    await owner.destroy();
    expect(await tableFaults(dataSource, entities)).toEqual([
      'club: column "id" does not exist',
      'lesson: relation "lesson" does not exist',
    ]);
  });
});
