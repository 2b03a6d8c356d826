import { rangeOf, toldRange, type Range } from '../range.js';
import { openCity, type City } from './city.js';
import { decisionMs } from './decision.js';
import { sectorQuestions } from './sectors.js';

export interface GrowthResult {
  readonly sizes: readonly number[];
  /** Seconds that each took to write. */
  readonly loadSeconds: Readonly<Record<number, number>>;
  /** Milliseconds of one question about six persons, by sector and size. */
  readonly resolutionMs: Readonly<Record<string, Readonly<Record<number, Range>>>>;
  /** By a name such as `growth.elder-care.500kVs1k`. */
  readonly ratios: Readonly<Record<string, Range>>;
  /** Large tables of the largest that a question read whole: an index is missing. Should be none. */
  readonly readWhole: readonly string[];
  /** Views a second of the largest, by connections. */
  readonly connections: Readonly<Record<number, { readonly perSecond: number; readonly p99: number }>>;
  /** Milliseconds of one question about so many persons, in elder care of the largest. */
  readonly members: Readonly<Record<number, number>>;
  /** Milliseconds of the decision about six members, by sectors in the municipality. */
  readonly decisionMs: Readonly<Record<number, number>>;
}

/**
 * The same questions about the same people in cities that differ by who else lives there. The hubs stand side by side
 * and take turns: a busy moment of the machine weighs on all alike, and a ratio compares within one round only.
 */
export async function measureGrowth({ quick }: { readonly quick: boolean }): Promise<GrowthResult> {
  const sizes = quick ? [1_000, 20_000] : [1_000, 50_000, 500_000];
  // Many short turns: what else the machine does changes by the second.
  const [rounds, resolveMs, viewMs] = quick ? [15, 130, 500] : [41, 300, 1_000];
  const cities: City[] = [];
  try {
    for (const size of sizes)
      cities.push(await openCity(size, process.env['KASANE_TEST_SERVICES_MARIADB'] || undefined));
    const [smallest, ...grown] = cities;
    const largest = cities.at(-1);
    if (!smallest || !largest) throw new Error('There is no city.');
    await answerAlike(cities);
    for (const city of cities) await warmUp(city, viewMs * 4);

    const before = await largest.wholeReads();
    const resolution = new Map<string, Map<number, number[]>>();
    const views = new Map<number, number[]>(sizes.map((size) => [size, []]));
    for (let round = 0; round < rounds; round++) {
      for (const question of sectorQuestions)
        for (const city of cities) {
          const name = `${question.sector} (${city.kinds[question.sector]})`;
          const bySize = resolution.get(name) ?? new Map<number, number[]>(sizes.map((size) => [size, []]));
          resolution.set(name, bySize);
          bySize.get(city.households)?.push((await city.resolve(question, 6, resolveMs)).p50);
        }
      for (const city of cities) views.get(city.households)?.push((await city.view(20, viewMs)).perSecond);
    }
    // The database counts with a second's delay.
    await new Promise((later) => setTimeout(later, 2_000));
    const after = await largest.wholeReads();
    const readWhole = [...after].flatMap(([table, times]) =>
      times > (before.get(table) ?? 0) ? [table] : [],
    );

    const against = (of: ReadonlyMap<number, readonly number[]>, size: number): Range =>
      rangeOf(
        (of.get(size) ?? []).map((value, round) => value / (of.get(smallest.households)?.[round] ?? NaN)),
      );
    const ratios = grown.flatMap(({ households }) => [
      [`growth.households${inWords(households)}Vs1k`, against(views, households)] as const,
      ...[...resolution].map(
        ([name, of]) =>
          [`growth.resolution.${name}.${inWords(households)}Vs1k`, against(of, households)] as const,
      ),
    ]);

    const connections: Record<number, { perSecond: number; p99: number }> = {};
    for (const count of [1, 10, 50, 200]) {
      const { perSecond, p99 } = await largest.view(count, viewMs * 3);
      connections[count] = { perSecond: Math.round(perSecond), p99: Math.round(p99) };
    }
    const members: Record<number, number> = {};
    const [elderCare] = sectorQuestions;
    for (const count of [1, 3, 6, 12])
      if (elderCare)
        members[count] = Math.round((await largest.resolve(elderCare, count, resolveMs * 4)).p50 * 10) / 10;
    const decisions: Record<number, number> = {};
    for (const count of [4, 8, 12]) decisions[count] = await decisionMs(6, count);
    return {
      sizes,
      loadSeconds: Object.fromEntries(
        cities.map((one) => [one.households, Math.round(one.loadSeconds * 10) / 10]),
      ),
      resolutionMs: Object.fromEntries(
        [...resolution].map(([name, of]) => [
          name,
          Object.fromEntries([...of].map(([size, times]) => [size, rangeOf(times)])),
        ]),
      ),
      ratios: Object.fromEntries(ratios),
      readWhole,
      connections,
      members,
      decisionMs: decisions,
    };
  } finally {
    await Promise.all(cities.map((city) => city.stop()));
  }
}

/** Whoever else lives in the city, these people are told of in the same words. */
async function answerAlike(cities: readonly City[]): Promise<void> {
  const [first, ...others] = await Promise.all(cities.map((city) => city.answers()));
  for (const other of others)
    if (JSON.stringify(other) !== JSON.stringify(first))
      throw new Error('The cities answer differently about the same people.');
}

/** The compiler needs some hundred requests until it has seen enough. */
async function warmUp(city: City, ms: number): Promise<void> {
  await city.view(20, ms);
  for (const question of sectorQuestions) await city.resolve(question, 6, ms / 4);
}

const inWords = (households: number): string => `${households / 1_000}k`;

export function growthTable(result: GrowthResult): string {
  const { sizes, resolutionMs, ratios } = result;
  return [
    `| six persons at a sector, ms | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`,
    `| --- |${sizes.map(() => ' --- |').join('')}`,
    ...Object.entries(resolutionMs).map(
      ([name, of]) =>
        `| ${name} | ${sizes.map((size) => (of[size] ? toldRange(of[size]) : '')).join(' | ')} |`,
    ),
    '',
    ...Object.entries(ratios).map(([name, ratio]) => `${name}: ${toldRange(ratio)}`),
    `large tables read whole: ${result.readWhole.join(', ') || 'none'}`,
    `written in seconds: ${JSON.stringify(result.loadSeconds)}`,
    `views a second and p99, by connections: ${JSON.stringify(result.connections)}`,
    `elder care by persons, ms: ${JSON.stringify(result.members)}`,
    `decision of six members by sectors, ms: ${JSON.stringify(result.decisionMs)}`,
  ].join('\n');
}
