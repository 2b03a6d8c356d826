import { purposeHeaders } from '@kasane/identity';
import { gatewayEnvironment, subgraphEnvironment } from '@kasane/local-hub';
import { Purpose } from '@kasane/vocabulary';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { openTestHub, type TestHub } from '../../test-hub.js';
import { cpuOfChildren } from '../cpu.js';
import { installRivals, startContestant } from '../gateway/contestants.js';
import { load, type Load } from '../gateway/load.js';
import { startNode, type Started } from '../gateway/processes.js';
import { rangeOf, toldRange, type Range } from '../range.js';
import { everybodyConsents, viewQuestion } from './question.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const port = /^port (\d+)$/m;

interface Contestant {
  readonly port: number;
  readonly body: string;
}

interface Turn extends Load {
  /** Milliseconds of processor for one request, of all that took part. */
  readonly cpuMs: number;
}

export interface UnfilteredResult {
  readonly contestants: Readonly<
    Record<string, { readonly perSecond: Range; readonly p99: Range; readonly cpuMs: Range }>
  >;
  readonly ratios: Readonly<Record<string, Range>>;
}

/**
 * What consent, grants and ledgers cost: the household view of the real hub against the same records from the same
 * databases without any of them, before our gateway and before `@apollo/gateway`. In rounds that take turns.
 */
