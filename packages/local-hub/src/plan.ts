import type { SectorEntry } from '@kasane/vocabulary';
import { join } from 'node:path';
import type { Program } from './child.js';
import type { HubDatabase } from './databases.js';
import {
  gatewayEnvironment,
  machineEnvironment,
  signInEnvironment,
  subgraphEnvironment,
  type DevelopmentSignIn,
} from './environment.js';
import type { HubKeys } from './keys.js';
import type { HubPorts } from './ports.js';

export interface PlanOptions {
  readonly dataDir: string;
  readonly host: string;
  readonly ports: HubPorts;
  readonly registry: readonly SectorEntry[];
  readonly registryFile: string | undefined;
  /** The sectors whose subgraph runs here. */
  readonly own: readonly SectorEntry[];
  readonly databases: ReadonlyMap<string, HubDatabase>;
  readonly keys: HubKeys;
  readonly seed: 'sample' | 'none';
  readonly logLevel: string;
  readonly issuer: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly files: {
    readonly subgraph: (sector: string) => string;
    readonly gateway: string;
    readonly signIn: string;
  };
  readonly developmentSignIn: DevelopmentSignIn | undefined;
  readonly supergraph: string;
}

export interface Plan {
  /** The subgraphs in the registry's order, then the gateway and the development sign-in, if there is one. */
  readonly programs: readonly Program[];
  readonly gatewayUrl: string;
  readonly signInUrl: string | undefined;
  /** By sector id, those elsewhere included. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
}

/** Which programs the hub is, where each listens and what each is told. */
export function planHub(options: PlanOptions): Plan {
  const { host, ports, registry, own, keys, logLevel } = options;
  const machine = machineEnvironment(process.env, join(options.dataDir, 'compile-cache'));
  const urlOf = ({ id, url }: SectorEntry): string => {
    const port = ports.subgraphs.get(id);
    return port === undefined ? url : `http://127.0.0.1:${port}/graphql`;
  };
  const program = (name: string, file: string, origin: string, env: Program['env']): Program => ({
    name,
    file,
    env: { ...machine, ...env, ...options.extra[name] },
    logFile: join(options.dataDir, 'logs', `${name}.log`),
    readyUrl: `${origin}/readyz`,
  });
  const subgraphs = own.map((entry) => {
    const database = options.databases.get(entry.id);
    const port = ports.subgraphs.get(entry.id);
    if (!database || port === undefined) throw new Error(`no database or no port for ${entry.id}`);
    const env = subgraphEnvironment({
      sector: entry.id,
      port,
      database,
      keys,
      registryFile: options.registryFile,
      seed: options.seed,
      logLevel,
    });
    return program(entry.id, options.files.subgraph(entry.id), new URL(urlOf(entry)).origin, env);
  });
  const gatewayUrl = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${ports.gateway}`;
  const signInUrl = ports.signIn === undefined ? undefined : `http://127.0.0.1:${ports.signIn}`;
  const subgraphUrls = Object.fromEntries(registry.map((entry) => [entry.id, urlOf(entry)]));
  const gateway = program(
    'gateway',
    options.files.gateway,
    gatewayUrl,
    gatewayEnvironment({
      host,
      port: ports.gateway,
      keys,
      supergraph: options.supergraph,
      subgraphUrls,
      issuer: options.issuer,
      signInUrl,
      logLevel,
    }),
  );
  const signIn =
    signInUrl === undefined || ports.signIn === undefined
      ? []
      : [
          program(
            'sign-in',
            options.files.signIn,
            signInUrl,
            signInEnvironment({
              port: ports.signIn,
              keys,
              consoleOrigins: [
                ...originsOnThisMachine(gatewayUrl),
                ...(options.developmentSignIn?.consoleOrigins ?? []),
              ],
              seconds: options.developmentSignIn?.seconds,
            }),
          ),
        ];
  return { programs: [...subgraphs, gateway, ...signIn], gatewayUrl, signInUrl, subgraphUrls };
}

/** By its number and by its name: a browser takes them for two places. */
const originsOnThisMachine = (url: string): readonly string[] => {
  const { port } = new URL(url);
  return [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
};
