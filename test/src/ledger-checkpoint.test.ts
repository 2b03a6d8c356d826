/**
 * `npm run ledger:checkpoint` signs the last entry of every ledger. Against what it signed, `ledger:verify` finds what
 * no chain can show by itself: an end that was cut off, and a ledger that was written anew from its beginning.
 */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { generateSigningKey } from '@kasane/identity';
import { createLedger, signCheckpoint, type LedgerRecord } from '@kasane/ledger';
import { household } from '@kasane/sample-municipality';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { sql } from './attacks/attacker.js';
import { marked, runLedgerCommand, type CommandResult } from './ledger-command.js';
import { openTestHub, type TestHub } from './test-hub.js';

const SECTOR = 'child-family';
jest.setTimeout(60_000);

let hub: TestHub;
let kept: string;
beforeAll(async () => {
  hub = await openTestHub();
  kept = join(hub.dataDir, 'kept.txt');
  for (let asked = 0; asked < 3; asked += 1) await look();
}, 120_000);
afterAll(() => hub?.stop());

const look = (): Promise<unknown> =>
  hub.ask(
    'kato-coordinator',
    'query Q($id: ID!) { household(id: $id) { members { person { childFamily { schooling { name } } } } } }',
    { variables: { id: household('H03').id } },
  );
const checkpoint = (...options: readonly string[]): Promise<CommandResult> =>
  runLedgerCommand(hub, 'checkpoint-ledgers', ...options);
const verify = (...options: readonly string[]): Promise<CommandResult> =>
  runLedgerCommand(hub, 'verify-ledgers', ...options);
const inFile = async (name: string, content: string): Promise<string> => {
  const file = join(hub.dataDir, name);
  await writeFile(file, content);
  return file;
};

/** Changes a ledger past its guards, as only its owner can. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await sql(hub, SECTOR, 'ALTER TABLE ledger_entry DISABLE TRIGGER ALL');
  for (const statement of statements) await sql(hub, SECTOR, statement);
  for (const name of ['ledger_no_change', 'ledger_no_truncate', 'ledger_next'])
    await sql(hub, SECTOR, `ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ${name}`);
}

describe('a checkpoint', () => {
  test('is signed for every ledger, and holds while they grow', async () => {
    const signed = await checkpoint('--out', kept);
    expect(signed.code).toBe(0);
    expect(marked(signed, '✓')).toHaveLength(hub.registry.length);
    const lines = (await readFile(kept, 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(hub.registry.length);
    for (const line of lines) expect(line).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    await look();
    const proven = await verify('--checkpoint', kept);
    expect(proven.code).toBe(0);
    expect(marked(proven, '✓').every((line) => line.includes('holds 1 checkpoint'))).toBe(true);
  });

  test('is added to those that were kept before, and all of them must hold', async () => {
    expect((await checkpoint('--out', kept)).code).toBe(0);
    const proven = await verify('--checkpoint', kept);
    expect(proven.code).toBe(0);
    expect(marked(proven, '✓').every((line) => line.includes('holds 2 checkpoint'))).toBe(true);
  });

  test('goes to stdout without a file', async () => {
    const { code, output } = await checkpoint();
    expect(code).toBe(0);
    expect(output.split('\n').filter((line) => /^ey[\w-]+\./.test(line))).toHaveLength(hub.registry.length);
  });

  test('has a key that no process of the hub is given', async () => {
    const [line = ''] = (await readFile(kept, 'utf8')).split('\n');
    const header = JSON.parse(Buffer.from(line.split('.')[0] ?? '', 'base64url').toString()) as object;
    expect(header).toMatchObject({ alg: 'EdDSA', typ: 'ledger-checkpoint+jwt' });
    for (const { publicFile } of Object.values(hub.keys) as { readonly publicFile: string }[])
      expect(header).not.toMatchObject({
        kid: (JSON.parse(await readFile(publicFile, 'utf8')) as { kid: string }).kid,
      });
  });
});

describe('is refused, and told why:', () => {
  test('a checkpoint of a stranger', async () => {
    const claims = { ledger: SECTOR, seq: 1, hash: '0'.repeat(64), at: new Date().toISOString() };
    const file = await inFile(
      'stranger.txt',
      await signCheckpoint(claims, (await generateSigningKey()).privateKey),
    );
    const { code, output } = await verify('--checkpoint', file);
    expect(code).toBe(1);
    expect(output).toContain('signed with another key');
    expect(output).not.toContain('✓');
  });

  test('a file that holds none of one of the ledgers', async () => {
    const [first = ''] = (await readFile(kept, 'utf8')).split('\n');
    const { code, output } = await verify('--checkpoint', await inFile('one.txt', first));
    expect(code).toBe(1);
    expect(output.match(/there is no checkpoint of it/g)).toHaveLength(hub.registry.length - 1);
  });
});

// Last: each of these leaves the ledger broken for ever.
describe('a ledger', () => {
  test('whose end was cut off is whole by itself, but not against a checkpoint', async () => {
    const { rows } = await lastOf();
    await tamper(`DELETE FROM ledger_entry WHERE seq > ${rows - 1}`);
    expect((await verify()).code).toBe(0);
    const { code, output } = await verify('--checkpoint', kept);
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`✗ ${SECTOR}: BROKEN.*\\n  - entry ${rows} is missing`));
  });

  test('that was written anew, entry by entry, is whole by itself, but not against a checkpoint', async () => {
    const source = await new DataSource({
      type: 'postgres',
      url: hub.databases[SECTOR]?.adminUrl ?? '',
      installExtensions: false,
    }).initialize();
    const ledger = createLedger({ dataSource: source, name: SECTOR });
    const all = await ledger.entriesBetween({ from: new Date(0), to: new Date('9999-01-01T00:00:00Z') });
    await tamper('DELETE FROM ledger_entry');
    // Nobody was ever shown anything.
    const innocent = all.map(({ seq: _s, at: _a, prevHash: _p, hash: _h, ...record }): LedgerRecord => ({
      ...record,
      outcome: 'DENIED',
    }));
    await createLedger({ dataSource: source, name: SECTOR }).append([...innocent, ...innocent]);
    await source.destroy();
    expect((await verify()).code).toBe(0);
    const { code, output } = await verify('--checkpoint', kept);
    expect(code).toBe(1);
    expect(output).toContain('is not the entry of the checkpoint');
    // And it is not made true by signing it.
    const signing = await checkpoint('--out', kept);
    expect(signing.code).toBe(1);
    expect(signing.output).toContain('nothing was signed');
    expect((await readFile(kept, 'utf8')).trim().split('\n')).toHaveLength(2 * hub.registry.length);
  });

  async function lastOf(): Promise<{ readonly rows: number }> {
    const [row] = await sql(hub, SECTOR, 'SELECT max(seq)::int AS rows FROM ledger_entry');
    return { rows: Number(row?.['rows']) };
  }
});
