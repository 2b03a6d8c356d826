import {
  IdentityConfigError,
  identityVariables,
  parseIdentityConfig,
  readKeyFile,
  type AccessTokenConfig,
} from '@kasane/identity';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { consoleVariables, readConsole, type ConsoleConfig } from './server/console/console-config.js';
import { defaultLimits, type OperationLimits } from './server/limits/operation-limits.js';
import type { RequestLimits } from './server/rate/limit-requests.js';
import {
  joinTrustedDocuments,
  parseTrustedDocuments,
  type TrustedDocuments,
} from './server/trusted/trusted-documents.js';

/** The key with which the gateway signs viewer tokens. */
type SigningKey = ReturnType<typeof readKeyFile>;

interface CommonConfig {
  readonly supergraphFile: string;
  readonly supergraphSdl: string;
  readonly host: string;
  readonly port: number;
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly subgraphTimeoutMs: number;
  /** For single subgraphs, in place of `subgraphTimeoutMs`. */
  readonly subgraphTimeoutsMs: Readonly<Record<string, number>>;
  readonly requestTimeoutMs: number;
  readonly operationLimits: OperationLimits;
  readonly trustedDocuments: TrustedDocuments | undefined;
  readonly trustedDocumentsOnly: boolean;
  /** An OTLP collector: traces are made only when there is one. */
  readonly traceEndpoint: string | undefined;
  readonly metricsToken: string | undefined;
  readonly logLevel: string;
}

/** The hub's own gateway: staff sign in, sectors get grants. */
export interface HubConfig extends CommonConfig {
  readonly mode: 'hub';
  readonly production: boolean;
  readonly identity: AccessTokenConfig;
  readonly viewerSigningKey: SigningKey;
  /** `undefined`: nobody is counted. */
  readonly requestLimits: RequestLimits | undefined;
  /** Where several gateways count together. */
  readonly redisUrl: string | undefined;
  readonly console: ConsoleConfig;
}

/** A foreign supergraph, served as it is: no sign-in, no consent, introspection on. */
export interface OpenConfig extends CommonConfig {
  readonly mode: 'open';
}

export type GatewayConfig = HubConfig | OpenConfig;

/** Every problem at once, for whoever starts the gateway. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The gateway cannot start:\n- ${problems.join('\n- ')}`);
    this.name = 'ConfigError';
  }
}

const milliseconds = z.coerce.number().int().min(50).max(600_000);

/** A JSON object in a variable. */
const json = (shape: string) =>
  z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue(`must be JSON: ${shape}`);
        return z.NEVER;
      }
    });

const count = z.number().int().min(1).max(1_000_000);
const perMinute = z.coerce.number().int().min(0).max(1_000_000);

/** From `src`, from `dist` and from the one file of the program it is as far. */
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const variables = z.object({
  ...consoleVariables,
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SUPERGRAPH: z.string().min(1).default(beside('../supergraph.graphql')),
  SUBGRAPH_URLS: json('{ "<subgraph>": "<url>" }').pipe(z.record(z.string(), z.url())),
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(3_000),
  SUBGRAPH_TIMEOUTS_MS: json('{ "<subgraph>": <milliseconds> }').pipe(z.record(z.string(), milliseconds)),
  REQUEST_TIMEOUT_MS: milliseconds.default(10_000),
  OPERATION_LIMITS: json('{ "<limit>": <count> }').pipe(
    z.partialRecord(z.enum(Object.keys(defaultLimits) as (keyof OperationLimits)[]), count),
  ),
  TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  TRUSTED_DOCUMENTS_ONLY: z.enum(['0', '1']).default('0'),
  RATE_LIMIT_PER_MINUTE: perMinute.optional(),
  RATE_LIMIT_STRANGERS_PER_MINUTE: perMinute.min(1).default(60),
  PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: z.string().default('development'),
});

type Environment = Readonly<Record<string, string | undefined>>;

const usage = 'usage: main.js [--supergraph <file>] [--port <n>] [--host <address>] [--open]';

/**
 * Reads flags and environment; flags win.
 * @throws {ConfigError} listing every problem
 */
