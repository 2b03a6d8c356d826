import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabases } from './databases.js';
import { parseGenerateArguments } from './generate/arguments.js';
import { generateInto, NotPreparedError } from './generate/generate-into.js';
import { householdProgress } from './generate/progress.js';
import { startHub } from './hub.js';
import { parseHubConfig } from './hub-config.js';
import { wordsOf } from './hub-ledgers.js';
import { top } from './paths.js';

/** Fills the databases of the hub with a fictional municipality of any size, whether the hub runs or not. */
async function main(): Promise<void> {
  const { into, ...wanted } = parseGenerateArguments(process.argv.slice(2));
  const config = parseHubConfig(process.env, top);
  const dataDir = into === undefined ? config.dataDir : resolve(into);
  const generate = async (): Promise<void> => {
    const { bySector, server } = await openDatabases({
      dataDir,
      sectors: config.registry.map(({ id }) => id).filter((id) => hasProgram(id)),
      external: config.databases,
      share: true,
    });
    try {
      const { households, known, rows } = await generateInto({
        ...wanted,
        databases: new Map([...bySector].map(([sector, { migrationUrl }]) => [sector, migrationUrl])),
        progress: householdProgress(wanted.households),
      });
      process.stderr.write(
        `${households.toLocaleString('en')} 世帯がそろいました(うち既にあったもの ${known.toLocaleString('en')} 世帯、書いた行 ${rows.toLocaleString('en')})。\n` +
          '担当者の例: npm run --silent sign-in -- g-kato-fukushi-somu-1\n',
      );
    } finally {
      await server?.stop();
    }
  };
  await generate().catch(async (error: unknown) => {
    if (!(error instanceof NotPreparedError)) throw error;
    process.stderr.write('初回のため、表と窓口を用意しています…\n');
    const hub = await startHub({
      dataDir,
      ports: 'any',
      seed: 'sample',
      registry: config.registry,
      registryFile: config.registryFile,
      databases: config.databases,
    });
    await hub.stop();
    return generate();
  });
}

const hasProgram = (sector: string): boolean => existsSync(join(top, 'subgraphs', sector, 'dist', 'main.js'));

await main().catch((error: unknown) => {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
});
