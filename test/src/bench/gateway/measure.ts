import { isDeepStrictEqual } from 'node:util';
import { memoryOf } from '../memory.js';
import {
  contestants,
  installRivals,
  startContestant,
  startSubgraphs,
  writeSupergraph,
  type Contestant,
} from './contestants.js';
import { load, type Load } from './load.js';
import { cpuOf, type Started } from './processes.js';
import { expected, query } from './supergraph.js';

export interface Range {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

interface Round extends Load {
  /** Milliseconds of the gateway's processor for one request. */
  readonly cpuMs: number;
  /** How much of a processor each took: what is measured is the gateway only where the gateway's is the one that is full. */
  readonly gatewayBusy: number;
  readonly subgraphsBusy: number;
  readonly loadBusy: number;
}

export interface GatewayResult {
  readonly connections: number;
  readonly rounds: number;
  readonly contestants: Readonly<
    Partial<
      Record<
        Contestant,
        Readonly<
          Record<'perSecond' | 'p50' | 'p99' | 'cpuMs' | 'gatewayBusy' | 'subgraphsBusy' | 'loadBusy', Range>
        > & { readonly memoryMb: number }
      >
    >
  >;
  /** Throughput of ours as a multiple of another's, round by round; p99 as a share of it. */
  readonly ratios: Readonly<Record<string, Range>>;
  /** Those that could not be installed. */
  readonly missing: readonly string[];
}

/**
 * The gateways before the same subgraphs, in rounds that take turns: a busy moment of the machine weighs on all alike,
 * and a ratio compares what was measured within one round only.
 */
export async function measureGateways(options: {
  readonly quick: boolean;
  readonly only?: readonly Contestant[];
}): Promise<GatewayResult> {
  const [rounds, ms, warmRequests, warmMs] = options.quick
    ? [3, 1_500, 3_000, 8_000]
    : [9, 3_000, 5_000, 30_000];
  const connections = 50;
  const body = JSON.stringify({ query });
  const wanted = options.only ?? contestants;
  const areInstalled = wanted.every((name) => name === 'ours' || name === 'byHand') || installRivals();
  const names = wanted.filter((name) => areInstalled || name === 'ours' || name === 'byHand');
  const subgraphs = await startSubgraphs();
  const ports = JSON.parse(subgraphs.said) as Record<string, number>;
  const supergraph = writeSupergraph(ports);
  const started = new Map<Contestant, Started>();
  try {
    for (const name of names) started.set(name, await startContestant(name, supergraph, subgraphs.said));
    for (const [name, { said }] of started) await answersRight(name, Number(said), body);
    for (const { said } of started.values()) {
      // By requests, not by time: on a busy machine the compiler would not be done.
      const until = performance.now() + warmMs;
      for (let answered = 0; answered < warmRequests && performance.now() < until;)
        answered += (await load(Number(said), body, connections, 500)).answered;
    }
    const taken = new Map<Contestant, Round[]>(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, { pid, said }] of started) {
        const cpu = async (): Promise<[number, number, number, number]> => {
          const { user, system } = process.cpuUsage();
          return [await cpuOf(pid), await cpuOf(subgraphs.pid), (user + system) / 1_000, performance.now()];
        };
        const before = await cpu();
        const found = await load(Number(said), body, connections, ms);
        if (found.failed > 0) throw new Error(`${name} failed ${found.failed} requests`);
        const after = await cpu();
        const [gateway, ofSubgraphs, ofLoad, passed] = after.map(
          (each, at) => each - before[at]!,
        ) as typeof after;
        taken.get(name)!.push({
          ...found,
          cpuMs: gateway / found.answered,
          gatewayBusy: gateway / passed,
          subgraphsBusy: ofSubgraphs / passed,
          loadBusy: ofLoad / passed,
        });
      }
    }
    const result: GatewayResult['contestants'] = Object.fromEntries(
      await Promise.all(
        [...taken].map(async ([name, each]) => [
          name,
          {
            perSecond: range(each.map(({ perSecond }) => perSecond)),
            p50: range(each.map(({ p50 }) => p50)),
            p99: range(each.map(({ p99 }) => p99)),
            cpuMs: range(each.map(({ cpuMs }) => cpuMs)),
            gatewayBusy: range(each.map(({ gatewayBusy }) => gatewayBusy)),
            subgraphsBusy: range(each.map(({ subgraphsBusy }) => subgraphsBusy)),
            loadBusy: range(each.map(({ loadBusy }) => loadBusy)),
            memoryMb: Math.round((await memoryOf(started.get(name)!.pid)) ?? 0),
          },
        ]),
      ),
    );
    const against = (other: Contestant, of: (round: Round) => number): Range | undefined => {
      const [ours, theirs] = [taken.get('ours'), taken.get(other)];
      return ours && theirs && range(ours.map((round, at) => of(round) / of(theirs[at]!)));
    };
    const speed = (round: Round): number => round.perSecond;
    const ratios = {
      'gateway.vsApolloGateway': against('apolloGateway', speed),
      'gateway.vsHiveRustPlanner': against('hiveRustPlanner', speed),
      'gateway.vsHive': against('hive', speed),
      'gateway.vsHandWritten': against('byHand', speed),
      'gateway.p99VsApolloGateway': against('apolloGateway', ({ p99 }) => p99),
    };
    return {
      connections,
      rounds,
      contestants: result,
      ratios: Object.fromEntries(
        Object.entries(ratios).flatMap(([name, found]) => (found ? [[name, found]] : [])),
      ),
      missing: wanted.filter((name) => !names.includes(name)),
    };
  } finally {
    await Promise.all([...started.values(), subgraphs].map((each) => each.stop()));
  }
}

/** A fast wrong answer is none. */
async function answersRight(name: string, port: number, body: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  });
  const { data } = (await response.json()) as { data?: unknown };
  if (!isDeepStrictEqual(data, expected))
    throw new Error(`${name} answers something else (${response.status}).`);
}

function range(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
  };
  return { min: at(0), median: at(0.5), max: at(1) };
}

export function gatewayTable({
  contestants: found,
  ratios,
  connections,
  rounds,
  missing,
}: GatewayResult): string {
  const told = ({ min, median, max }: Range): string => `${median} (${min}–${max})`;
  return [
    `| gateway, ${connections} connections, ${rounds} rounds | requests/s | p50 ms | p99 ms | CPU ms/request | busy: gateway, subgraphs, load | MB |`,
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...Object.entries(found).map(
      ([name, { perSecond, p50, p99, cpuMs, gatewayBusy, subgraphsBusy, loadBusy, memoryMb }]) =>
        `| ${name} | ${told(perSecond)} | ${told(p50)} | ${told(p99)} | ${told(cpuMs)} | ${gatewayBusy.median}, ${subgraphsBusy.median}, ${loadBusy.median} | ${memoryMb} |`,
    ),
    '',
    ...Object.entries(ratios).map(([name, ratio]) => `${name}: ${told(ratio)}`),
    ...(missing.length > 0 ? [`not installed: ${missing.join(', ')}`] : []),
  ].join('\n');
}
