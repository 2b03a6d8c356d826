/**
 * Whatever is killed at whatever instant, nobody has received a field that no ledger holds, and every ledger is whole:
 * a subgraph, the gateway, a process of the database (after which the database restarts itself and everybody's
 * connections are gone). The database keeps what it confirmed, as in production: it does not run as a disposable one.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { household, people, staffById } from '@kasane/sample-municipality';
import { COLLABORATION } from '@kasane/vocabulary';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { runLedgerCommand } from './ledger-command.js';
import { randomQuery } from './random/query.js';
import { randomFrom, type Random } from './random/random.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';
import { linesOf } from './world/ledger-items.js';
import { marks, tellingOf, withMarks } from './world/told-of.js';
import { openWorld, type World } from './world/world.js';

let hub: TestHub;
let world: World;
let parties: readonly string[];

beforeAll(async () => {
  hub = await openTestHub({ disposable: false });
  const store = await openWorld(hub);
  world = withMarks(await store.read());
  await store.write(world);
  await store.close();
  parties = hub.registry.map(({ id }) => id);
}, 120_000);
afterAll(() => hub?.stop());

const viewers = [
  'kato-coordinator',
  'aizu-coordinator',
  'kato-kodomo-worker',
  'kato-livelihood-worker',
  'aizu-houkatsu-2-worker',
  'kato-shougai-worker',
].map(staffById);

interface Asked {
  readonly query: string;
  /** Absent when the connection broke: nobody received anything. */
  readonly answer: Answer | undefined;
}

async function askOnce(random: Random): Promise<Asked> {
  const viewer = random.of(viewers);
  const query = randomQuery(random, {
    marks,
    focus: household(viewer.office.startsWith('kato') ? 'H06' : 'H01').id,
  });
  return { query, answer: await hub.ask(viewer.staffId, query).catch(() => undefined) };
}

/** Kills one process that serves a database: the server then ends all others of its own and recovers. */
async function killDatabaseProcess(party: string, random: Random): Promise<void> {
  const client = await connected(hub.databases[party]?.adminUrl ?? '');
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  if (rows.length === 0) throw new Error(`Nobody is connected to ${party}.`);
  process.kill(random.of(rows).pid, 'SIGKILL');
  await client.end().catch(() => undefined);
}

/** A connection, as soon as the server gives one: it may be recovering from the last blow. */
async function connected(connectionString: string): Promise<Client> {
  for (let tries = 1; ; tries += 1) {
    const client = new Client({ connectionString });
    // The server ends it together with the others.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries > 50) throw error;
      await sleep(200);
    }
  }
}

async function kill(victim: string, random: Random): Promise<void> {
  if (victim === 'database') return killDatabaseProcess(random.of(parties), random);
  await hub.stopSubgraph(victim, 'SIGKILL');
  await sleep(random.int(300));
  await hub.startSubgraph(victim);
}

test('whatever is killed under load, every field that anybody received is in a ledger, and every ledger verifies', async () => {
  const random = randomFrom(2);
  const asked: Asked[] = [];
  let isOver = false;
  const clients = Array.from({ length: 4 }, async (_, at) => {
    const own = randomFrom(100 + at);
    while (!isOver) {
      asked.push(await askOnce(own));
      await sleep(20);
    }
  });
  for (const victim of ['elder-care', 'database', 'gateway', COLLABORATION, 'child-family', 'database']) {
    await sleep(300 + random.int(700));
    await kill(victim, random);
  }
  await sleep(800);
  isOver = true;
  await Promise.all(clients);

  // It was load, it was interrupted, and it told something.
  const answers = asked.flatMap(({ query, answer }) => (answer ? [{ query, answer }] : []));
  expect(answers.length).toBeGreaterThan(30);
  expect(answers.length).toBeLessThan(asked.length);
  expect(answers.some(({ answer }) => answer.errors.length > 0)).toBe(true);

  for (const { adminUrl } of Object.values(hub.databases)) await (await connected(adminUrl ?? '')).end();
  const store = await openWorld(hub);
  const missing: string[] = [];
  let fields = 0;
  for (const { query, answer } of answers) {
    const lines = await linesOf(store, parties, answer.headers.get('hub-request-id') ?? '');
    const recorded = new Set(
      lines
        .filter(({ kind, permitted }) => kind === 'DISCLOSURE' && permitted)
        .map(({ party, person, field }) => `${party} ${person} ${field}`),
    );
    for (const { party, person, field, isNull } of tellingOf(world, query, answer.data).told) {
      if (isNull) continue;
      fields += 1;
      if (!recorded.has(`${party} ${person} ${field}`)) missing.push(`${party} ${person} ${field}`);
    }
  }
  await store.close();
  expect(missing).toEqual([]);
  expect(fields).toBeGreaterThan(500);
  expect(await runLedgerCommand(hub, 'verify-ledgers')).toMatchObject({
    code: 0,
    output: expect.not.stringContaining('✗'),
  });

  // Everybody answers again.
  const { data, errors } = await hub.ask(
    'kato-elder-care-worker',
    '{ elderCareClients { id elderCare { certification { level } } } }',
  );
  expect(errors).toEqual([]);
  expect(JSON.stringify(data)).toContain(people.find(({ key }) => key === 'h06-grandmother')?.id);
}, 180_000);
