import type { SectorEntry } from '@kasane/vocabulary';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Says which port, and which variable moves it. */
export class PortTakenError extends Error {
  constructor(
    readonly port: number,
    readonly variable: string,
  ) {
    super(`Port ${port} is in use. Stop what uses it, or choose another with ${variable}=<port>.`);
    this.name = 'PortTakenError';
  }
}

export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES') reject(new Error(`This user may not listen on port ${port}.`));
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** A hub that was killed a moment ago needs a moment to let go of its ports. */
const patience = 1_500;

/** @throws {PortTakenError} */
export async function assertFree(port: number, host: string, variable: string): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isFree(port, host))) {
    if (Date.now() > deadline) throw new PortTakenError(port, variable);
    await sleep(100);
  }
}

/** Below the range from which systems take the local end of a connection, so that no client is given one of ours. */
const lowest = 20_000;
const highest = 32_000;

/** `count` free ports, for hubs that run beside others. */
export async function anyPorts(count: number, host: string): Promise<readonly number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(lowest, highest);
    if (!found.has(port) && (await isFree(port, host))) found.add(port);
  }
  return [...found];
}

export interface HubPorts {
  readonly gateway: number;
  /** Of the development sign-in; `undefined` where there is none. */
  readonly signIn: number | undefined;
  readonly subgraphs: ReadonlyMap<string, number>;
}

/** @throws {PortTakenError} for the first that is taken */
export async function choosePorts(
  wanted: 'any' | { readonly gateway: number; readonly subgraphBase?: number | undefined },
  own: readonly SectorEntry[],
  host: string,
  developmentSignIn?: { readonly port?: number | undefined },
): Promise<HubPorts> {
  if (wanted === 'any') {
    const [gateway = 0, another, ...rest] = await anyPorts(own.length + 2, host);
    return {
      gateway,
      signIn: developmentSignIn && another,
      subgraphs: new Map(own.map(({ id }, at) => [id, rest[at] ?? 0])),
    };
  }
  const { gateway, subgraphBase } = wanted;
  const subgraphs = new Map(
    own.map(({ id, url }, at) => [
      id,
      subgraphBase === undefined ? Number(new URL(url).port) : subgraphBase + at,
    ]),
  );
  // Below the gateway's, for the subgraphs are above it.
  const signIn = developmentSignIn && (developmentSignIn.port ?? gateway - 1);
  await Promise.all([
    assertFree(gateway, host, 'PORT'),
    ...(signIn === undefined ? [] : [assertFree(signIn, '127.0.0.1', 'KASANE_SIGN_IN_PORT')]),
    ...[...subgraphs.values()].map((port) => assertFree(port, '127.0.0.1', 'SUBGRAPH_BASE_PORT')),
  ]);
  return { gateway, signIn, subgraphs };
}
