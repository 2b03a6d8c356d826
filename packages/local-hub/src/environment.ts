import { COLLABORATION } from '@kasane/vocabulary';
import type { HubDatabase } from './databases.js';
import type { HubKeys } from './keys.js';

/** What a process may know of the machine it runs on. Another sector's database password is not in it. */
const machine = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  'NODE_ENV',
  'NODE_OPTIONS',
  'NODE_COMPILE_CACHE',
];

type Environment = Readonly<Record<string, string>>;

/** @param compileCache where Node 22 and later keep compiled code; earlier ones ignore it */
export function machineEnvironment(env: NodeJS.ProcessEnv, compileCache: string): Environment {
  const known = machine.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { NODE_COMPILE_CACHE: compileCache, ...Object.fromEntries(known) };
}

/** The environment of one subgraph; `@kasane/subgraph-kit` reads it. */
export function subgraphEnvironment(options: {
  readonly sector: string;
  readonly port: number;
  readonly database: HubDatabase;
  readonly keys: HubKeys;
  readonly registryFile: string | undefined;
  readonly seed: 'sample' | 'none';
  readonly logLevel: string;
}): Environment {
  const { sector, database, keys } = options;
  return {
    // Libraries skip their checks for developers; nothing of ours depends on it in a subgraph.
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(options.port),
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.migrationUrl,
    ...(database.appRole !== undefined && { DATABASE_APP_ROLE: database.appRole }),
    VIEWER_KEY_FILE: keys.viewer.publicFile,
    GRANT_KEY_FILE: keys.grant.publicFile,
    // A sector that could sign grants could grant itself.
    ...(sector === COLLABORATION && { GRANT_SIGNING_KEY_FILE: keys.grant.privateFile }),
    ...(options.registryFile !== undefined && { SECTOR_REGISTRY: options.registryFile }),
    SEED: options.seed,
    LOG_LEVEL: options.logLevel,
  };
}

/** The environment of the gateway. */
export function gatewayEnvironment(options: {
  readonly host: string;
  readonly port: number;
  readonly keys: HubKeys;
  readonly supergraph: string;
  /** By sector id. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** An OpenID provider, if one is configured: then no development sign-in is accepted. */
  readonly issuer: Environment;
  /** Where sample staff sign in to the console, if they do. */
  readonly signInUrl?: string | undefined;
  readonly logLevel: string;
}): Environment {
  const development = Object.keys(options.issuer).length === 0;
  return {
    HOST: options.host,
    PORT: String(options.port),
    VIEWER_SIGNING_KEY_FILE: options.keys.viewer.privateFile,
    ...(development && { DEVELOPMENT_SIGN_IN_KEY_FILE: options.keys.signIn.publicFile }),
    ...options.issuer,
    ...(options.signInUrl !== undefined && { CONSOLE_OIDC_AUTHORITY: options.signInUrl }),
    SUBGRAPH_URLS: JSON.stringify(options.subgraphUrls),
    SUPERGRAPH: options.supergraph,
    LOG_LEVEL: options.logLevel,
  };
}

export interface DevelopmentSignIn {
  /** Default: the one below the gateway's. */
  readonly port?: number | undefined;
  /** How long a sign-in lasts; default a working day. */
  readonly seconds?: number | undefined;
  /** Of consoles that are served elsewhere than by the gateway: a development server. */
  readonly consoleOrigins?: readonly string[] | undefined;
}

/** The environment of the development sign-in; `@kasane/development-sign-in` reads it. */
export function signInEnvironment(options: {
  readonly port: number;
  readonly keys: HubKeys;
  readonly consoleOrigins: readonly string[];
  readonly seconds: number | undefined;
}): Environment {
  return {
    PORT: String(options.port),
    SIGN_IN_KEY_FILE: options.keys.signIn.privateFile,
    CONSOLE_ORIGINS: options.consoleOrigins.join(' '),
    ...(options.seconds !== undefined && { SIGN_IN_SECONDS: String(options.seconds) }),
  };
}
