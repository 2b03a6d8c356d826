/**
 * `npm run ledger:reconcile` lays what every sector recorded as disclosed beside what collaboration recorded as granted
 * to it. A hub that was asked has no difference; an entry that somebody added to a sector's ledger, well chained, so
 * that `ledger:verify` finds nothing, is named with what is wrong.
 */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { rules } from '@kasane/disclosure';
import {
  createLedger,
  withheldRules,
  type LedgerEntry,
  type LedgerItem,
  type LedgerRecord,
} from '@kasane/ledger';
import { household, staff } from '@kasane/sample-municipality';
import { Category, officeCode, personId, staffId } from '@kasane/vocabulary';
import { DataSource } from 'typeorm';
import { marked, runLedgerCommand, type CommandResult } from './ledger-command.js';
import { randomQuery } from './random/query.js';
import { randomFrom } from './random/random.js';
import { openTestHub, type TestHub } from './test-hub.js';

const SECTOR = 'child-family';
const sectors = ['elder-care', 'disability-support', SECTOR, 'livelihood-support'];

jest.setTimeout(60_000);

let hub: TestHub;
let source: DataSource;
beforeAll(async () => {
  hub = await openTestHub();
  // As whoever runs the sector's system: with its runtime role alone.
  source = await new DataSource({
    type: 'postgres',
    url: hub.databases[SECTOR]?.url ?? '',
    installExtensions: false,
  }).initialize();
}, 120_000);
afterAll(async () => {
  await source?.destroy();
  await hub?.stop();
});

const reconcile = (...options: readonly string[]): Promise<CommandResult> =>
  runLedgerCommand(hub, 'reconcile-ledgers', ...options);
const ledger = () => createLedger({ dataSource: source, name: SECTOR });

/** An entry of the sector that rests on a consent. */
async function granted(): Promise<LedgerEntry> {
  const entries = await ledger().entriesBetween({ from: new Date(0), to: new Date('9999-01-01T00:00:00Z') });
  const found = entries.find(
    ({ kind, outcome, items }) =>
      kind === 'DISCLOSURE' && outcome === 'PERMITTED' && items.every(({ rule }) => rule === 'CONSENT'),
  );
  if (!found) throw new Error('Nobody was shown anything on a consent.');
  return { ...found, items: found.items.slice(0, 2) };
}

