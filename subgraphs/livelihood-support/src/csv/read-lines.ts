import { parse, CsvError } from 'csv-parse';
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { FileRefused } from './refused.js';

/** One record of a file. */
export interface Line {
  /** Where it begins, counted from 1; a quoted cell may go on over several. */
  readonly at: number;
  /** Bytes of each cell, one UTF-16 unit per byte: in CP932 no half of a character is a comma, quote or line end. */
  readonly cells: readonly string[];
}

export interface Source {
  readonly path: string;
  readonly size: number;
  readonly hasBom: boolean;
  readonly digest: string;
}

export type OnProgress = (bytes: number, lines: number) => void;

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** A record beyond this is a quote that nobody closed. */
const MAX_RECORD = 1_000_000;
/** Changes when files are read in another way: then the same bytes are read anew. */
const FORMAT = 'livelihood-csv-1';

const newDigest = (): Hash => createHash('sha256').update(FORMAT);

/** Looks at a file as a whole: size, byte order mark, hash of its content. */
export async function sourceOf(path: string): Promise<Source> {
  const digest = newDigest();
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  const file = await open(path);
  const start = Buffer.alloc(3);
  await file.read(start, 0, 3, 0);
  await file.close();
  return { path, size: (await stat(path)).size, hasBom: start.equals(BOM), digest: digest.digest('hex') };
}

/**
 * The records of a file, streamed. `onProgress` is told how many bytes and lines were read so far.
 * @throws {FileRefused} for a quote that is not closed, or closed in the middle of a cell, with the line where its
 * record begins: after it nobody knows where one record ends and the next begins; and when the file is no longer the
 * one that was looked at
 */
export async function* readLines(
  source: Source,
  onProgress: OnProgress = () => undefined,
): AsyncGenerator<Line> {
  const digest = newDigest();
  if (source.hasBom) digest.update(BOM);
  let bytes = 0;
  let ended = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      digest.update(chunk);
      onProgress((bytes += chunk.length), ended);
      yield chunk;
    }
  };
  const records = parse({
    encoding: 'latin1',
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    // Counted here, where records are made: those that wait to be read are lost when a later one is broken.
    on_record(cells: string[]) {
      const at = ended + 1;
      ended = at + lineBreaksIn(cells);
      return [String(at), ...cells];
    },
  });
  // Whoever reads the records is told of a failure by them.
  pipeline(
    createReadStream(source.path, { start: source.hasBom ? BOM.length : 0 }),
    counted,
    records,
    () => undefined,
  );
  try {
    for await (const [at, ...cells] of records as AsyncIterable<string[]>)
      if (cells.length > 1 || cells[0] !== '') yield { at: Number(at), cells };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileRefused([{ line: ended + 1, reason: 'この行から始まる引用符(")の開き閉じが合いません。' }]);
  }
  if (digest.digest('hex') !== source.digest)
    throw new FileRefused([{ reason: '読んでいる間にファイルが変わりました。もう一度取り込んでください。' }]);
}

/** A quoted cell may go on over several lines. */
const lineBreaksIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