export async function measureUnfiltered({ quick }: { readonly quick: boolean }): Promise<UnfilteredResult> {
  const [rounds, ms, warmMs] = quick ? [5, 1_500, 6_000] : [11, 4_000, 30_000];
  const connections = 20;
  const folder = await mkdtemp(join(tmpdir(), 'kasane-bench-'));
  const hub = await openTestHub({ disposable: false });
  const started: Started[] = [];
  try {
    await everybodyConsents(hub);
    const urls = await startUnfiltered(hub, started);
    const headers = {
      authorization: `Bearer ${await hub.signIn('kato-coordinator', { hours: 8 })}`,
      [purposeHeaders.purpose]: Purpose.SERVICE_COORDINATION,
    };
    const body = await viewQuestion(false);
    const bodyWithReasons = await viewQuestion(true);
    const on = Number(new URL(hub.url).port);
    const off = await startNode([here('./gateway.js')], port, {
      ...gatewayEnvironment({
        host: '127.0.0.1',
        port: 0,
        keys: hub.keys,
        supergraph: supergraphFile,
        subgraphUrls: urls,
        issuer: {},
        logLevel: 'warn',
      }),
      // As the hub starts its own.
      NODE_ENV: 'development',
    });
    started.push(off);
    const contestants = new Map<string, Contestant>([
      ['on', { port: on, body }],
      ['off', { port: Number(off.said), body }],
      ['onWithReasons', { port: on, body: bodyWithReasons }],
    ]);
    if (installRivals()) {
      const rival = await startContestant('apolloGateway', await supergraphOf(urls, folder), '');
      started.push(rival);
      contestants.set('apolloGatewayUnfiltered', { port: Number(rival.said), body });
    }
    await allAnswerAlike(contestants, headers);
    const taken = new Map<string, Turn[]>();
    for (const [name, one] of contestants) {
      await load(one.port, one.body, connections, warmMs, headers);
      taken.set(name, []);
    }
    for (let round = 0; round < rounds; round++)
      for (const [name, one] of contestants) {
        const before = await cpuOfChildren();
        const found = await load(one.port, one.body, connections, ms, headers);
        if (found.failed > 0) throw new Error(`${name} failed ${found.failed} requests`);
        // Whoever has no turn rests, so all of it was used for these requests: by gateway, subgraphs and databases.
        const cpuMs = ((await cpuOfChildren()) - before) / found.answered;
        taken.get(name)?.push({ ...found, cpuMs });
      }
    const against = (
      key: string,
      name: string,
      other: string,
      of: (turn: Turn) => number,
    ): readonly (readonly [string, Range])[] => {
      const [one, two] = [taken.get(name), taken.get(other)];
      if (!one || !two) return [];
      return [[`household.${key}`, rangeOf(one.map((turn, round) => of(turn) / of(two[round] ?? turn)))]];
    };
    const speed = ({ perSecond }: Turn): number => perSecond;
    const work = ({ cpuMs }: Turn): number => cpuMs;
    return {
      contestants: Object.fromEntries(
        [...taken].map(([name, each]) => [
          name,
          {
            perSecond: rangeOf(each.map(({ perSecond }) => perSecond)),
            p99: rangeOf(each.map(({ p99 }) => p99)),
            cpuMs: rangeOf(each.map(({ cpuMs }) => cpuMs)),
          },
        ]),
      ),
      ratios: Object.fromEntries([
        ...against('onVsOff', 'on', 'off', speed),
        ...against('cpuOnVsOff', 'on', 'off', work),
        ...against('withReasonsVsOn', 'onWithReasons', 'on', speed),
        ...against('vsApolloGatewayUnfiltered', 'on', 'apolloGatewayUnfiltered', speed),
        ...against('cpuVsApolloGatewayUnfiltered', 'on', 'apolloGatewayUnfiltered', work),
      ]),
    };
  } finally {
    await Promise.all(started.map((each) => each.stop()));
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The subgraphs without disclosure, on the databases of a hub that runs; by sector, where each listens. */
async function startUnfiltered(hub: TestHub, started: Started[]): Promise<Record<string, string>> {
  const found = await Promise.all(
    Object.entries(hub.databases).map(async ([sector, database]) => {
      const one = await startNode([here(`./unfiltered/${sector}.js`)], port, {
        ...subgraphEnvironment({
          sector,
          port: 0,
          database,
          keys: hub.keys,
          registryFile: undefined,
          seed: 'none',
          logLevel: 'error',
        }),
      });
      started.push(one);
      return [sector, `http://127.0.0.1:${one.said}/graphql`] as const;
    }),
  );
  return Object.fromEntries(found);
}

const supergraphFile = here('../../../../gateway/supergraph.graphql');

/** The hub's supergraph, which names where each subgraph listens, for a gateway that is not told otherwise. */
async function supergraphOf(urls: Readonly<Record<string, string>>, folder: string): Promise<string> {
  const sdl = await readFile(supergraphFile, 'utf8');
  const moved = sdl.replace(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${urls[name] ?? ''}")`,
  );
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, moved);
  return file;
}

/** Nobody is measured who shows less, or more, than the others. */
async function allAnswerAlike(
  contestants: ReadonlyMap<string, Contestant>,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const answers = await Promise.all(
    [...contestants].map(async ([name, one]) => {
      const response = await fetch(`http://127.0.0.1:${one.port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: one.body,
      });
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
      if (errors) throw new Error(`${name} answers with errors: ${JSON.stringify(errors).slice(0, 500)}`);
      return [name, withoutReasons(data)] as const;
    }),
  );
  const [first, ...others] = answers;
  for (const [name, data] of others)
    if (!isDeepStrictEqual(data, first?.[1])) throw new Error(`${name} shows something else than the hub.`);
}

const withoutReasons = (data: unknown): unknown =>
  JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (key === 'disclosure' ? undefined : value)) ?? 'null',
  );

export function unfilteredTable({ contestants, ratios }: UnfilteredResult): string {
  return [
    '| household view, 20 connections | requests/s | p99 ms | CPU ms/request |',
    '| --- | --- | --- | --- |',
    ...Object.entries(contestants).map(
      ([name, { perSecond, p99, cpuMs }]) =>
        `| ${name} | ${toldRange(perSecond)} | ${toldRange(p99)} | ${toldRange(cpuMs)} |`,
    ),
    '',
    ...Object.entries(ratios).map(([name, ratio]) => `${name}: ${toldRange(ratio)}`),
  ].join('\n');
}
