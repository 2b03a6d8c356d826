import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { csvTables, tableOf, type CsvTable } from './csv-tables.js';
import { importFile, type Imported, type ImportOptions } from './import-file.js';
import type { Fault } from './refused.js';

export interface FileResult {
  readonly file: string;
  readonly result: Imported;
}

export interface FolderOptions extends Omit<ImportOptions, 'report' | 'progress'> {
  /** Where the reports of rejected lines go; `rejected` beside the files unless said. */
  readonly reportFolder?: string | undefined;
  readonly progress?: (file: string, ...of: Parameters<NonNullable<ImportOptions['progress']>>) => void;
  readonly onResult?: (result: FileResult) => void;
}

/** What was asked cannot be begun: no such folder, no known file, two of one kind. */
export class NothingToImport extends Error {
  override readonly name = 'NothingToImport';
}

/**
 * Takes a file, or every known file of a folder, each all or nothing and one after the other, in the order in which
 * the tables build on one another.
 * @throws {NothingToImport}
 */
export async function importFolder(path: string, options: FolderOptions): Promise<readonly FileResult[]> {
  const files = await filesOf(path);
  const results: FileResult[] = [];
  for (const [file, table] of files) {
    const name = basename(file);
    const folder = options.reportFolder ?? join(dirname(file), 'rejected');
    const result = await importFile(file, table, {
      ...options,
      report: (faults) => writeReport(join(folder, `${table.file}.rejected.csv`), name, faults),
      progress: (...of) => options.progress?.(name, ...of),
    });
    results.push({ file: name, result });
    options.onResult?.({ file: name, result });
  }
  return results;
}

async function filesOf(path: string): Promise<readonly (readonly [string, CsvTable])[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new NothingToImport(`フォルダーまたはファイルがありません: ${path}`);
  const paths = found.isDirectory() ? (await readdir(path)).map((name) => join(path, name)) : [path];
  const byTable = new Map<CsvTable, string[]>();
  for (const each of paths) {
    const table = tableOf(basename(each));
    if (table) byTable.set(table, [...(byTable.get(table) ?? []), each]);
  }
  for (const [{ file }, [, second]] of byTable)
    if (second !== undefined)
      throw new NothingToImport(`「${file}」のファイルが二つ以上あります。どちらが正しいか分かりません。`);
  const files = csvTables.flatMap((table) =>
    (byTable.get(table) ?? []).map((file) => [file, table] as const),
  );
  if (files.length === 0)
    throw new NothingToImport(
      `取り込めるファイルがありません。名前は ${csvTables.map(({ file }) => `${file}.csv`).join('、')} です。`,
    );
  return files;
}

/** For Excel: UTF-8 with BOM, CRLF. It names lines, columns and reasons, and no value of anybody. */
async function writeReport(path: string, file: string, faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return rm(path, { force: true });
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = [
    ['ファイル', '行', '列', '理由'],
    ...faults.map(({ line, column = '', reason }) => [
      file,
      line === undefined ? '' : String(line),
      column,
      reason,
    ]),
  ];
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`);
}
