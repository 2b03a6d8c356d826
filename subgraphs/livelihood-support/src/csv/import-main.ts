import 'reflect-metadata';
import { connectEmbeddedPostgres, startEmbeddedPostgres } from '@kasane/embedded-database';
import { dataSourceOptions } from '@kasane/subgraph-kit';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { importFolder, NothingToImport, type FileResult } from './import-folder.js';
import { importEntities } from './import-tables.js';
import { progressTo } from './progress.js';
import { wordsOfResult } from './words.js';

/** Exit codes for whoever runs it at night. */
const EXIT = { DONE: 0, REJECTED_LINES: 1, REFUSED: 2, FAILED: 3 } as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const top = fileURLToPath(new URL('../../../../', import.meta.url));

const USAGE = `使い方: npm run import -w @kasane-subgraphs/livelihood-support -- <フォルダーまたはファイル> [--accept-fewer <理由>] [--report <フォルダー>]
フォルダーは環境変数 CSV_DROP_FOLDER でも決められます。`;

/** The database of `DATABASE_URL`, or that of the hub of this folder, whether it runs or not. */
async function openDatabase(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, close: async () => undefined };
  const dataDir = join(resolve(top, process.env['KASANE_DATA'] || '.kasane'), 'postgres');
  if (!existsSync(join(dataDir, 'cluster')))
    throw new NothingToImport(
      'データベースがありません。DATABASE_URL を決めるか、先に一度 npm start でハブを起動してください。',
    );
  const server = (await connectEmbeddedPostgres(dataDir)) ?? (await startEmbeddedPostgres({ dataDir }));
  return { url: (await server.ensureDatabase('livelihood-support')).url, close: () => server.stop() };
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'accept-fewer': { type: 'string' }, report: { type: 'string' } },
  });
  const path = positionals[0] ?? process.env['CSV_DROP_FOLDER'];
  if (!path || positionals.length > 1) throw new NothingToImport(USAGE);
  // npm runs scripts in the package's folder; what was typed is meant from where it was typed.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const database = await openDatabase();
  try {
    const dataSource = await new DataSource(
      dataSourceOptions(database.url, { entities: importEntities }),
    ).initialize();
    try {
      if (!(await dataSource.createQueryRunner().hasTable('csv_import')))
        throw new NothingToImport(
          '表がまだありません。先に一度、生活サポート相談窓口のサブグラフを起動してください。',
        );
      const results = await importFolder(resolve(from, path), {
        dataSource,
        acceptFewer: values['accept-fewer'],
        reportFolder: values.report === undefined ? undefined : resolve(from, values.report),
        progress: progressTo((line) => void process.stderr.write(`${line}\n`)),
        onResult: (result) => wordsOfResult(result).forEach(say),
      });
      return exitCodeOf(results);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
}

function exitCodeOf(results: readonly FileResult[]): number {
  if (results.some(({ result }) => result.outcome === 'REFUSED')) return EXIT.REFUSED;
  return results.some(({ result }) => result.outcome === 'IMPORTED' && result.rejected > 0)
    ? EXIT.REJECTED_LINES
    : EXIT.DONE;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const words =
      error instanceof NothingToImport || isArgumentError(error)
        ? `取り込めません。何も変わっていません。\n${error.message}`
        : // A driver's error may quote a value: its words are for nobody's screen or log.
          `取り込みを中断しました。中断したファイルのデータは前回のままです。\n${failure(error)}`;
    process.stderr.write(`${words}\n`);
    process.exit(EXIT.FAILED);
  },
);

const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const failure = (error: unknown): string => {
  const { name = 'Error', code } = (error ?? {}) as { readonly name?: string; readonly code?: unknown };
  return `${name}${typeof code === 'string' ? ` (${code})` : ''}`;
};
