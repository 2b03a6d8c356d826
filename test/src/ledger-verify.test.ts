/** `npm run ledger:verify` tells a whole ledger from one in which a single byte was changed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, staffById } from '@kasane/sample-municipality';
import { COLLABORATION } from '@kasane/vocabulary';
import { runLedgerCommand, type CommandResult } from './ledger-command.js';
import { randomQuery } from './random/query.js';
import { randomFrom } from './random/random.js';
import { openTestHub, type TestHub } from './test-hub.js';
import { openWorld, text, type Row, type WorldStore } from './world/world.js';

let hub: TestHub;
let store: WorldStore;
let parties: readonly string[];

beforeAll(async () => {
  hub = await openTestHub();
  store = await openWorld(hub);
  parties = hub.registry.map(({ id }) => id);
}, 120_000);
afterAll(async () => {
  await store?.close();
  await hub?.stop();
});

const verify = (...options: readonly string[]): Promise<CommandResult> =>
  runLedgerCommand(hub, 'verify-ledgers', ...options);

const viewers = [
  'kato-coordinator',
  'aizu-coordinator',
  'kato-kodomo-worker',
  'kato-livelihood-worker',
  'aizu-houkatsu-2-worker',
  'kato-shougai-worker',
].map(staffById);

/** One random question. */
async function askOnce(random: ReturnType<typeof randomFrom>): Promise<void> {
  const viewer = random.of(viewers);
  const focus = household(viewer.office.startsWith('kato') ? 'H06' : 'H01').id;
  await hub.ask(viewer.staffId, randomQuery(random, { focus }));
}

/** Entries in each ledger, so that there is one for every column that is changed below. */
const ENOUGH = 12;

describe('ledger:verify', () => {
  test('passes on every ledger of a hub that was asked', async () => {
    const random = randomFrom(1);
    const isShort = async (): Promise<boolean> =>
      Math.min(...(await Promise.all(parties.map(entriesOf)))) < ENOUGH;
    for (let questions = 0; questions < 25 || (questions < 300 && (await isShort())); questions += 1)
      await askOnce(random);
    const { code, output } = await verify();
    expect(output.split('\n').filter((line) => line.startsWith('✓'))).toHaveLength(parties.length);
    expect(output).not.toContain('✗');
    expect(code).toBe(0);
  }, 60_000);

  test('fails after one byte of any column of one row was changed, and names the row', async () => {
    const columns = Object.keys((await rowAt(COLLABORATION, 1)) ?? {});
    // One column in each of some rows of each ledger, so that the command has to be run once only.
    const changed: ChangedByte[] = [];
    for (const [at, column] of columns.entries())
      changed.push(
        await changeOneByte(
          parties[at % parties.length] ?? '',
          2 + 2 * Math.floor(at / parties.length),
          column,
        ),
      );
    const { code, output } = await verify();
    expect(code).toBe(1);
    const missed = changed.filter(({ party, seq }) => {
      const [, told = ''] = output.split(`✗ ${party}: BROKEN`);
      return !told.split('✗')[0]?.includes(`entry ${seq} `);
    });
    expect(missed).toEqual([]);
    for (const { restore } of changed) await restore();
    expect(await verify()).toMatchObject({ code: 0 });
  }, 60_000);

  test('reads a ledger that is named by its database, and only as the ledger that it is', async () => {
    const { url } = hub.databases['elder-care'] ?? { url: '' };
    expect(await verify('--database', url, '--name', 'elder-care')).toMatchObject({ code: 0 });
    expect(await verify('--database', url, '--name', 'child-family')).toMatchObject({ code: 1 });
  });
});

async function rowAt(party: string, seq: number): Promise<Row | undefined> {
  return (await store.query(party, 'SELECT * FROM ledger_entry WHERE seq = $1', [seq]))[0];
}

interface ChangedByte {
  readonly party: string;
  readonly column: string;
  /** Under which number the row is found now. */
  readonly seq: string;
  restore(): Promise<void>;
}

/** Changes one byte of a row, as only a superuser can, who turns off the trigger first. */
async function changeOneByte(party: string, at: number, column: string): Promise<ChangedByte> {
  const row = await rowAt(party, at);
  if (!row) throw new Error(`The ledger of ${party} has no entry ${at}.`);
  const was = row[column] === null ? null : text(row, column);
  // Another number, another letter, or a letter where there was nothing.
  const is =
    column === 'seq'
      ? String(at + 1_000_000)
      : was === null
        ? 'a'
        : was.slice(0, -1) + (was.endsWith('a') ? 'b' : 'a');
  const seq = column === 'seq' ? is : String(at);
  await setColumn(party, column, String(at), is);
  return { party, column, seq, restore: () => setColumn(party, column, seq, was) };
}

async function setColumn(party: string, column: string, seq: string, value: string | null): Promise<void> {
  await store.query(party, 'ALTER TABLE ledger_entry DISABLE TRIGGER ledger_no_change');
  await store.query(party, `UPDATE ledger_entry SET ${column} = $1 WHERE seq = $2`, [value, seq]);
  await store.query(party, 'ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_no_change');
}

async function entriesOf(party: string): Promise<number> {
  const [row = {}] = await store.query(party, 'SELECT count(*)::int AS entries FROM ledger_entry');
  return Number(row['entries']);
}
