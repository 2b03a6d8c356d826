import { readKeyFile } from '@kasane/identity';
import { signCheckpoint, type LedgerHead } from '@kasane/ledger';
import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkpointsOf, readCheckpoints } from './checkpoints.js';
import { parseHubConfig } from './hub-config.js';
import { withHubLedgers, wordsOf } from './hub-ledgers.js';
import { ensureKey, type KeyFiles } from './keys.js';
import { top } from './paths.js';
import { report, verifyAt } from './verify.js';

process.stdout.on('error', () => undefined);

const usage = `npm run ledger:checkpoint -- [options]
  --out <file>   add the signed checkpoints to this file, one a line; without it they go to stdout.
                 Those in it already must still hold. Keep it where the databases' owners cannot write.
`;

/** Signs the last entry of every ledger. 0: all are signed. 1: one is not whole, and none is signed. 2: wrong question. */
async function main(): Promise<number> {
  let out: string | undefined;
  try {
    ({ out } = parseArgs({ options: { out: { type: 'string' } } }).values);
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n${usage}`);
    return 2;
  }
  const { dataDir } = parseHubConfig(process.env, top);
  const keys = await ensureKey(join(dataDir, 'keys'), 'checkpoint');
  const heads = await wholeHeads(keys, out);
  if (!heads) return 1;
  const key = readKeyFile(keys.privateFile);
  const at = new Date().toISOString();
  const signed = await Promise.all(
    [...heads].map(([ledger, head]) => signCheckpoint({ ledger, ...head, at }, key)),
  );
  const lines = `${signed.join('\n')}\n`;
  if (out === undefined) process.stdout.write(lines);
  else await appendFile(out, lines);
  for (const [ledger, { seq }] of heads)
    process.stderr.write(`✓ ${ledger}: ${seq} 件目まで署名しました — signed up to entry ${seq}\n`);
  return 0;
}

/**
 * The last entries, of ledgers that are whole and still hold what was signed before: to sign a ledger that was written
 * anew would make the forgery the record.
 */
async function wholeHeads(
  { publicFile }: KeyFiles,
  out: string | undefined,
): Promise<ReadonlyMap<string, LedgerHead> | undefined> {
  const earlier = out !== undefined && existsSync(out) ? await readCheckpoints(out, publicFile) : [];
  return withHubLedgers(async (ledgers) => {
    const names = ledgers.map(({ name }) => name);
    const byLedger = checkpointsOf(earlier, names, out ?? '');
    const heads = new Map<string, LedgerHead>();
    let isWhole = true;
    for (const { name, url } of ledgers) {
      const kept = byLedger.get(name) ?? [];
      const verdict = await verifyAt(url, name, kept.length > 0 ? { checkpoints: kept } : {});
      if (verdict.head && verdict.problems.length === 0) heads.set(name, verdict.head);
      else {
        isWhole = false;
        process.stderr.write(`${report(verdict)}\n`);
      }
    }
    if (!isWhole)
      process.stderr.write('壊れた記録には署名しません — nothing was signed: a ledger is not whole.\n');
    return isWhole ? heads : undefined;
  });
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  },
);
