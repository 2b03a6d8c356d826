import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { openTestHub, type Answer, type TestHub } from '../test-hub.js';
import { codes, everySubgraph, INNARDS, observable, plantContact, sql, WHOLE_HOUSEHOLD } from './attacker.js';

/** A sector that is away, and a ledger that cannot be written: nothing leaves, and nothing is told by what is missing. */

const CANARY = 'CANARY-ABSENCE';
let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub({ environment: { gateway: { SUBGRAPH_TIMEOUT_MS: '3000' } } });
  await plantContact(hub, 'elder-care', CANARY, person('h03-grandmother').id);
  await plantContact(hub, 'child-family', CANARY, person('h03-mother').id);
}, 120_000);
afterAll(() => hub?.stop());

const H03 = household('H03').id;
const UNKNOWN = 'h-zzzzzzzz';
const whole = (staff: string, id: string = H03): Promise<Answer> =>
  hub.ask(staff, WHOLE_HOUSEHOLD, { variables: { id } });
/** The data of an answer without what one sector adds to each person. */
const without = (field: string, { data }: Answer): unknown =>
  JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === field ? undefined : value)));

async function whileAway(sector: string, run: () => Promise<void>): Promise<void> {
  await hub.stopSubgraph(sector, 'SIGKILL');
  try {
    await run();
  } finally {
    await hub.startSubgraph(sector);
  }
}

describe('a sector that is away', () => {
  test('is told to a viewer who was granted something there, and costs its own fields only', async () => {
    const running = await whole('kato-coordinator');
    await whileAway('child-family', async () => {
      const answer = await whole('kato-coordinator');
      expect(answer.status).toBe(200);
      expect(answer.extensions['unavailable']).toEqual(['child-family']);
      expect(codes(answer)).toEqual(['SECTOR_UNAVAILABLE']);
      expect(answer.errors[0]?.message).not.toMatch(INNARDS);
      expect(answer.text).not.toContain(CANARY);
      expect(without('childFamily', answer)).toEqual(without('childFamily', running));
    });
    const again = await eventually(
      () => whole('kato-coordinator'),
      (answer) => answer.text.includes(CANARY),
    );
    expect(observable(again)).toBe(observable(running));
  }, 60_000);

  test('is not told to a viewer who was granted nothing there', async () => {
    // Neither of them was granted anything of elderly care: the grandmother, who has its record, was not asked.
    const asking = ['kato-coordinator', 'kato-kodomo-worker', 'aizu-operator'] as const;
    const running = await Promise.all(asking.map(async (staff) => observable(await whole(staff))));
    expect((await whole('kato-elder-care-worker')).text).toContain(CANARY);
    await whileAway('elder-care', async () => {
      for (const [at, staff] of asking.entries()) expect(observable(await whole(staff))).toBe(running[at]);
      expect((await whole('kato-elder-care-worker')).extensions['unavailable']).toEqual(['elder-care']);
    });
  }, 60_000);

  test('collaboration, without which nothing is decided, takes everything with it', async () => {
    await whileAway('collaboration', async () => {
      for (const id of [H03, UNKNOWN]) {
        const answer = await whole('kato-coordinator', id);
        expect(answer.data ?? { household: null }).toEqual({ household: null });
        expect(codes(answer)).toEqual(['SECTOR_UNAVAILABLE']);
        expect(answer.text).not.toContain(CANARY);
      }
      // A sector answers its own staff by its own root field, but cannot name anybody without the hub.
      const own = await hub.ask(
        'kato-elder-care-worker',
        '{ elderCareClients { id identity { name } elderCare { contacts { summary } } } }',
      );
      expect(own.text).not.toContain(person('h03-grandmother').name);
    });
    await eventually(
      () => whole('kato-coordinator'),
      (answer) => answer.text.includes(CANARY),
    );
  }, 60_000);
});

/** Ways in which a ledger stops taking entries, each with its way back. */
const outages: readonly (readonly [string, (role: string) => string, (role: string) => string])[] = [
  [
    'its right was taken away',
    (role) => `REVOKE INSERT ON ledger_entry FROM "${role}"`,
    (role) => `GRANT INSERT ON ledger_entry TO "${role}"`,
  ],
  [
    'its table is gone',
    () => 'ALTER TABLE ledger_entry RENAME TO ledger_away',
    () => 'ALTER TABLE ledger_away RENAME TO ledger_entry',
  ],
  [
    'a check refuses every row',
    () => 'ALTER TABLE ledger_entry ADD CONSTRAINT full_disk CHECK (false) NOT VALID',
    () => 'ALTER TABLE ledger_entry DROP CONSTRAINT full_disk',
  ],
];

