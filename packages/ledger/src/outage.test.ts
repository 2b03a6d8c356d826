import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createLedger, verifyLedger } from './index.js';
import { NAME, openLedger, record, type LedgerDatabase } from './ledger.fixtures.js';

let open: LedgerDatabase;
let admin: DataSource;
beforeEach(async () => {
  open = await openLedger();
  const url = new URL(open.database.adminUrl);
  url.pathname = '/postgres';
  admin = await open.connect(url.href);
});
afterEach(() => open.close());

const name = (): string => new URL(open.database.adminUrl).pathname.slice(1);
const goAway = async (): Promise<void> => {
  await admin.query(`ALTER DATABASE "${name()}" ALLOW_CONNECTIONS false`);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name()]);
};
const comeBack = (): Promise<unknown> => admin.query(`ALTER DATABASE "${name()}" ALLOW_CONNECTIONS true`);

test('while the database is away every append is refused, and nothing is half-written when it is back', async () => {
  await open.ledger.append([record({ requestId: 'before' })]);
  await goAway();
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      open.ledger.append([record({ requestId: `away-${i}` }), record({ requestId: `away-${i}` })]),
    ),
  );
  for (const attempt of attempts) {
    expect(attempt).toMatchObject({
      status: 'rejected',
      reason: { code: 'LEDGER_UNAVAILABLE', httpStatus: 503 },
    });
  }
  await comeBack();
  await open.ledger.append([record({ requestId: 'after' })]);
  expect(await verifyLedger(open.dataSource, { name: NAME })).toMatchObject({ entries: 2, problems: [] });
});

test('a connection that was cut while idle costs no append', async () => {
  await open.ledger.append([record()]);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name()]);
  await open.ledger.append([record()]);
  expect(await verifyLedger(open.dataSource, { name: NAME })).toMatchObject({ entries: 2, problems: [] });
});

test('a database that hangs is given up at the deadline, and a late commit breaks nothing', async () => {
  const ledger = createLedger({ dataSource: open.dataSource, name: NAME, limits: { deadlineMs: 300 } });
  await ledger.append([record()]);
  const blocker = (await open.connect(open.database.adminUrl)).createQueryRunner();
  await blocker.startTransaction();
  await blocker.query('LOCK TABLE ledger_entry IN ACCESS EXCLUSIVE MODE');
  await expect(ledger.append([record()])).rejects.toMatchObject({
    code: 'LEDGER_UNAVAILABLE',
    cause: 'DeadlinePassed',
  });
  await blocker.rollbackTransaction();
  await blocker.release();
  await ledger.append([record()]);
  const { entries, problems } = await verifyLedger(open.dataSource, { name: NAME });
  expect(problems).toEqual([]);
  // Refused but perhaps recorded: never disclosed and unrecorded.
  expect(entries).toBeGreaterThanOrEqual(2);
});

test('a ledger that can be read but not written refuses every append', async () => {
  await open.ledger.append([record()]);
  const owner = await open.connect(open.database.migrationUrl);
  await owner.query(`REVOKE INSERT ON ledger_entry FROM "${open.database.appRole}"`);
  await expect(open.ledger.append([record()])).rejects.toMatchObject({
    code: 'LEDGER_UNAVAILABLE',
    cause: '42501',
  });
  expect(await open.ledger.entriesOfRequest('request-1')).toHaveLength(1);
});

describe('whether the ledger can be written', () => {
  test('is told without leaving an entry', async () => {
    await open.ledger.check();
    await open.ledger.append([record()]);
    await open.ledger.check();
    expect(await verifyLedger(open.dataSource, { name: NAME })).toMatchObject({ entries: 1, problems: [] });
  });

  test('holds while entries are being written', async () => {
    const other = createLedger({ dataSource: await open.connect(), name: NAME });
    await Promise.all([
      // Two requests are never alike to the byte: what is would be taken for the same batch, tried again.
      ...Array.from({ length: 60 }, (_, i) =>
        (i % 2 ? other : open.ledger).append([record({ requestId: `r-${i}` })]),
      ),
      ...Array.from({ length: 20 }, () => open.ledger.check()),
    ]);
    expect(await verifyLedger(open.dataSource, { name: NAME })).toMatchObject({ entries: 60, problems: [] });
  });

  const lost: readonly (readonly [string, string, string])[] = [
    ['it is read-only', 'REVOKE INSERT ON ledger_entry FROM $role', 'GRANT INSERT ON ledger_entry TO $role'],
    [
      'it is full',
      'ALTER TABLE ledger_entry ADD CONSTRAINT full_disk CHECK (false) NOT VALID',
      'ALTER TABLE ledger_entry DROP CONSTRAINT full_disk',
    ],
    [
      'its table is gone',
      'ALTER TABLE ledger_entry RENAME TO ledger_away',
      'ALTER TABLE ledger_away RENAME TO ledger_entry',
    ],
  ];
  test.each(lost)('fails when %s, and holds again after', async (_why, begin, end) => {
    const owner = await open.connect(open.database.adminUrl);
    const run = (sql: string): Promise<unknown> =>
      owner.query(sql.replace('$role', `"${open.database.appRole}"`));
    await open.ledger.append([record()]);
    await run(begin);
    await expect(open.ledger.check()).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await run(end);
    await open.ledger.check();
  });

  test("fails for another party's ledger", async () => {
    await open.ledger.append([record()]);
    const foreign = createLedger({ dataSource: await open.connect(), name: 'child-family' });
    await expect(foreign.check()).rejects.toMatchObject({ cause: 'ForeignLedger' });
  });

  test('is given up when the database hangs, and holds one connection however often it is asked', async () => {
    const source = await open.connect(undefined, undefined, 2);
    const ledger = createLedger({ dataSource: source, name: NAME, limits: { deadlineMs: 200 } });
    await ledger.append([record()]);
    const blocker = (await open.connect(open.database.adminUrl)).createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE ledger_entry IN SHARE MODE');
    for (let asked = 0; asked < 4; asked += 1)
      await expect(ledger.check()).rejects.toMatchObject({ cause: 'DeadlinePassed' });
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await blocker.rollbackTransaction();
    await blocker.release();
    await ledger.append([record()]);
    await ledger.check();
  });
});

