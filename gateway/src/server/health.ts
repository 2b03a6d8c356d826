import { sendJson, type Route } from '@kasane/http';
import { request } from 'undici';

type Health = 'ok' | 'unavailable';

export interface SectorHealth {
  bySector(): Promise<ReadonlyMap<string, Health>>;
}

/** How long a subgraph may take to say that it is ready, and for how long that is believed. */
const patienceMs = 1_500;
const believedMs = 1_000;

/** Asks the subgraphs; whoever asks meanwhile, or soon after, gets the same answer: the public path is no lever. */
export function createSectorHealth(
  subgraphs: () => ReadonlyMap<string, string>,
  clock: () => number = Date.now,
): SectorHealth {
  let last: { readonly at: number; readonly answer: Promise<ReadonlyMap<string, Health>> } | undefined;
  return {
    bySector() {
      if (last && clock() - last.at < believedMs) return last.answer;
      const asked = [...subgraphs()].map(async ([name, url]) => [name, await healthOf(url)] as const);
      last = { at: clock(), answer: Promise.all(asked).then((entries) => new Map(entries)) };
      return last.answer;
    },
  };
}

/**
 * `/livez`: the process answers. `/readyz`: the supergraph is loaded, which it is once we listen; `degraded` when a
 * subgraph is away, and still 200, for the hub goes on without it. Which one, only operators learn, at `/sectors`.
 */
export function healthRoutes(health: SectorHealth): Readonly<Record<string, Route>> {
  return {
    'GET /livez': (_request, response) => sendJson(response, 200, { status: 'ok' }),
    'GET /readyz': async (_request, response) => {
      const found = [...(await health.bySector()).values()];
      sendJson(response, 200, { status: found.every((each) => each === 'ok') ? 'ok' : 'degraded' });
    },
  };
}

async function healthOf(url: string): Promise<Health> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const { statusCode, body } = await request(new URL('/readyz', url), { signal });
    await body.dump();
    return statusCode === 200 ? 'ok' : 'unavailable';
  } catch {
    return 'unavailable';
  }
}
