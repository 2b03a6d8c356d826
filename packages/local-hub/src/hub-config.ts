import { defaultRegistry, parseRegistry, type SectorEntry } from '@kasane/vocabulary';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { DevelopmentSignIn } from './environment.js';

const port = z.coerce.number().int().min(1).max(65535);
const environment = z.object({
  KASANE_DATA: z.string().min(1).default('.kasane'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4000),
  KASANE_PORT: port.optional(),
  SUBGRAPH_BASE_PORT: port.optional(),
  KASANE_SIGN_IN_PORT: port.optional(),
  KASANE_SIGN_IN_SECONDS: z.coerce.number().int().min(1).max(86_400).optional(),
  KASANE_SIGN_IN_ORIGINS: z.string().optional(),
  SECTOR_REGISTRY: z.string().min(1).optional(),
  SEED: z.enum(['sample', 'none']).default('sample'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

/** The gateway's own settings, passed on as they are: its README tells what each means. */
const gatewayVariables = [
  'CONSOLE_CITY_NAME',
  'CONSOLE_FOLDER',
  'CONSOLE_IDLE_MINUTES',
  'CONSOLE_OIDC_AUTHORITY',
  'CONSOLE_OIDC_CLIENT_ID',
  'CONSOLE_OIDC_SCOPE',
  'METRICS_TOKEN',
  'OPERATION_LIMITS',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'PROXIES',
  'RATE_LIMIT_PER_MINUTE',
  'RATE_LIMIT_STRANGERS_PER_MINUTE',
  'REDIS_URL',
  'REQUEST_TIMEOUT_MS',
  'SUBGRAPH_TIMEOUTS_MS',
  'SUBGRAPH_TIMEOUT_MS',
  'SUPERGRAPH',
  'TRUSTED_DOCUMENTS',
  'TRUSTED_DOCUMENTS_ONLY',
];

/** A database of the user's own, in place of the embedded one. */
export interface ExternalDatabase {
  readonly url: string;
  readonly migrationUrl: string | undefined;
  readonly appRole: string | undefined;
}

export interface HubConfig {
  /** Absolute. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly subgraphBasePort: number | undefined;
  readonly developmentSignIn: DevelopmentSignIn;
  readonly registryFile: string | undefined;
  readonly registry: readonly SectorEntry[];
  readonly databases: Readonly<Record<string, ExternalDatabase>>;
  readonly seed: 'sample' | 'none';
  readonly logLevel: string;
  /** What the gateway alone is told, unread: its OpenID provider. */
  readonly issuer: Readonly<Record<string, string>>;
  /** What else the gateway alone is told, unread: limits, metrics, traces. */
  readonly gateway: Readonly<Record<string, string>>;
  /** What each subgraph is told beside what it needs, by sector: where its traces go. */
  readonly sectors: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `elder-care` → `ELDER_CARE_DATABASE_URL`. */
export const sectorVariable = (sector: string, name: string): string =>
  `${sector.replaceAll('-', '_').toUpperCase()}_${name}`;

/**
 * Reads the configuration of the whole hub.
 * @param top folder that relative paths start from
 * @throws {Error} listing every problem at once
 */
export function parseHubConfig(env: NodeJS.ProcessEnv, top: string): HubConfig {
  // An empty variable is an unset one: that is what shells and compose files write.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `- ${path.join('.')}: ${message}`);
    throw new Error(`The hub cannot start:\n${problems.join('\n')}`);
  }
  const values = parsed.data;
  const registryFile =
    values.SECTOR_REGISTRY === undefined ? undefined : resolve(top, values.SECTOR_REGISTRY);
  const registry =
    registryFile === undefined ? defaultRegistry : parseRegistry(readFileSync(registryFile, 'utf8'));
  const collector = given['OTEL_EXPORTER_OTLP_ENDPOINT'];
  return {
    dataDir: resolve(top, values.KASANE_DATA),
    host: values.HOST,
    port: values.KASANE_PORT ?? values.PORT,
    subgraphBasePort: values.SUBGRAPH_BASE_PORT,
    developmentSignIn: {
      port: values.KASANE_SIGN_IN_PORT,
      seconds: values.KASANE_SIGN_IN_SECONDS,
      consoleOrigins: values.KASANE_SIGN_IN_ORIGINS?.split(' '),
    },
    registryFile,
    registry,
    databases: Object.fromEntries(
      registry.flatMap(({ id }) => {
        const url = given[sectorVariable(id, 'DATABASE_URL')];
        if (url === undefined) return [];
        return [
          [
            id,
            {
              url,
              migrationUrl: given[sectorVariable(id, 'MIGRATION_DATABASE_URL')],
              appRole: given[sectorVariable(id, 'DATABASE_APP_ROLE')],
            },
          ] as const,
        ];
      }),
    ),
    seed: values.SEED,
    logLevel: values.LOG_LEVEL,
    gateway: Object.fromEntries(
      gatewayVariables.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
    ),
    sectors:
      collector === undefined
        ? {}
        : Object.fromEntries(registry.map(({ id }) => [id, { OTEL_EXPORTER_OTLP_ENDPOINT: collector }])),
    issuer: Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) =>
        name.startsWith('KASANE_OIDC_') && value !== undefined ? [[name, value]] : [],
      ),
    ),
  };
}
