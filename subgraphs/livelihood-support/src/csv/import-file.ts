import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { CsvTable } from './csv-tables.js';
import { CsvImport } from './import-tables.js';
import { judge, type Judgement } from './judge.js';
import { sourceOf } from './read-lines.js';
import { FileRefused, type Fault } from './refused.js';
import { countRows, writeRows, type Written } from './write-rows.js';

/** A file with fewer rows than this share of the last one is refused until an operator says why that is right. */
const MIN_SHARE = 0.8;

export type Imported =
  | { readonly outcome: 'SAME_FILE' }
  | {
      readonly outcome: 'IMPORTED';
      readonly lines: number;
      readonly written: Written;
      readonly faults: readonly Fault[];
      readonly rejected: number;
    }
  | { readonly outcome: 'REFUSED'; readonly faults: readonly Fault[] };

export interface ImportOptions {
  readonly dataSource: DataSource;
  readonly clock?: () => Date;
  /** Why a file with far fewer rows is right; kept with the import. */
  readonly acceptFewer?: string | undefined;
  /** Told of the rejected lines before anything is written: if it fails, nothing is. */
  readonly report?: (faults: readonly Fault[]) => Promise<void>;
  readonly progress?: (step: 'JUDGING' | 'WRITING', size: number, bytes: number, lines: number) => void;
}

/**
 * Takes one file of the legacy package, all of it or nothing. It is read twice: first judged to its last line, then
 * written in one transaction; a crash at any instant leaves yesterday's data. The same file again changes nothing.
 */
export async function importFile(path: string, table: CsvTable, options: ImportOptions): Promise<Imported> {
  const { dataSource, clock = () => new Date(), acceptFewer, report, progress } = options;
  const source = await sourceOf(path);
  if ((await lastImport(dataSource.manager, table))?.digest === source.digest)
    return { outcome: 'SAME_FILE' };
  try {
    const judgement = await judge(table, source, (...read) => progress?.('JUDGING', source.size, ...read));
    const written = await dataSource.transaction((manager) =>
      inTurn(manager, async () => {
        const fewer = await fewerThanLast(manager, table, judgement);
        if (fewer && !acceptFewer?.trim()) throw new FileRefused([fewer, ...judgement.faults]);
        await report?.(judgement.faults);
        const done = await writeRows(manager, table, source, judgement, (...read) =>
          progress?.('WRITING', source.size, ...read),
        );
        await manager.insert(CsvImport, {
          id: `import-${randomBytes(10).toString('hex')}`,
          file: table.file,
          digest: source.digest,
          rows: judgement.accepted,
          rejected: judgement.rejected.size,
          at: clock().toISOString(),
          acceptedFewer: fewer ? (acceptFewer?.trim() ?? null) : null,
        });
        return done;
      }),
    );
    const { lines, faults, rejected } = judgement;
    return { outcome: 'IMPORTED', lines, written, faults, rejected: rejected.size };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    await report?.(error.faults);
    return { outcome: 'REFUSED', faults: error.faults };
  }
}

const TURN = 763770034;

/** Two imports at once would each delete what the other brings: the second waits. */
async function inTurn<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  if (manager.connection.options.type === 'postgres') {
    await manager.query(`SELECT pg_advisory_xact_lock(${TURN})`);
    return work();
  }
  const [lock] = await manager.query<{ held: number | string | null }[]>(
    `SELECT GET_LOCK('kasane-import-${TURN}', 600) AS held`,
  );
  if (Number(lock?.held) !== 1) throw new Error('another import has been running for ten minutes');
  try {
    return await work();
  } finally {
    await manager.query(`SELECT RELEASE_LOCK('kasane-import-${TURN}')`);
  }
}

const lastImport = async (manager: EntityManager, { file }: CsvTable): Promise<CsvImport | undefined> =>
  (await manager.find(CsvImport, { where: { file }, order: { at: 'DESC', id: 'ASC' }, take: 1 }))[0];

async function fewerThanLast(
  manager: EntityManager,
  table: CsvTable,
  { accepted }: Judgement,
): Promise<Fault | undefined> {
  const before = (await lastImport(manager, table))?.rows ?? (await countRows(manager, table));
  if (accepted >= before * MIN_SHARE) return undefined;
  return {
    reason: `前回の ${before}件より2割以上少ない ${accepted}件です。正しいときは --accept-fewer <理由> を付けて取り込んでください。`,
  };
}
