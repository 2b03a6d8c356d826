/**
 * A ledger that is full or read-only: nothing of its sector is disclosed, the operators are told, once when it begins and
 * once when it is over, and the subgraph is not ready until then.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household } from '@kasane/sample-municipality';
import { codes, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

const SECTOR = 'child-family';
let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const ask = (): Promise<Answer> =>
  hub.ask(
    'kato-coordinator',
    'query Q($id: ID!) { household(id: $id) { members { person { id childFamily { schooling { name } contacts { summary } } } } } }',
    { variables: { id: household('H03').id } },
  );
const isShown = ({ text }: Answer): boolean => /"schooling":\{"name"/.test(text);

async function get(url: string, token?: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(
    url,
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );
  return { status: response.status, text: await response.text() };
}
const readiness = (): ReturnType<typeof get> =>
  get(new URL('/readyz', hub.subgraphs[SECTOR]?.url ?? '').href);

interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [fact: string]: unknown;
}
async function told(): Promise<readonly LogLine[]> {
  return (await hub.logs(SECTOR))
    .split('\n')
    .filter((line) => line.includes('the ledger'))
    .map((line) => JSON.parse(line) as LogLine);
}

/** Waits for what the gateway believes for a moment: which sectors are there. */
async function eventually<T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  for (const end = performance.now() + 20_000; ;) {
    const found = await look();
    if (isSo(found) || performance.now() > end) return found;
    await new Promise((done) => setTimeout(done, 200));
  }
}

const outages: readonly (readonly [string, (role: string) => string, (role: string) => string])[] = [
  [
    'read-only',
    (role) => `REVOKE INSERT ON ledger_entry FROM "${role}"`,
    (role) => `GRANT INSERT ON ledger_entry TO "${role}"`,
  ],
  [
    'full',
    () => 'ALTER TABLE ledger_entry ADD CONSTRAINT full_disk CHECK (false) NOT VALID',
    () => 'ALTER TABLE ledger_entry DROP CONSTRAINT full_disk',
  ],
];

describe.each(outages)('a ledger that is %s', (_what, begin, end) => {
  test('discloses nothing, is told to the operators once, and is ready again by itself', async () => {
    const role = hub.databases[SECTOR]?.appRole ?? '';
    const before = await told();
    expect(isShown(await ask())).toBe(true);
    expect(await readiness()).toEqual({ status: 200, text: 'ok' });

    await sql(hub, SECTOR, begin(role));
    for (let asked = 0; asked < 4; asked += 1) {
      const answer = await ask();
      expect(new Set(codes(answer))).toEqual(new Set(['LEDGER_UNAVAILABLE']));
      expect(isShown(answer)).toBe(false);
    }
    expect(await readiness()).toEqual({ status: 503, text: 'ledger cannot be written' });
    const operator = await hub.signIn('aizu-operator');
    const sectors = await eventually(
      () => get(`${hub.url}/sectors`, operator),
      ({ text }) => text.includes('unavailable'),
    );
    expect(sectors.text).toMatch(new RegExp(`"${SECTOR}"[^}]*unavailable`));
    expect((await get(`${hub.url}/readyz`)).text).toContain('degraded');

    await sql(hub, SECTOR, end(role));
    expect(await readiness()).toEqual({ status: 200, text: 'ok' });
    expect(isShown(await ask())).toBe(true);

    const lines = (await told()).slice(before.length);
    const outage = lines.filter(
      ({ msg }) => msg === 'the ledger cannot be written: nothing is disclosed until it can',
    );
    const over = lines.filter(({ msg }) => msg === 'the ledger can be written again');
    expect(outage).toEqual([
      expect.objectContaining({ level: 50, sector: SECTOR, code: expect.any(String) }),
    ]);
    expect(over).toEqual([expect.objectContaining({ level: 40, refused: 4, seconds: expect.any(Number) })]);
    expect(JSON.stringify(lines)).not.toMatch(/p-[a-z0-9]{8}|INSERT INTO/);
  }, 60_000);
});

test('is found before anybody asks: a readiness probe is enough', async () => {
  const role = hub.databases[SECTOR]?.appRole ?? '';
  const before = await told();
  const entries = await sql(hub, SECTOR, 'SELECT count(*) AS n FROM ledger_entry');
  await sql(hub, SECTOR, `REVOKE INSERT ON ledger_entry FROM "${role}"`);
  for (let asked = 0; asked < 3; asked += 1) expect((await readiness()).status).toBe(503);
  await sql(hub, SECTOR, `GRANT INSERT ON ledger_entry TO "${role}"`);
  for (let asked = 0; asked < 3; asked += 1) expect((await readiness()).status).toBe(200);
  expect((await told()).slice(before.length).map(({ msg }) => msg)).toEqual([
    'the ledger cannot be written: nothing is disclosed until it can',
    'the ledger can be written again',
  ]);
  // A probe leaves nothing in the record.
  expect(await sql(hub, SECTOR, 'SELECT count(*) AS n FROM ledger_entry')).toEqual(entries);
});
