import { afterEach, beforeEach, expect, test } from '@jest/globals';
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
