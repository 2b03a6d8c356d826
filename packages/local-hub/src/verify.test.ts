import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import { createLedger, ledgerEntity, ledgerMigrations, type LedgerRecord } from '@kasane/ledger';
import { officeCode, personId, sectorId, staffId } from '@kasane/vocabulary';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { parseHeads, report, verifyAt } from './verify.js';

const record = (requestId: string): LedgerRecord => ({
  kind: 'DISCLOSURE',
  requestId,
  viewer: { staffId: staffId('s'), office: officeCode('o'), capacity: 'CITY_STAFF', roles: ['COORDINATOR'] },
  person: personId('p'),
  sector: sectorId('elder-care'),
  outcome: 'PERMITTED',
  items: [{ category: 'CARE_CERT', fields: ['CareNeedCertification.level'], rule: 'CONSENT' }],
  policyVersion: '1',
});

let database: TestDatabase;
const as = (url: string): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    installExtensions: false,
    entities: [ledgerEntity],
    migrations: [...ledgerMigrations({ appRole: database.appRole })],
  }).initialize();
async function run(url: string, work: (source: DataSource) => Promise<unknown>): Promise<void> {
  const source = await as(url);
  await work(source).finally(() => source.destroy());
}

beforeEach(async () => {
  database = await createTestDatabase('verify-ledger');
  await run(database.migrationUrl, (source) => source.runMigrations());
  await run(database.url, (source) =>
    createLedger({ dataSource: source, name: 'elder-care' }).append(['r1', 'r2', 'r3'].map(record)),
  );
});
afterEach(() => database.drop());

test('a whole ledger is one line with its head', async () => {
  const verdict = await verifyAt(database.url, 'elder-care');
  expect(verdict).toMatchObject({ entries: 3, problems: [] });
  expect(report(verdict)).toMatch(/^✓ elder-care: 3 entries, whole; head 3:[0-9a-f]{64}$/);
});

test('one changed byte of one row is found', async () => {
  await run(database.adminUrl, async (source) => {
    await source.query('ALTER TABLE ledger_entry DISABLE TRIGGER ALL');
    await source.query(`UPDATE ledger_entry SET request_id = 'r9' WHERE seq = 2`);
  });
  const verdict = await verifyAt(database.url, 'elder-care');
  expect(verdict.problems).toEqual(['entry 2 was changed after it was written']);
  expect(report(verdict)).toContain('✗ elder-care: BROKEN, 3 entries read\n  - entry 2');
});

test('a cut-off end is found against a head that was kept', async () => {
  const { head } = await verifyAt(database.url, 'elder-care');
  const kept = parseHeads(JSON.stringify({ 'elder-care': head }));
  await run(database.adminUrl, async (source) => {
    await source.query('ALTER TABLE ledger_entry DISABLE TRIGGER ALL');
    await source.query('DELETE FROM ledger_entry WHERE seq = 3');
  });
  expect((await verifyAt(database.url, 'elder-care')).problems).toEqual([]);
  const [problem] = (await verifyAt(database.url, 'elder-care', { expectedHead: kept['elder-care'] }))
    .problems;
  expect(problem).toContain('entry 3 is missing');
});

test('the ledger of another party, a missing ledger and a database that is away are problems too', async () => {
  expect((await verifyAt(database.url, 'child-family')).problems).not.toEqual([]);
  const empty = await createTestDatabase('no-ledger');
  expect((await verifyAt(empty.url, 'elder-care')).problems[0]).toContain('cannot be read');
  await empty.drop();
  expect((await verifyAt(empty.url, 'elder-care')).problems[0]).toContain('cannot be read');
});

test('kept heads that are no heads are refused', () => {
  expect(() => parseHeads('{"elder-care":{"seq":"3"}}')).toThrow(/JSON object/);
  expect(() => parseHeads('[null]')).toThrow(/JSON object/);
});