test('a hub that was asked has no difference, and records about several persons are no exception', async () => {
  const random = randomFrom(3);
  const asking = staff.filter(
    ({ roles }) => roles.includes('COORDINATOR') || roles.includes('SECTOR_WORKER'),
  );
  for (let questions = 0; questions < 40; questions += 1) {
    const viewer = random.of(asking);
    const focus = household(viewer.office.startsWith('kato') ? random.of(['H03', 'H06']) : 'H01').id;
    await hub.ask(viewer.staffId, randomQuery(random, { focus }));
  }
  // The same twice at once, and with each field asked twice: rows overlap, and are written in any order.
  const whole = `query Q($id: ID!) { a: household(id: $id) { ...H } b: household(id: $id) { ...H } }
    fragment H on Household { members { person { childFamily { contacts { summary } schooling { name } } livelihoodSupport { contacts { summary } } } } livelihoodSupport { housing { note } } }`;
  const variables = { id: household('H03').id };
  await Promise.all(Array.from({ length: 4 }, () => hub.ask('kato-coordinator', whole, { variables })));

  const result = await reconcile();
  expect(result).toMatchObject({ code: 0, output: expect.not.stringContaining('✗') });
  const told = marked(result, '✓');
  expect(told.map((line) => /^✓ ([a-z-]+):/.exec(line)?.[1])).toEqual(sectors);
  const compared = told.map((line) => Number(/— (\d+) disclosures/.exec(line)?.[1]));
  expect(compared.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(20);
}, 120_000);

type Forgery = (entry: LedgerEntry) => Partial<LedgerRecord>;

/** What whoever runs a sector's system might add to its ledger, and what it is called. */
const forgeries: readonly (readonly [string, string, Forgery])[] = [
  ['for somebody of whom nothing was asked', 'WITHOUT_GRANT', () => ({ person: personId('p-somebody') })],
  ['under a request that there never was', 'WITHOUT_GRANT', () => ({ requestId: 'never-asked' })],
  [
    'in a category that was denied',
    'ALTHOUGH_DENIED',
    ({ items }) => ({ items: items.map((item) => ({ ...item, category: Category.CHILD_PROTECTION })) }),
  ],
  [
    'by another consent',
    'OTHER_BASIS',
    ({ items }) => ({ items: items.map((item) => ({ ...item, evidence: 'consent-of-nobody' })) }),
  ],
  [
    'by a rule that was not the one',
    'OTHER_BASIS',
    ({ items }) => ({ items: items.map((item) => ({ ...item, rule: 'EMERGENCY' })) }),
  ],
  [
    'to another worker',
    'OTHER_VIEWER',
    ({ viewer }) => ({ viewer: { ...viewer, staffId: staffId('kato-toshi-seisaku-worker') } }),
  ],
  [
    'to another office',
    'OTHER_VIEWER',
    ({ viewer }) => ({ viewer: { ...viewer, office: officeCode('kato-toshi-seisaku') } }),
  ],
  ['for another purpose', 'OTHER_VIEWER', ({ viewer }) => ({ viewer: { ...viewer, purpose: 'OUTREACH' } })],
  ['by rules that nobody decided by', 'OTHER_POLICY', () => ({ policyVersion: '2000-01-01.1' })],
];

describe('an entry that was added to the ledger of a sector', () => {
  let result: CommandResult;
  let first: number;
  beforeAll(async () => {
    const entry = await granted();
    const { seq: _seq, at: _at, prevHash: _prev, hash: _hash, ...record } = entry;
    first = (await ledger().head()).seq + 1;
    await ledger().append(forgeries.map(([, , change]) => ({ ...record, ...change(entry) })));
    result = await reconcile();
  });

  test('is not found by the chain: it was added as any other', async () => {
    expect((await runLedgerCommand(hub, 'verify-ledgers')).code).toBe(0);
  });

  test.each(forgeries)('%s, is named', (what, kind) => {
    const seq = first + forgeries.findIndex(([each]) => each === what);
    const named = result.output.split('\n').filter((line) => line.includes(`— entry ${seq} `));
    expect(new Set(named.map((line) => /\[(\w+)\]/.exec(line)?.[1]))).toEqual(new Set([kind]));
  });

  test('is told with the exit code, in the sector where it stands, and without naming a person', () => {
    expect(result.code).toBe(1);
    expect(marked(result, '✗').map((line) => line.split(':')[0])).toEqual([`✗ ${SECTOR}`]);
    expect(marked(result, '✓')).toHaveLength(sectors.length - 1);
    expect(result.output).not.toMatch(/p-[a-z0-9]{8}|p-somebody/);
  });

  test('is looked for on the days that are asked for', async () => {
    expect(await reconcile('--to', '2020-01-01')).toMatchObject({ code: 0 });
    expect((await reconcile('--from', '2020-01-01')).code).toBe(1);
    for (const wrong of [
      ['--from', 'yesterday'],
      ['--since', '2020-01-01'],
    ])
      expect(await reconcile(...wrong)).toMatchObject({
        code: 2,
        output: expect.stringContaining('npm run'),
      });
  });
});

test('a grant names the sector that it is for', async () => {
  const hubSource = await new DataSource({
    type: 'postgres',
    url: hub.databases['collaboration']?.url ?? '',
    installExtensions: false,
  }).initialize();
  try {
    const rows: { items: string }[] = await hubSource.query(
      `SELECT DISTINCT items FROM ledger_entry WHERE kind = 'GRANT'`,
    );
    const items = rows.flatMap((row) => JSON.parse(row.items) as LedgerItem[]);
    expect(new Set(items.map(({ sector }) => sector))).toEqual(new Set(sectors));
    for (const { sector, fields } of items) {
      const field = hub.registry.find(({ id }) => id === sector)?.field ?? '';
      expect(fields).toContain(`Person.${field}Grant`);
    }
  } finally {
    await hubSource.destroy();
  }
});

test('every rule that is not told to a person is a rule', () => {
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining([...withheldRules]));
});
