import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkpointsOf, hubCheckpointKey, readCheckpoints } from './checkpoints.js';
import { withHubLedgers, wordsOf } from './hub-ledgers.js';
import { parseHeads, report, verifyAt, type Verdict, type VerifyAtOptions } from './verify.js';

// `| head` leaves early; the exit code is still ours to give.
process.stdout.on('error', () => undefined);

const usage = `npm run ledger:verify -- [options]
  --checkpoint <file>      prove that every ledger still holds what these signed checkpoints say (ledger:checkpoint)
  --checkpoint-key <file>  the public key that signed them; default: this hub's
  --heads <file>           compare with heads kept elsewhere: finds a ledger whose end was cut off
  --keep-heads <file>      write the heads of whole ledgers to a file, to be kept where the database's owner cannot write
  --database <url> --name <sector>   a ledger elsewhere, in place of the hub's
`;

interface Options {
  readonly checkpoint?: string;
  readonly 'checkpoint-key'?: string;
  readonly heads?: string;
  readonly 'keep-heads'?: string;
  readonly database?: string;
  readonly name?: string;
}

/** Verifies every ledger of the hub, running or not. 0: all are whole. 1: one is not. 2: the question was wrong. */
async function main(): Promise<number> {
  let options: Options;
  try {
    const text = { type: 'string' } as const;
    options = parseArgs({
      options: {
        checkpoint: text,
        'checkpoint-key': text,
        heads: text,
        'keep-heads': text,
        database: text,
        name: text,
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n${usage}`);
    return 2;
  }
  if ((options.database === undefined) !== (options.name === undefined)) {
    process.stderr.write(`A ledger elsewhere needs both its database and its name.\n${usage}`);
    return 2;
  }
  const verdicts = await verifyAll(options);
  for (const verdict of verdicts) process.stdout.write(`${report(verdict)}\n`);
  const broken = verdicts.some(({ problems }) => problems.length > 0);
  if (options['keep-heads'] !== undefined && !broken) {
    const kept = Object.fromEntries(verdicts.map(({ ledger, head }) => [ledger, head]));
    await writeFile(options['keep-heads'], `${JSON.stringify(kept, undefined, 2)}\n`);
  }
  return broken ? 1 : 0;
}

async function verifyAll(options: Options): Promise<readonly Verdict[]> {
  const { checkpoint: file, database, name } = options;
  const heads = options.heads === undefined ? {} : parseHeads(await readFile(options.heads, 'utf8'));
  const signed =
    file === undefined
      ? undefined
      : await readCheckpoints(file, options['checkpoint-key'] ?? hubCheckpointKey());
  if (database !== undefined && name !== undefined) {
    const checkpoints = signed?.filter(({ ledger }) => ledger === name);
    return [await verifyAt(database, name, { expectedHead: heads[name], checkpoints })];
  }
  return withHubLedgers(async (ledgers) => {
    const names = ledgers.map((one) => one.name);
    const byLedger = signed && checkpointsOf(signed, names, file ?? '');
    const optionsOf = (one: string): VerifyAtOptions => ({
      expectedHead: heads[one],
      checkpoints: byLedger?.get(one),
    });
    const verdicts: Verdict[] = [];
    for (const one of ledgers) verdicts.push(await verifyAt(one.url, one.name, optionsOf(one.name)));
    return verdicts;
  });
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  },
);
