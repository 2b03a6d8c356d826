import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { columnNames, type LedgerRow } from './columns.js';
import { ledgerMigrations, verifyLedger } from './index.js';
import { NAME, openLedger, record, type LedgerDatabase } from './ledger.fixtures.js';

let open: LedgerDatabase;
beforeAll(async () => {
  open = await openLedger();
  await open.ledger.append([record(), record(), record()]);
});
afterAll(() => open.close());

const changes = [
  `UPDATE ledger_entry SET outcome = 'DENIED'`,
  `UPDATE ledger_entry SET seq = 9 WHERE seq = 3`,
  `INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE seq = 3 ON CONFLICT (seq) DO UPDATE SET outcome = 'DENIED'`,
  'DELETE FROM ledger_entry WHERE seq = 2',
  'TRUNCATE ledger_entry',
];

test.each(changes)('the runtime role may not: %s', async (statement) => {
  await expect(open.dataSource.query(statement)).rejects.toThrow(/permission denied/);
});

test.each([
  'ALTER TABLE ledger_entry DISABLE TRIGGER ALL',
  'DROP TABLE ledger_entry',
  'DROP TRIGGER ledger_next ON ledger_entry',
])('the runtime role cannot open the lock: %s', async (statement) => {
  await expect(open.dataSource.query(statement)).rejects.toThrow(/must be owner/);
});

test.each(changes)(
  'the trigger stops even the owner, and a superuser who plays replica: %s',
  async (statement) => {
    const owner = await open.connect(open.database.migrationUrl);
    await expect(owner.query(statement)).rejects.toThrow(/append-only/);
    const admin = (await open.connect(open.database.adminUrl)).createQueryRunner();
    await admin.query(`SET session_replication_role = 'replica'`);
    await expect(admin.query(statement)).rejects.toThrow(/append-only/);
    await admin.release();
  },
);

describe('the database itself refuses an entry that does not follow the last one', () => {
  const copyOfThird = (table: string, seq: string, prevHash: string): string =>
    `INSERT INTO ${table} SELECT ${columnNames.map((name) => ({ seq, prev_hash: prevHash })[name as string] ?? name).join(', ')}
       FROM ${table} WHERE seq = 3`;

  test.each([
    ['a far number', '9007199254740993', 'hash'],
    ['a gap', '5', 'hash'],
    ['a number before the first', '0', 'hash'],
    ['another previous hash', '4', `repeat('0', 64)`],
    ['a fork', '3', 'prev_hash'],
  ])('with %s', async (_what, seq, prevHash) => {
    await expect(open.dataSource.query(copyOfThird('ledger_entry', seq, prevHash))).rejects.toThrow(
      /does not follow|duplicate key/,
    );
  });

  const third = async (): Promise<LedgerRow> => {
    const [row] = (await open.dataSource.query('SELECT * FROM ledger_entry WHERE seq = 3')) as [LedgerRow];
    return row;
  };
  /** The third entry again and again, each with the next number, as if it followed the third, but for its changes. */
  const after = (
    third: LedgerRow,
    changes: readonly Partial<LedgerRow>[],
    runner: QueryRunner,
  ): Promise<unknown> => {
    const rows = changes.map((change, at) => ({
      ...third,
      seq: String(at + 4),
      prev_hash: third.hash,
      ...change,
    }));
    let mark = 0;
    const tuples = rows.map(() => `(${columnNames.map(() => `$${++mark}`).join(', ')})`).join(', ');
    return runner.query(
      `INSERT INTO ledger_entry (${columnNames.join(', ')}) VALUES ${tuples}`,
      rows.flatMap((row) => columnNames.map((name) => row[name])),
    );
  };

  test.each<[string, readonly Partial<LedgerRow>[]]>([
    ['a gap behind the first of several', [{}, { seq: '6' }]],
    ['another previous hash behind the first of several', [{}, { prev_hash: '0'.repeat(64) }]],
    ['one number twice', [{}, { seq: '4' }]],
    ['one that is no number beside one that follows', [{}, { seq: '0' }]],
  ])('with %s', async (_what, changes) => {
    const runner = open.dataSource.createQueryRunner();
    await expect(after(await third(), changes, runner)).rejects.toThrow(/does not follow|duplicate key/);
    await runner.release();
  });

  test('without reading the ledger whole, whatever it held when the plan was made', async () => {
    const owner = await open.connect(open.database.migrationUrl);
    await owner.query('ANALYZE ledger_entry');
    const row = await third();
    const runner = open.dataSource.createQueryRunner();
    const wholeReads = async (): Promise<unknown> =>
      runner.query(`SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'ledger_entry'`);
    await runner.startTransaction();
    const before = await wholeReads();
    await after(row, [{}], runner);
    expect(await wholeReads()).toEqual(before);
    await runner.rollbackTransaction();
    await runner.release();
  });

  test('with a temporary table that vouches for it', async () => {
    // Only who may make temporary tables could try; the runtime role may not even do that.
    const runner = (await open.connect(open.database.migrationUrl)).createQueryRunner();
    await runner.query('CREATE TEMPORARY TABLE ledger_entry (seq bigint, hash text)');
    await runner.query(`INSERT INTO pg_temp.ledger_entry VALUES (98, 'x')`);
    await expect(runner.query(copyOfThird('public.ledger_entry', '99', `'x'`))).rejects.toThrow(
      /does not follow/,
    );
    await runner.release();
  });
});

test('after all of that the ledger is whole', async () => {
  expect(await verifyLedger(open.dataSource, { name: NAME })).toMatchObject({ entries: 3, problems: [] });
});

test('the migration is never undone', async () => {
  for (const Migration of ledgerMigrations())
    await expect(new Migration().down(undefined as never)).rejects.toThrow('The ledger is never');
});
