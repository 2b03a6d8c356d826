import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { startContestant, startSubgraph, startSubgraphs, writeSupergraph } from './contestants.js';
import { residentKb, type Started } from './processes.js';
import { expected, query, sectors } from './supergraph.js';

/**
 * Fifty clients that never rest, before sectors that are killed and started again at random, for SOAK_SECONDS (600):
 * `npm run soak`. It fails when one answer is wrong, when the sectors are all there and the answer
 * is not whole, or when the gateway's memory grew.
 *
 * Right is: the people always, and of each sector either all that it knows or nothing, told as unavailable.
 */
const seconds = Number(process.env['SOAK_SECONDS'] ?? 600);
const connections = 50;
const allowedGrowth = 1.25;

interface Answer {
  readonly data?: { readonly people?: readonly Readonly<Record<string, unknown>>[] } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly unavailable?: readonly string[] };
}

function wrongWith({ data, errors = [], extensions }: Answer): string | undefined {
  const away = new Set(extensions?.unavailable ?? []);
  const right = expected.people.map((each) =>
    Object.fromEntries(Object.entries(each).map(([name, value]) => [name, away.has(name) ? null : value])),
  );
  if (!isDeepStrictEqual(data?.people, right))
    return `data do not fit ${[...away].join() || 'all sectors there'}`;
  const codes = errors.map((each) => each.extensions?.code);
  if (codes.length !== away.size || !codes.every((code) => /^SECTOR_/.test(code ?? '')))
    return `errors ${codes.join()}`;
  return undefined;
}

const others = await startSubgraphs();
const ports = JSON.parse(others.said) as Record<string, number>;
// Each sector in a process of its own, to be killed alone; the people stay.
const running = new Map<string, Started>();
for (const { field } of sectors) {
  const started = await startSubgraph(field);
  running.set(field, started);
  ports[field] = Number((JSON.parse(started.said) as Record<string, number>)[field]);
}
const gateway = await startContestant('ours', writeSupergraph(ports), others.said);
const pool = new Pool(`http://127.0.0.1:${gateway.said}`, { connections });
const body = JSON.stringify({ query });
const ask = async (): Promise<Answer> => {
  const headers = { 'content-type': 'application/json' };
  const response = await pool.request({ method: 'POST', path: '/graphql', headers, body });
  return (await response.body.json()) as Answer;
};

const wrong = new Map<string, number>();
const count = { answers: 0, partial: 0, restarts: 0 };
let isOver = false;
const client = async (): Promise<void> => {
  while (!isOver) {
    const answer = await ask();
    count.answers++;
    if (answer.extensions) count.partial++;
    const problem = wrongWith(answer);
    if (problem) wrong.set(problem, (wrong.get(problem) ?? 0) + 1);
  }
};
const restarts = async (): Promise<void> => {
  while (!isOver) {
    await sleep(200 + Math.random() * 1_500);
    const { field } = sectors[Math.floor(Math.random() * sectors.length)]!;
    await running.get(field)!.kill();
    await sleep(Math.random() * 800);
    running.set(field, await startSubgraph(field, ports[field]));
    count.restarts++;
  }
};
const sizes: number[] = [];
const clients = Array.from({ length: connections }, client);
const restarting = restarts();
for (let second = 0; second < seconds; second++) {
  await sleep(1_000);
  // The first third is for the compiler, the pools and the plan.
  if (second >= seconds / 3) sizes.push(await residentKb(gateway.pid));
}
isOver = true;
await Promise.all([...clients, restarting]);
// A breaker rests for two seconds.
await sleep(2_500);
const last = await ask();
if (last.extensions || wrongWith(last)) wrong.set('not whole although every sector is there again', 1);
await pool.close();
await Promise.all([gateway, others, ...running.values()].map((each) => each.stop()));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const third = Math.max(1, Math.floor(sizes.length / 3));
const [early, late] = [mean(sizes.slice(0, third)), mean(sizes.slice(-third))];
const growth = Math.round((late / early) * 100) / 100;
process.stdout.write(
  `${JSON.stringify({ seconds, ...count, wrong: Object.fromEntries(wrong), memoryMb: Math.round(late / 1024), growth })}\n`,
);
if (wrong.size > 0 || growth > allowedGrowth) process.exitCode = 1;
