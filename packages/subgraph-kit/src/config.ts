import { readKeyFile } from '@kasane/identity';
import { defaultRegistry, parseRegistry, type SectorEntry } from '@kasane/vocabulary';
import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { z } from 'zod';

const portNumber = z.coerce.number().int().min(0).max(65535);
const databaseUrl = z.url({
  protocol: /^(postgres(ql)?|mysql|mariadb)$/,
  error: 'must be the URL of a PostgreSQL or MariaDB database',
});
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: portNumber.optional(),
  DATABASE_URL: databaseUrl,
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  DATABASE_APP_ROLE: z.string().optional(),
  VIEWER_KEY_FILE: z.string(),
  GRANT_KEY_FILE: z.string(),
  GRANT_SIGNING_KEY_FILE: z.string().optional(),
  SECTOR_REGISTRY: z.string().optional(),
  SEED: z.enum(['sample', 'none']).default('none'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Everything that a subgraph is told from outside. Parsed once, in `main.ts`. */
export interface SubgraphConfig {
  readonly host: string;
  readonly port: number;
  /** Runtime role: reads and writes the sector's tables, inserts and selects in the ledger. */
  readonly databaseUrl: string;
  /** Owner role: migrates, then is let go. */
  readonly migrationUrl: string;
  /** Whose privileges on the ledger the migration takes away. */
  readonly appRole: string | undefined;
  /** The gateway's public key: who a viewer is. */
  readonly viewerKey: JWK;
  /** Collaboration's public key: what was granted. */
  readonly grantKey: JWK;
  /** Collaboration only. */
  readonly grantSigningKey: JWK | undefined;
  readonly registry: readonly SectorEntry[];
  readonly seed: 'sample' | 'none';
  readonly logLevel: string;
  /** An OTLP collector: traces are made only when there is one. */
  readonly traceEndpoint?: string | undefined;
}

/**
 * Reads a subgraph's configuration from its environment. A variable that is empty counts as not set.
 * @throws {Error} listing every problem at once.
 */
export function parseSubgraphConfig(sector: string, env: NodeJS.ProcessEnv): SubgraphConfig {
  const given: NodeJS.ProcessEnv = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== ''),
  );
  const parsed = environment.safeParse(given);
  const problems = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const attempt = <T>(variable: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(`${variable}: ${(error as Error).message}`);
      return undefined;
    }
  };
  const key = (variable: KeyVariable): JWK | undefined => {
    const file = given[variable];
    return file ? attempt(variable, () => readKeyFile(file)) : undefined;
  };
  const viewerKey = key('VIEWER_KEY_FILE');
  const grantKey = key('GRANT_KEY_FILE');
  const grantSigningKey = key('GRANT_SIGNING_KEY_FILE');
  const registry = attempt('SECTOR_REGISTRY', () => readRegistry(given));
  const entry = registry?.find(({ id }) => id === sector);
  if (registry && !entry) problems.push(`SECTOR_REGISTRY: has no row for ${sector}`);
  // Any free port would be one where nobody looks for it.
  const port = parsed.data?.PORT ?? (entry && Number(new URL(entry.url).port));
  if (entry && given.PORT === undefined && !port)
    problems.push('PORT: needed, for the URL in the registry names none');

  if (!parsed.success || problems.length > 0 || !registry || !viewerKey || !grantKey || port === undefined)
    throw new Error(
      `The ${sector} subgraph cannot start:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  const { HOST, DATABASE_URL, MIGRATION_DATABASE_URL, DATABASE_APP_ROLE, SEED, LOG_LEVEL } = parsed.data;
  return {
    host: HOST,
    port,
    databaseUrl: DATABASE_URL,
    migrationUrl: MIGRATION_DATABASE_URL ?? DATABASE_URL,
    appRole: DATABASE_APP_ROLE,
    viewerKey,
    grantKey,
    grantSigningKey,
    registry,
    seed: SEED,
    logLevel: LOG_LEVEL,
    traceEndpoint: parsed.data.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

/** The sector registry that the environment names. @throws {Error} when it cannot be read. */
export const readRegistry = ({ SECTOR_REGISTRY: file }: NodeJS.ProcessEnv): readonly SectorEntry[] =>
  file ? parseRegistry(readFileSync(file, 'utf8')) : defaultRegistry;

type KeyVariable = 'VIEWER_KEY_FILE' | 'GRANT_KEY_FILE' | 'GRANT_SIGNING_KEY_FILE';
