import type { EmbeddedServer } from '@kasane/embedded-database';
import { createDevelopmentIssuer, readKeyFile } from '@kasane/identity';
import { generatedStaff, staffById } from '@kasane/sample-municipality';
import { defaultRegistry, type SectorEntry } from '@kasane/vocabulary';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { untilReady } from './child.js';
import { openDatabases, type HubDatabase } from './databases.js';
import { createFleet, type Fleet } from './fleet.js';
import type { DevelopmentSignIn } from './environment.js';
import type { ExternalDatabase } from './hub-config.js';
import { ensureKeys, type HubKeys } from './keys.js';
import { top } from './paths.js';
import { planHub, type Plan } from './plan.js';
import { choosePorts } from './ports.js';

export interface HubOptions {
  /** Keys, databases and logs live here. Default: a temporary folder, deleted with the hub. */
  readonly dataDir?: string | undefined;
  /** The folder of a hub that has stopped: one that begins as its copy has nothing to make. In place of `dataDir`. */
  readonly copyOf?: string | undefined;
  /** `'any'` for hubs beside others. Default: gateway on 4000, subgraphs where the registry says. */
  readonly ports?:
    'any' | { readonly gateway: number; readonly subgraphBase?: number | undefined } | undefined;
  /** Where the gateway listens; the subgraphs are on 127.0.0.1 always. */
  readonly host?: string | undefined;
  readonly seed?: 'sample' | 'none' | undefined;
  readonly logLevel?: string | undefined;
  readonly registry?: readonly SectorEntry[] | undefined;
  readonly registryFile?: string | undefined;
  readonly databases?: Readonly<Record<string, ExternalDatabase>> | undefined;
  readonly issuer?: Readonly<Record<string, string>> | undefined;
  /** A page on which sample staff sign in to the console without a password. None where an issuer is given. */
  readonly developmentSignIn?: DevelopmentSignIn | undefined;
  /** Fast databases that do not survive a power cut, deleted at the end. For tests. */
  readonly disposable?: boolean | undefined;
  /** More variables for one process, by sector id or `gateway`: how a test sets a deadline or a limit. */
  readonly environment?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** Told what is going on. */
  readonly log?: ((message: string) => void) | undefined;
  /** Gives up and stops everything when it aborts during the start. */
  readonly signal?: AbortSignal | undefined;
  /** Where the compiled programs are; other than the repository's only in tests of this package. */
  readonly files?: { readonly subgraph: (sector: string) => string; readonly gateway: string } | undefined;
}

export interface RunningSubgraph {
  /** Its GraphQL endpoint. */
  readonly url: string;
  /** Undefined while it is stopped. */
  pid(): number | undefined;
}

export interface RunningHub {
  /** The gateway, without a path. */
  readonly url: string;
  /** The development sign-in's issuer. */
  readonly signInUrl: string | undefined;
  readonly dataDir: string;
  readonly keys: HubKeys;
  readonly registry: readonly SectorEntry[];
  readonly subgraphs: Readonly<Record<string, RunningSubgraph>>;
  readonly databases: Readonly<Record<string, HubDatabase>>;
  /** An access token of a sample or generated member of staff. @throws {Error} when there is none of that id */
  signIn(staffId: string, options?: { readonly hours?: number }): Promise<string>;
  /** Stops one subgraph and leaves the rest alone; `SIGKILL` for a crash. */
  stopSubgraph(sector: string, signal?: NodeJS.Signals): Promise<void>;
  startSubgraph(sector: string): Promise<void>;
  /** All that a subgraph, or `gateway`, has written. */
  logs(name: string): Promise<string>;
  /** Resolves when the hub has ended: without a value after `stop`, with the reason when a part of it died. */
  readonly ended: Promise<Error | undefined>;
  /** Stops everything in order: gateway, subgraphs, database. May be called twice. */
  stop(): Promise<void>;
  /** Stops everything at once. */
  kill(): void;
}

/** The start was given up from outside. */
export class HubStoppedError extends Error {
  constructor() {
    super('The hub was stopped while it started.');
    this.name = 'HubStoppedError';
  }
}

/** A slow machine that also compiles needs patience; a hub that hangs must not hang forever. */
const readyTimeout = 120_000;

const compiled = {
  subgraph: (sector: string): string => join(top, 'subgraphs', sector, 'dist', 'main.js'),
  gateway: join(top, 'gateway', 'dist', 'main.js'),
  signIn: join(top, 'packages', 'development-sign-in', 'dist', 'main.js'),
};

/**
 * The whole hub on one machine: keys, databases, five subgraphs and the gateway, each a process of its own.
 * All start at once; it resolves when all are ready.
 *
 * @example
 * const hub = await startHub({ ports: 'any', disposable: true });
 * const token = await hub.signIn('aizu-coordinator');
 * await hub.stop();
 */
