import { createDevelopmentIssuer, readKeyFile } from '@kasane/identity';
import { signCheckpoint, type Checkpoint } from '@kasane/ledger';
import { staffById } from '@kasane/sample-municipality';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointsOf, readCheckpoints } from './checkpoints.js';
import { ensureKey, type KeyFiles } from './keys.js';

let folder: string;
let keys: KeyFiles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasane-checkpoints-'));
  keys = await ensureKey(join(folder, 'keys'), 'checkpoint');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LEDGERS = ['collaboration', 'elder-care'];
const of = (ledger: string, seq = 1): Checkpoint => ({ ledger, seq, hash: 'a', at: '2026-04-01T00:00:00Z' });
const signed = (checkpoint: Checkpoint, key = keys): Promise<string> =>
  signCheckpoint(checkpoint, readKeyFile(key.privateFile));
async function read(...lines: readonly string[]): Promise<readonly Checkpoint[]> {
  const file = join(folder, 'kept.txt');
  await writeFile(file, lines.join('\n'));
  return readCheckpoints(file, keys.publicFile);
}

test('a file holds one a line, of several days, and blank lines', async () => {
  const found = await read(await signed(of('elder-care')), '', await signed(of('elder-care', 2)), '');
  expect(found).toEqual([of('elder-care'), of('elder-care', 2)]);
  expect(checkpointsOf(found, LEDGERS, 'kept.txt').get('elder-care')).toHaveLength(2);
  expect(checkpointsOf(found, LEDGERS, 'kept.txt').get('collaboration')).toEqual([]);
});

const refused: readonly (readonly [string, () => Promise<string>, string])[] = [
  [
    'one that another key signed',
    async () => signed(of('elder-care'), await ensureKey(join(folder, 'other'), 'checkpoint')),
    'signed with another key',
  ],
  [
    'one that was changed',
    async () => {
      const [header, , signature] = (await signed(of('elder-care'))).split('.');
      const claims = Buffer.from(JSON.stringify(of('elder-care', 2))).toString('base64url');
      return [header, claims, signature].join('.');
    },
    'forged, or changed',
  ],
  [
    'a sign-in that the same key signed',
    () =>
      createDevelopmentIssuer({ privateKey: readKeyFile(keys.privateFile) }).signIn(
        staffById('kato-coordinator'),
      ),
    'no checkpoint of a ledger',
  ],
  ['what is no token', async () => 'hello', 'no signed checkpoint'],
];
test.each(refused)('%s is refused, and its line is named', async (_what, line, why) => {
  const attempt = read(await signed(of('elder-care')), await line());
  await expect(attempt).rejects.toThrow(why);
  await expect(attempt).rejects.toThrow('kept.txt, line 2');
});

test('a file without a checkpoint is refused', async () => {
  await expect(read('')).rejects.toThrow('holds no checkpoint');
});

test('a checkpoint of a ledger that is not of this hub is refused', async () => {
  const found = await read(await signed(of('tax-office')));
  expect(() => checkpointsOf(found, LEDGERS, 'kept.txt')).toThrow('tax-office, which is not one of this hub');
});

test('without a key nothing is believed', async () => {
  await expect(readCheckpoints(join(folder, 'kept.txt'), join(folder, 'missing.json'))).rejects.toThrow(
    'no key',
  );
});
