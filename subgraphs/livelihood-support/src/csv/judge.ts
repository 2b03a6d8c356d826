import type { CsvTable } from './csv-tables.js';
import type { OnProgress, Source } from './read-lines.js';
import { readRows } from './read-rows.js';
import { FileRefused, type Fault } from './refused.js';

/** What a file is worth, before anything of it is written. */
export interface Judgement {
  /** Lines without the header. */
  readonly lines: number;
  readonly accepted: number;
  readonly rejected: ReadonlySet<number>;
  readonly faults: readonly Fault[];
  /** Keys of lines that were rejected: what is known of them from yesterday stays. */
  readonly kept: ReadonlySet<string>;
  /** Whether a line was rejected whose key cannot be read: then nothing is deleted, for it might be that line's. */
  readonly hasNameless: boolean;
}

/** Below this share of good lines the file was made in another way, and is refused whole. */
const MIN_GOOD = 0.5;
/** Nobody reads more of them, and a night's file of nothing else must not fill the memory. */
const MAX_FAULTS = 20_000;

/**
 * Reads a file through: every line, every key.
 * @throws {FileRefused} for a file of which nothing can be taken
 */
export async function judge(table: CsvTable, source: Source, onProgress?: OnProgress): Promise<Judgement> {
  const firstLine = new Map<string, number>();
  const rejected = new Set<number>();
  const kept = new Set<string>();
  const faults: Fault[] = [];
  let lines = 0;
  let hasNameless = false;
  for await (const row of readRows(table, source, onProgress)) {
    lines += 1;
    if (row.key === undefined) hasNameless = true;
    const first = row.key === undefined ? undefined : firstLine.get(row.key);
    if (row.key !== undefined && first === undefined) firstLine.set(row.key, row.line);
    if (row.key !== undefined && first !== undefined) {
      // Which of the two is true nobody here can know: neither is taken.
      const reason = `${table.key}が ${first}行目と ${row.line}行目で同じです。`;
      for (const line of [first, row.line]) faults.push({ line, column: table.key, reason });
      rejected.add(first).add(row.line);
      kept.add(row.key);
    }
    if (row.faults.length === 0) continue;
    faults.push(...row.faults);
    rejected.add(row.line);
    if (row.key !== undefined) kept.add(row.key);
    if (faults.length > MAX_FAULTS)
      throw new FileRefused([{ reason: `読めない箇所が${MAX_FAULTS}を超えました。` }, ...faults]);
  }
  const accepted = lines - rejected.size;
  if (lines > 0 && accepted / lines < MIN_GOOD)
    throw new FileRefused([
      {
        reason: `${lines}行のうち ${rejected.size}行が読めません。ファイルの作り方が変わっていないか確かめてください。`,
      },
      ...faults,
    ]);
  return { lines, accepted, rejected, faults, kept, hasNameless };
}