async function outage(
  subgraph: string,
  [, begin, end]: (typeof outages)[number],
  run: () => Promise<void>,
): Promise<void> {
  const role = hub.databases[subgraph]?.appRole ?? '';
  await sql(hub, subgraph, begin(role));
  try {
    await run();
  } finally {
    await sql(hub, subgraph, end(role));
  }
}

describe('a ledger that cannot be written', () => {
  test.each(outages)('in a sector, because %s: nothing of the sector leaves', async (...kind) => {
    const before = await whole('kato-coordinator');
    expect(before.text).toContain(CANARY);
    const written = await sql(hub, 'child-family', 'SELECT count(*) AS n FROM ledger_entry');
    await outage('child-family', kind, async () => {
      const answer = await whole('kato-coordinator');
      expect(answer.text).not.toContain(CANARY);
      expect(new Set(codes(answer))).toEqual(new Set(['LEDGER_UNAVAILABLE']));
      expect(without('childFamily', answer)).toEqual(without('childFamily', before));
      for (const { message } of answer.errors) expect(message).not.toMatch(INNARDS);
    });
    expect(await sql(hub, 'child-family', 'SELECT count(*) AS n FROM ledger_entry')).toEqual(written);
    expect(observable(await whole('kato-coordinator'))).toBe(observable(before));
  });

  test.each(outages)(
    'in collaboration, because %s: nothing at all leaves, and unknown and foreign stay alike',
    async (...kind) => {
      const before = await whole('kato-coordinator');
      await outage('collaboration', kind, async () => {
        const answer = await whole('kato-coordinator');
        expect([answer.data, codes(answer)]).toEqual([{ household: null }, ['LEDGER_UNAVAILABLE']]);
        for (const staff of ['aizu-coordinator', 'aizu-operator', 'kato-hitorioya-worker'])
          expect(observable(await whole(staff, H03))).toBe(observable(await whole(staff, UNKNOWN)));
        const withdraw = (id: string): Promise<Answer> =>
          hub.ask(
            'aizu-operator',
            `mutation { withdrawConsent(id: "${id}", expression: WRITTEN, expressedBy: "x") { __typename } }`,
          );
        expect(observable(await withdraw('consent-h03-mother'))).toBe(observable(await withdraw('c-zzzz')));
        const twoDoors = await hub.ask(
          'kato-coordinator',
          `{ a: household(id: "${H03}") { id } b: households { edges { node { id } } } sectors { id } }`,
        );
        expect(twoDoors.data).toBeNull();
      });
      expect(observable(await whole('kato-coordinator'))).toBe(observable(before));
    },
  );

  test('that hangs holds the answer back until it is late, not until it is there', async () => {
    const lock = holdLock('child-family');
    await lock.held;
    const begin = performance.now();
    const answer = await whole('kato-coordinator');
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(answer.text).not.toContain(CANARY);
    expect(answer.extensions['unavailable']).toEqual(['child-family']);
    await lock.release();
    await eventually(
      () => whole('kato-coordinator'),
      ({ text }) => text.includes(CANARY),
    );
  }, 60_000);

  test('is told to the operator, without a person', async () => {
    for (const subgraph of everySubgraph)
      expect(await hub.logs(subgraph)).not.toMatch(/p-[a-z0-9]{8}|CANARY|INSERT INTO/);
    expect(await hub.logs('child-family')).toContain('the ledger cannot be written');
  });
});

/** Somebody who holds the ledger's table for themselves. */
function holdLock(subgraph: string): { readonly held: Promise<void>; release(): Promise<void> } {
  const key = 4711;
  const waiting = `DO $$ BEGIN LOCK TABLE ledger_entry IN ACCESS EXCLUSIVE MODE; PERFORM pg_advisory_lock(${key}); PERFORM pg_sleep(30); END $$`;
  const holding = sql(hub, subgraph, waiting).catch(() => []);
  const isHeld = async (): Promise<boolean> =>
    (
      await sql(
        hub,
        subgraph,
        `SELECT 1 FROM pg_locks WHERE relation = 'ledger_entry'::regclass AND mode = 'AccessExclusiveLock' AND granted`,
      )
    ).length > 0;
  return {
    held: eventually(isHeld, (held) => held).then(() => undefined),
    async release() {
      await sql(
        hub,
        subgraph,
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${key}`,
      );
      await holding;
    },
  };
}

/** Waits for what takes a moment: a breaker that rests, a process that comes back. */
async function eventually<T>(ask: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (const end = performance.now() + 15_000; ;) {
    const value = await ask();
    if (isSo(value)) return value;
    if (performance.now() > end) throw new Error('It did not come.');
    await new Promise((done) => setTimeout(done, 100));
  }
}
