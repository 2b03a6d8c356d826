import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabases } from './databases.js';
import { parseHubConfig } from './hub-config.js';
import { top } from './paths.js';
import { parseHeads, report, verifyAt, type Verdict } from './verify.js';

// `| head` leaves early; the exit code is still ours to give.
process.stdout.on('error', () => undefined);

const usage = `npm run ledger:verify -- [options]
  --heads <file>        compare with heads kept elsewhere: finds a ledger whose end was cut off
  --keep-heads <file>   write the heads of whole ledgers to a file, to be kept where the database's owner cannot write
  --database <url> --name <sector>   a ledger elsewhere, in place of the hub's
`;

/** Verifies every ledger of the hub, running or not. 0: all are whole. 1: one is not. 2: the question was wrong. */
async function main(): Promise<number> {
  let options: { heads?: string; 'keep-heads'?: string; database?: string; name?: string };
  try {
    const text = { type: 'string' } as const;
    options = parseArgs({ options: { heads: text, 'keep-heads': text, database: text, name: text } }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  if ((options.database === undefined) !== (options.name === undefined)) {
    process.stderr.write(`A ledger elsewhere needs both its database and its name.\n${usage}`);
    return 2;
  }
  const heads = options.heads === undefined ? {} : parseHeads(await readFile(options.heads, 'utf8'));
  const verdicts =
    options.database !== undefined && options.name !== undefined
      ? [await verifyAt(options.database, options.name, heads[options.name])]
      : await verifyHub((name) => heads[name]);
  for (const verdict of verdicts) process.stdout.write(`${report(verdict)}\n`);
  const broken = verdicts.some(({ problems }) => problems.length > 0);
  if (options['keep-heads'] !== undefined && !broken) {
    const kept = Object.fromEntries(verdicts.map(({ ledger, head }) => [ledger, head]));
    await writeFile(options['keep-heads'], `${JSON.stringify(kept, undefined, 2)}\n`);
  }
  return broken ? 1 : 0;
}

async function verifyHub(
  headOf: (name: string) => Parameters<typeof verifyAt>[2],
): Promise<readonly Verdict[]> {
  const config = parseHubConfig(process.env, top);
  const sectors = config.registry.map(({ id }) => id);
  const embedded = sectors.filter((sector) => config.databases[sector] === undefined);
  if (embedded.length > 0 && !existsSync(join(config.dataDir, 'postgres', 'cluster'))) {
    throw new Error(`No hub has run on ${config.dataDir} yet: there is no ledger to verify.`);
  }
  const { bySector, server } = await openDatabases({
    dataDir: config.dataDir,
    sectors,
    external: config.databases,
    share: true,
  });
  try {
    const verdicts: Verdict[] = [];
    for (const [name, { url }] of bySector) verdicts.push(await verifyAt(url, name, headOf(name)));
    return verdicts;
  } finally {
    await server?.stop();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
