import { readKeyFile } from '@kasane/identity';
import { readCheckpoint, type Checkpoint } from '@kasane/ledger';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHubConfig } from './hub-config.js';
import { publicKeyFile } from './keys.js';
import { top } from './paths.js';
import { wordsOf } from './hub-ledgers.js';

/** Where this hub keeps the public half of the key that signs its checkpoints. */
export const hubCheckpointKey = (): string =>
  publicKeyFile(join(parseHubConfig(process.env, top).dataDir, 'keys'), 'checkpoint');

/**
 * The signed checkpoints in a file, one a line.
 * @param keyFile the public key that signed them
 * @throws {Error} naming the line that is not a checkpoint of this key
 */
export async function readCheckpoints(file: string, keyFile: string): Promise<readonly Checkpoint[]> {
  if (!existsSync(keyFile))
    throw new Error(`There is no key ${keyFile} to check checkpoints with: name one by --checkpoint-key.`);
  const key = readKeyFile(keyFile);
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  const found: Checkpoint[] = [];
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    try {
      found.push(await readCheckpoint(line, key));
    } catch (error) {
      throw new Error(refusal(file, at + 1, wordsOf(error)), { cause: error });
    }
  }
  if (found.length === 0) throw new Error(`${file} holds no checkpoint.`);
  return found;
}

/**
 * The checkpoints by ledger.
 * @throws {Error} when one is of a ledger that is not among these: it was made by another hub, or names are wrong
 */
export function checkpointsOf(
  checkpoints: readonly Checkpoint[],
  ledgers: readonly string[],
  file: string,
): ReadonlyMap<string, readonly Checkpoint[]> {
  const foreign = checkpoints.find(({ ledger }) => !ledgers.includes(ledger));
  if (foreign)
    throw new Error(
      `${file}: 他のハブのチェックポイントです — a checkpoint of the ledger ${foreign.ledger}, which is not one of this hub.`,
    );
  return new Map(ledgers.map((name) => [name, checkpoints.filter(({ ledger }) => ledger === name)] as const));
}

const refusal = (file: string, line: number, why: string): string =>
  `${file}, line ${line}: このチェックポイントは使えません — ${why}`;