export function parseGatewayConfig(args: readonly string[], env: Environment): GatewayConfig {
  const flags = parseFlags(args);
  const problems: string[] = [];
  const given = variables.safeParse({
    ...env,
    ...(flags.port !== undefined && { PORT: flags.port }),
    ...(flags.host !== undefined && { HOST: flags.host }),
    // `npm run` changes the directory; a path is meant from where the user is.
    ...(flags.supergraph !== undefined && { SUPERGRAPH: resolve(env['INIT_CWD'] ?? '.', flags.supergraph) }),
  });
  if (!given.success)
    problems.push(...given.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const read = <T>(name: string, from: () => T): T | undefined => {
    try {
      return from();
    } catch (error) {
      const reasons = error instanceof IdentityConfigError ? error.problems : [(error as Error).message];
      problems.push(...reasons.map((reason) => (name ? `${name}: ${reason}` : reason)));
      return undefined;
    }
  };
  const values = given.data;
  const supergraphSdl = values && read('SUPERGRAPH', () => readSupergraphFile(values.SUPERGRAPH));
  const trustedFile = values?.TRUSTED_DOCUMENTS;
  const isOpen = flags.open === true;
  const ofConsole =
    values && !isOpen
      ? read('CONSOLE_FOLDER', () => readConsole(values, beside('../../packages/console/dist')))
      : undefined;
  const documents = [
    trustedFile === undefined
      ? undefined
      : read('TRUSTED_DOCUMENTS', () => parseTrustedDocuments(readFileSync(resolve(trustedFile), 'utf8'))),
    ofConsole?.trustedDocuments,
  ].filter((each) => each !== undefined);
  const trustedDocuments = documents.length > 0 ? joinTrustedDocuments(documents) : undefined;
  if (values?.TRUSTED_DOCUMENTS_ONLY === '1' && trustedFile === undefined && !trustedDocuments)
    problems.push('TRUSTED_DOCUMENTS_ONLY: needs TRUSTED_DOCUMENTS, or nothing at all could be asked');
  const keyFile = env['VIEWER_SIGNING_KEY_FILE'];
  const viewerSigningKey = isOpen
    ? undefined
    : read('VIEWER_SIGNING_KEY_FILE', () => {
        if (!keyFile)
          throw new Error('is missing: the private key (JWK) that signs viewer tokens; --open needs none');
        return readKeyFile(keyFile);
      });
  const identity = isOpen ? undefined : read('', () => parseIdentityConfig(withSignInKey(env)));
  if (problems.length > 0 || !values || supergraphSdl === undefined) throw new ConfigError(problems);
  const common: CommonConfig = {
    supergraphFile: values.SUPERGRAPH,
    supergraphSdl,
    host: values.HOST,
    port: values.PORT,
    subgraphUrls: values.SUBGRAPH_URLS,
    subgraphTimeoutMs: values.SUBGRAPH_TIMEOUT_MS,
    subgraphTimeoutsMs: values.SUBGRAPH_TIMEOUTS_MS,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    operationLimits: { ...defaultLimits, ...withoutUndefined(values.OPERATION_LIMITS) },
    trustedDocuments,
    trustedDocumentsOnly: values.TRUSTED_DOCUMENTS_ONLY === '1',
    traceEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
  };
  if (!identity || !viewerSigningKey || !ofConsole) return { ...common, mode: 'open' };
  const production = values.NODE_ENV === 'production';
  // A developer's load test is no attack; a site's is.
  const perViewer = values.RATE_LIMIT_PER_MINUTE ?? (production ? 600 : 0);
  return {
    ...common,
    mode: 'hub',
    production,
    identity,
    viewerSigningKey,
    requestLimits:
      perViewer === 0
        ? undefined
        : { perViewer, perAddress: values.RATE_LIMIT_STRANGERS_PER_MINUTE, proxies: values.PROXIES },
    redisUrl: values.REDIS_URL,
    console: ofConsole.config,
  };
}

const withoutUndefined = (limits: Partial<OperationLimits>): Partial<OperationLimits> =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));

/** @throws {Error} naming the file and what to do */
export function readSupergraphFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} cannot be read; \`npm run generate\` writes the hub's own`);
  }
}

/** `npm start` and the compose file name the key of sample sign-ins by what it is for. */
const withSignInKey = (env: Environment): Environment => ({
  ...env,
  [identityVariables.developmentKey]:
    env['DEVELOPMENT_SIGN_IN_KEY_FILE'] ?? env[identityVariables.developmentKey],
});

function parseFlags(args: readonly string[]): {
  supergraph?: string;
  port?: string;
  host?: string;
  open?: boolean;
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        open: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new ConfigError([(error as Error).message, usage]);
  }
}
