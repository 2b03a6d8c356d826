import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { genesisHash } from './chain.js';
import { columnNames, type ColumnName } from './columns.js';
import { verifyLedger, type LedgerHead } from './index.js';
import { NAME, openLedger, record, type LedgerDatabase } from './ledger.fixtures.js';

const ROWS = 12;
let open: LedgerDatabase;
let admin: DataSource;
let head: LedgerHead;
let hashes: readonly string[];
let primaryKey: string;
beforeAll(async () => {
  open = await openLedger();
  admin = await open.connect(open.database.adminUrl, undefined, 1);
  [{ primaryKey }] = (await admin.query(
    `SELECT quote_ident(conname) AS "primaryKey" FROM pg_constraint WHERE conrelid = 'ledger_entry'::regclass AND contype = 'p'`,
  )) as [{ primaryKey: string }];
  const { viewer } = record();
  for (let i = 1; i <= ROWS; i++) {
    // Some rows with every column filled, some with every nullable column empty.
    const filled = i % 2 === 0;
    await open.ledger.append([
      record({
        requestId: `r-${i}`,
        viewer: filled
          ? { ...viewer, conference: 'c-1', emergencyReason: 'x' }
          : { ...viewer, purpose: undefined },
        ...(!filled && { person: undefined, household: undefined }),
      }),
    ]);
  }
  head = await open.ledger.head();
  const rows = (await admin.query('SELECT hash FROM ledger_entry ORDER BY seq')) as { hash: string }[];
  hashes = rows.map(({ hash }) => hash);
});
afterAll(() => open.close());

const verify = (name = NAME, expectedHead?: LedgerHead) =>
  verifyLedger(admin, { name, ...(expectedHead && { expectedHead }) });

/** Verifies what `statements` make of the ledger past its guards, as only its owner could, and undoes them. */
async function verifyAfter(statements: string, values: readonly unknown[] = [], expectedHead?: LedgerHead) {
  // The only connection of its pool: what it asks in between is asked inside the transaction.
  await admin.query('BEGIN');
  try {
    await admin.query('ALTER TABLE ledger_entry DISABLE TRIGGER ALL');
    await admin.query('ALTER TABLE ledger_entry DROP CONSTRAINT ' + primaryKey);
    await admin.query(statements, [...values]);
    return await verify(NAME, expectedHead);
  } finally {
    await admin.query('ROLLBACK');
  }
}

test('a ledger that nobody touched is whole, and its head is the one that was kept', async () => {
  expect(await verify(NAME, head)).toEqual({ entries: ROWS, head, problems: [] });
  expect(head.seq).toBe(ROWS);
});

test('the runtime role can verify, and an empty ledger is whole', async () => {
  const empty = await openLedger();
  const { problems, entries, head: none } = await verifyLedger(empty.dataSource, { name: NAME });
  expect({ problems, entries, seq: none.seq }).toEqual({ problems: [], entries: 0, seq: 0 });
  expect(await empty.ledger.head()).toEqual(none);
  await empty.close();
});

test('changing any one byte of any column of any row is found', async () => {
  const change = fc.record({
    seq: fc.integer({ min: 1, max: ROWS }),
    column: fc.constantFrom<ColumnName>(...columnNames.filter((name) => name !== 'seq')),
    at: fc.nat(),
    byte: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ seq, column, at, byte }) => {
      const [{ value }] = (await admin.query(`SELECT ${column} AS value FROM ledger_entry WHERE seq = $1`, [
        seq,
      ])) as [{ value: string | null }];
      // Where nothing stands, one byte appears, or none: null and empty are not the same.
      const text = value ?? '';
      const position = text.length > 0 ? at % text.length : 0;
      const changed =
        value === null && at % 2 === 0 ? '' : text.slice(0, position) + byte + text.slice(position + 1);
      fc.pre(changed !== value);
      const { problems } = await verifyAfter(`UPDATE ledger_entry SET ${column} = $1 WHERE seq = $2`, [
        changed,
        seq,
      ]);
      expect(problems.map((problem) => problem.seq)).toContain(seq);
    }),
    { numRuns: 120 },
  );
});

describe('finds', () => {
  test.each([
    ['an emptied column', 'UPDATE ledger_entry SET purpose = NULL WHERE seq = 4', [4]],
    ['a number that was changed', 'UPDATE ledger_entry SET seq = 40 WHERE seq = 12', [40, 40]],
    ['a row removed from the middle', 'DELETE FROM ledger_entry WHERE seq = 5', [6, 6]],
    ['the first row removed', 'DELETE FROM ledger_entry WHERE seq = 1', [2, 2]],
    [
      'a row added before the first',
      `INSERT INTO ledger_entry SELECT 0, ${columnNames.slice(1).join(', ')} FROM ledger_entry WHERE seq = 1`,
      [0, 0, 1],
    ],
  ])('%s', async (_what, statement, seqs) => {
    expect((await verifyAfter(statement)).problems.map(({ seq }) => seq)).toEqual(seqs);
  });

  test('two rows that changed places', async () => {
    const swap = `UPDATE ledger_entry SET seq = CASE seq WHEN 3 THEN 7 ELSE 3 END WHERE seq IN (3, 7)`;
    const { problems } = await verifyAfter(swap);
    expect(problems.map(({ seq }) => seq)).toEqual(expect.arrayContaining([3, 7]));
  });

  test("another party's ledger in this one's place", async () => {
    expect((await verify('child-family')).problems).toEqual([
      { seq: 1, problem: 'does not begin this ledger' },
    ]);
  });

  test('an end that was cut off, but only against a head that was kept', async () => {
    const cut = 'DELETE FROM ledger_entry WHERE seq > 10';
    expect((await verifyAfter(cut)).problems).toEqual([]);
    expect((await verifyAfter(cut, [], head)).problems).toEqual([
      { seq: ROWS, problem: 'is missing: the ledger ends before the checkpoint' },
    ]);
  });

  test('that any of the entries that were kept is not there any more', async () => {
    const kept = [3, 7, 7, ROWS].map((seq) => ({ seq, hash: hashes[seq - 1] ?? '' }));
    const check = (checkpoints: readonly LedgerHead[]) => verifyLedger(admin, { name: NAME, checkpoints });
    expect((await check([...kept, { seq: 0, hash: genesisHash(NAME) }])).problems).toEqual([]);
    const forged = { seq: 7, hash: '0'.repeat(64) };
    expect((await check([...kept, forged])).problems).toEqual([
      { seq: 7, problem: 'is not the entry of the checkpoint' },
    ]);
    expect((await check([{ seq: ROWS + 1, hash: 'x' }])).problems).toEqual([
      { seq: ROWS + 1, problem: 'is missing: the ledger ends before the checkpoint' },
    ]);
    const { problems } = await verifyAfter('DELETE FROM ledger_entry WHERE seq = 7', [], kept[1]);
    expect(problems).toContainEqual({ seq: 7, problem: 'is missing: it is the entry of a checkpoint' });
  });

  test('a ledger written anew, against a head that was kept', async () => {
    const other = await openLedger();
    await other.ledger.append(Array.from({ length: ROWS + 3 }, () => record()));
    const { problems } = await verifyLedger(other.dataSource, { name: NAME, expectedHead: head });
    expect(problems).toEqual([{ seq: ROWS, problem: 'is not the entry of the checkpoint' }]);
    await other.close();
  });
});
