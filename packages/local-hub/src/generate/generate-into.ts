import {
  gatheredRows,
  generatedHouseholdId,
  generatedRows,
  type GeneratedCity,
  type GeneratedTables,
} from '@kasane/sample-municipality';
import { COLLABORATION } from '@kasane/vocabulary';
import { openRowStore, type RowStore } from './household-store.js';

export interface GenerateOptions extends GeneratedCity {
  /** How many: those with the numbers 0 to one less. */
  readonly households: number;
  /** By sector's id; owners' URLs, PostgreSQL or MariaDB. */
  readonly databases: ReadonlyMap<string, string>;
  /** Adds those that are not there yet, to an interrupted run or to a smaller municipality. */
  readonly append?: boolean | undefined;
  /** Written at a time, all or nothing in each database. It does not change what is written. */
  readonly batch?: number | undefined;
  /** Told after each batch how many of the households are there. */
  readonly progress?: ((households: number) => void) | undefined;
}

export interface Generated {
  readonly households: number;
  /** Those of them that were there before. */
  readonly known: number;
  readonly rows: number;
}

/** That households to be generated are there already. */
export class AlreadyGeneratedError extends Error {
  constructor(known: number) {
    super(
      `このデータベースには、この種(seed)と市の世帯がすでに ${known.toLocaleString('ja')} 世帯あります。続きを足すには --append を付けてください。` +
        ' (These households are there already; --append adds those that are not.)',
    );
    this.name = 'AlreadyGeneratedError';
  }
}

/** That a database has no tables or no offices yet. */
export class NotPreparedError extends Error {
  constructor(sectors: readonly string[]) {
    super(
      `表と窓口がまだないデータベースがあります: ${sectors.join('、')}。先に npm start で一度起動してください。` +
        ' (Start the hub once: it makes tables and offices.)',
    );
    this.name = 'NotPreparedError';
  }
}

/**
 * Writes a fictional municipality of any size into the databases of a hub, in constant memory. Each household is first
 * written in the sectors and last in collaboration: what is found there is whole, so an interrupted run is taken up
 * with `append`.
 * @throws {NotPreparedError} @throws {AlreadyGeneratedError} @throws {Error} when a database refuses a row
 */
export async function generateInto(options: GenerateOptions): Promise<Generated> {
  const { databases, households, append = false, batch = 500, progress = () => undefined } = options;
  const city: GeneratedCity = {
    municipality: options.municipality,
    seed: options.seed,
    cases: options.cases,
  };
  const stores = new Map<string, RowStore>();
  const touched = new Map<string, Set<string>>();
  try {
    for (const sector of generatedRows(city, 0).keys()) {
      const url = databases.get(sector);
      if (url === undefined) throw new Error(`${sector} のデータベースが設定されていません。`);
      stores.set(sector, await openRowStore(url));
    }
    const storeOf = (sector: string): RowStore => {
      const store = stores.get(sector);
      if (!store) throw new Error(`No database is configured for ${sector}.`);
      return store;
    };
    const prepared = await Promise.all(
      [...stores].map(async ([name, one]) => [name, await one.isPrepared()] as const),
    );
    const unprepared = prepared.flatMap(([name, isPrepared]) => (isPrepared ? [] : [name]));
    if (unprepared.length > 0) throw new NotPreparedError(unprepared);

    const center = storeOf(COLLABORATION);
    const missingOf = async (from: number, to: number): Promise<readonly number[]> => {
      const ids = Array.from({ length: to - from }, (_, at) => generatedHouseholdId(city, from + at));
      const present = await center.present('household', ids);
      return ids.flatMap((id, at) => (present.has(id) ? [] : [from + at]));
    };
    if (!append) {
      let known = 0;
      for (const [from, to] of parts(households, 5_000))
        known += to - from - (await missingOf(from, to)).length;
      if (known > 0) throw new AlreadyGeneratedError(known);
    }

    let rows = 0;
    let known = 0;
    let writing = Promise.resolve();
    for (const [from, to] of parts(households, batch)) {
      const missing = append ? await missingOf(from, to) : numbers(from, to);
      known += to - from - missing.length;
      if (missing.length === 0) continue;
      const gathered: ReadonlyMap<string, GeneratedTables> = gatheredRows(city, missing);
      // Made while the databases were still writing the batch before; never more than two are held.
      await writing;
      const write = async (sector: string): Promise<void> => {
        const tables = gathered.get(sector) ?? {};
        for (const [table, found] of Object.entries(tables)) {
          rows += found.length;
          const names = touched.get(sector) ?? new Set<string>();
          touched.set(sector, names.add(table));
        }
        await storeOf(sector).write(tables, append);
      };
      writing = Promise.all([...gathered.keys()].filter((name) => name !== COLLABORATION).map(write))
        .then(() => write(COLLABORATION))
        .then(() => progress(to));
      // It is awaited with the next batch; until then nobody else would hear of a failure.
      writing.catch(() => undefined);
    }
    await writing;
    await Promise.all([...touched].map(([sector, tables]) => storeOf(sector).analyze(tables)));
    return { households, known, rows };
  } finally {
    await Promise.all([...stores.values()].map((store) => store.close()));
  }
}

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

function* parts(total: number, size: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < total; from += size) yield [from, Math.min(total, from + size)];
}