describe('operators', () => {
  interface Told {
    readonly facts: object;
    readonly message: string;
  }
  function told() {
    const lines: Told[] = [];
    const tell = (facts: object, message: string): void => void lines.push({ facts, message });
    return { lines, logger: { warn: tell, error: tell } };
  }

  test('are told of an outage once, and once that it is over', async () => {
    const { lines, logger } = told();
    const ledger = createLedger({ dataSource: open.dataSource, name: NAME, logger });
    const owner = await open.connect(open.database.migrationUrl);
    await ledger.append([record()]);
    expect(lines).toEqual([]);
    await owner.query(`REVOKE INSERT ON ledger_entry FROM "${open.database.appRole}"`);
    for (let i = 0; i < 3; i += 1) await expect(ledger.append([record()])).rejects.toThrow();
    await expect(ledger.check()).rejects.toThrow();
    await owner.query(`GRANT INSERT ON ledger_entry TO "${open.database.appRole}"`);
    await ledger.append([record()]);
    await ledger.append([record()]);
    expect(lines).toEqual([
      { facts: { code: '42501' }, message: 'the ledger failed once and is tried again' },
      {
        facts: { code: '42501' },
        message: 'the ledger cannot be written: nothing is disclosed until it can',
      },
      { facts: { seconds: expect.any(Number), refused: 3 }, message: 'the ledger can be written again' },
    ]);
  });

  test('are told by a check too, before anybody asked for anything', async () => {
    const { lines, logger } = told();
    const ledger = createLedger({ dataSource: open.dataSource, name: NAME, logger });
    const owner = await open.connect(open.database.migrationUrl);
    await owner.query(`REVOKE INSERT ON ledger_entry FROM "${open.database.appRole}"`);
    await expect(ledger.check()).rejects.toThrow();
    await expect(ledger.check()).rejects.toThrow();
    expect(lines.map(({ message }) => message)).toEqual([
      'the ledger cannot be written: nothing is disclosed until it can',
    ]);
  });

  test('are told of a record that cannot be written, which is no outage', async () => {
    const { lines, logger } = told();
    const ledger = createLedger({ dataSource: open.dataSource, name: NAME, logger });
    await expect(ledger.append([record({ requestId: 'two\nlines' })])).rejects.toThrow();
    expect(lines).toEqual([
      {
        facts: { problem: 'a ledger record has no usable request_id' },
        message: 'one answer was held back: its record cannot be written',
      },
    ]);
  });
});

test('a full queue refuses at once instead of waiting', async () => {
  const ledger = createLedger({ dataSource: open.dataSource, name: NAME, limits: { waitingRows: 10 } });
  const attempts = await Promise.allSettled(Array.from({ length: 30 }, () => ledger.append([record()])));
  expect(attempts.filter(({ status }) => status === 'rejected')).toHaveLength(20);
  expect(await verifyLedger(open.dataSource, { name: NAME })).toMatchObject({ entries: 10, problems: [] });
});

test('what operators are told of a failure holds no id of a person', async () => {
  const told: unknown[] = [];
  const logger = {
    warn: (...args: unknown[]) => told.push(args),
    error: (...args: unknown[]) => told.push(args),
  };
  const ledger = createLedger({ dataSource: open.dataSource, name: NAME, logger });
  await goAway();
  const error: unknown = await ledger.append([record()]).catch((reason: unknown) => reason);
  expect(told.length).toBeGreaterThan(0);
  expect(JSON.stringify([told, error, (error as Error).cause, (error as Error).stack])).not.toMatch(
    /person-1|staff-suzuki/,
  );
  await comeBack();
});