export async function startHub(options: HubOptions = {}): Promise<RunningHub> {
  const { registry = defaultRegistry, host = '127.0.0.1', log = () => undefined, signal } = options;
  const files = { ...compiled, ...options.files };
  const issuer = options.issuer ?? {};
  const developmentSignIn = Object.keys(issuer).length === 0 ? options.developmentSignIn : undefined;
  const dataDir = resolve(options.dataDir ?? (await mkdtemp(join(tmpdir(), 'kasane-hub-'))));
  // A registered sector without a program here runs elsewhere: its URL in the registry is all we need.
  const own = registry.filter(({ id }) => existsSync(files.subgraph(id)));

  if (options.copyOf !== undefined) await copyFolder(options.copyOf, dataDir);

  const fleet = createFleet();
  let server: EmbeddedServer | undefined;
  let reason: Error | undefined;
  let stopping: Promise<void> | undefined;
  let end: (reason: Error | undefined) => void = () => undefined;
  const ended = new Promise<Error | undefined>((done) => (end = done));
  const stop = (): Promise<void> => (stopping ??= stopAll().finally(() => end(reason)));
  const stopAll = async (): Promise<void> => {
    await fleet.stopAll('gateway');
    await server?.stop();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  };

  try {
    const ports = await choosePorts(options.ports ?? { gateway: 4000 }, own, host, developmentSignIn);
    const keys = await ensureKeys(join(dataDir, 'keys'));
    const databases = await openDatabases({
      dataDir,
      sectors: own.map(({ id }) => id),
      external: options.databases,
      disposable: options.disposable,
      log,
    });
    server = databases.server;
    if (signal?.aborted) throw new HubStoppedError();
    const plan = planHub({
      dataDir,
      host,
      ports,
      registry,
      registryFile: options.registryFile,
      own,
      databases: databases.bySector,
      keys,
      seed: options.seed ?? 'sample',
      logLevel: options.logLevel ?? 'warn',
      issuer,
      developmentSignIn,
      extra: options.environment ?? {},
      files,
      supergraph: join(top, 'gateway', 'supergraph.graphql'),
    });
    await mkdir(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
    await Promise.all(plan.programs.map(({ logFile }) => rm(logFile, { force: true })));

    const failure = Promise.race([
      fleet.failure,
      ...(server
        ? [server.exited.then((lines) => new Error(`The database ended. Its last words:\n${lines}`))]
        : []),
    ]);
    await orRejected(launchAll(plan, fleet, log), failure, signal);
    // From here on a death is not an exception of the start but the end of the hub.
    void failure.then((error) => {
      if (stopping) return;
      reason = error;
      return stop();
    });
    return {
      url: plan.gatewayUrl,
      signInUrl: plan.signInUrl,
      dataDir,
      keys,
      registry,
      subgraphs: Object.fromEntries(
        registry.map(({ id }) => [id, { url: plan.subgraphUrls[id] ?? '', pid: () => fleet.pid(id) }]),
      ),
      databases: Object.fromEntries(databases.bySector),
      signIn: (staffId, more) =>
        createDevelopmentIssuer({ privateKey: readKeyFile(keys.signIn.privateFile) }).signIn(
          generatedStaff(staffId) ?? staffById(staffId),
          more,
        ),
      stopSubgraph: (sector, how) => fleet.stop(sector, how),
      async startSubgraph(sector) {
        const program = plan.programs.find(({ name }) => name === sector);
        if (!program) throw new Error(`No subgraph ${sector} runs here.`);
        if (fleet.pid(sector) === undefined) await untilReady(fleet.launch(program), readyTimeout);
      },
      logs: (name) => readFile(join(dataDir, 'logs', `${name}.log`), 'utf8'),
      ended,
      stop,
      kill: () => fleet.killAll(),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** With owners and modes, without which PostgreSQL does not start; Node's own copy keeps neither. */
const copyFolder = async (from: string, to: string): Promise<void> => {
  await promisify(execFile)('cp', ['-a', `${from}/.`, to]);
};

async function launchAll({ programs }: Plan, fleet: Fleet, log: (message: string) => void): Promise<void> {
  log(`starting ${programs.length} programs`);
  const began = performance.now();
  let ready = 0;
  await Promise.all(
    programs.map(async (program) => {
      await untilReady(fleet.launch(program), readyTimeout);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      log(`${program.name} is ready (${++ready} of ${programs.length}, ${seconds} s)`);
    }),
  );
}

/** Waits for `work`, but no longer than until something failed or the start is given up. */
async function orRejected(
  work: Promise<void>,
  failure: Promise<Error>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const rejected = failure.then((error) => {
    throw error;
  });
  const given = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new HubStoppedError()), { once: true });
  });
  // Whoever loses the race still rejects, and nobody waits for it any more.
  for (const promise of [work, rejected, given]) promise.catch(() => undefined);
  await Promise.race([work, rejected, given]);
}
