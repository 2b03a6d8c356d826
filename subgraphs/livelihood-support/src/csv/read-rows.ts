import { z } from 'zod';
import { keyIn, type CellValues } from './cells.js';
import type { CsvTable } from './csv-tables.js';
import { decodeCell, isForeign, readHeader, type Encoding } from './encoding.js';
import { readLines, type OnProgress, type Source } from './read-lines.js';
import { FileRefused, type Fault } from './refused.js';

/** What one line of a file gives. */
export interface CsvRow {
  readonly line: number;
  /** The number by which the legacy package knows it; none when it cannot be read. */
  readonly key: string | undefined;
  /** None for a line that is rejected. */
  readonly values: CellValues | undefined;
  readonly faults: readonly Fault[];
  /** Codes of 外字, by header and place: `氏名:3=F040`. */
  readonly gaiji: string | undefined;
}

const MAX_FOREIGN = 20;

/**
 * The rows of a file, each judged by itself.
 * @throws {FileRefused} for a header that does not fit, a broken quote, and lines in another encoding
 */
export async function* readRows(
  table: CsvTable,
  source: Source,
  onProgress?: OnProgress,
): AsyncGenerator<CsvRow> {
  const schema = z.object(table.columns);
  const wanted = Object.keys(table.columns);
  let layout:
    { readonly encoding: Encoding; readonly places: readonly number[]; readonly width: number } | undefined;
  const foreign: Fault[] = [];
  for await (const line of readLines(source, onProgress)) {
    if (!layout) {
      const { encoding, headers } = readHeader(line, source.hasBom);
      layout = { encoding, places: placesOf(wanted, headers), width: headers.length };
      continue;
    }
    const { encoding, places, width } = layout;
    if (isForeign(line, encoding)) {
      foreign.push({ line: line.at, reason: `ほかの行(${encoding})と文字コードが違います。` });
      if (foreign.length >= MAX_FOREIGN) throw new FileRefused(foreign);
      continue;
    }
    if (line.cells.length !== width) {
      const reason = `列の数が見出しと違います(見出し ${width}、この行 ${line.cells.length})。`;
      yield {
        line: line.at,
        key: undefined,
        values: undefined,
        faults: [{ line: line.at, reason }],
        gaiji: undefined,
      };
      continue;
    }
    yield rowOf(
      table,
      schema,
      wanted,
      places.map((place) => line.cells[place] ?? ''),
      line.at,
      encoding,
    );
  }
  if (foreign.length > 0) throw new FileRefused(foreign);
  if (!layout) throw new FileRefused([{ reason: '空のファイルです。' }]);
}

function placesOf(wanted: readonly string[], headers: readonly string[]): readonly number[] {
  const plain = (word: string): string => word.normalize('NFKC');
  const faults = wanted.flatMap((header): readonly Fault[] => {
    const count = headers.filter((each) => each === plain(header)).length;
    if (count === 1) return [];
    return [
      {
        line: 1,
        column: header,
        reason: count === 0 ? '見出しにこの列がありません。' : '見出しにこの列が二つ以上あります。',
      },
    ];
  });
  if (faults.length > 0) throw new FileRefused(faults);
  return wanted.map((header) => headers.indexOf(plain(header)));
}

function rowOf(
  { key, span, finish }: CsvTable,
  schema: z.ZodObject<CsvTable['columns']>,
  headers: readonly string[],
  cells: readonly string[],
  line: number,
  encoding: Encoding,
): CsvRow {
  const texts: Record<string, string> = {};
  const gaiji: string[] = [];
  const faults: Fault[] = [];
  headers.forEach((header, at) => {
    const decoded = decodeCell(cells[at] ?? '', encoding);
    texts[header] = decoded?.text ?? '';
    if (!decoded || decoded.isBroken)
      faults.push({ line, column: header, reason: '文字が途中で切れています。' });
    else for (const each of decoded.gaiji) gaiji.push(`${header}:${each.at}=${each.code}`);
  });
  const parsed = schema.safeParse(texts);
  for (const { path, message } of parsed.error?.issues ?? [])
    faults.push({ line, column: String(path[0]), reason: message });
  const values = parsed.data && (Object.assign({}, ...Object.values(parsed.data)) as CellValues | undefined);
  if (parsed.data && span && isBefore(parsed.data, span))
    faults.push({ line, column: span[1], reason: `${span[0]}より前です。` });
  const isTaken = faults.length === 0 && values !== undefined;
  return {
    line,
    key: keyIn(texts[key] ?? ''),
    values: isTaken ? (finish?.(values) ?? values) : undefined,
    faults,
    gaiji: gaiji.length > 0 ? gaiji.join(' ') : undefined,
  };
}

function isBefore(
  parsed: Readonly<Record<string, CellValues>>,
  [from, to]: readonly [string, string],
): boolean {
  const day = (header: string): string => String(Object.values(parsed[header] ?? {})[0] ?? '');
  return day(from) !== '' && day(to) !== '' && day(to) < day(from);
}
