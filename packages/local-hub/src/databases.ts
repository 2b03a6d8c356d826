import {
  connectEmbeddedPostgres,
  databaseName,
  startEmbeddedPostgres,
  type DatabaseUrls,
  type EmbeddedServer,
} from '@kasane/embedded-database';
import { join } from 'node:path';
import type { ExternalDatabase } from './hub-config.js';

export interface HubDatabase extends Omit<DatabaseUrls, 'appRole'> {
  /** Absent for an external database whose roles were not told. */
  readonly appRole: string | undefined;
  /** Superuser; absent for an external database. */
  readonly adminUrl: string | undefined;
}

export interface OpenDatabases {
  readonly bySector: ReadonlyMap<string, HubDatabase>;
  /** Absent when every database is external. */
  readonly server: EmbeddedServer | undefined;
}

export interface DatabasesOptions {
  readonly dataDir: string;
  readonly sectors: readonly string[];
  readonly external?: Readonly<Record<string, ExternalDatabase>> | undefined;
  readonly disposable?: boolean | undefined;
  /** Look at the server of a hub that runs, instead of refusing. */
  readonly share?: boolean | undefined;
  readonly log?: ((message: string) => void) | undefined;
}

/** One database per sector: the configured one, or one of the embedded server, which is started if needed. */
export async function openDatabases(options: DatabasesOptions): Promise<OpenDatabases> {
  const { sectors, external = {}, log } = options;
  const bySector = new Map<string, HubDatabase>();
  for (const [sector, { url, migrationUrl, appRole }] of Object.entries(external)) {
    bySector.set(sector, { url, migrationUrl: migrationUrl ?? url, appRole, adminUrl: undefined });
  }
  const embedded = sectors.filter((sector) => !bySector.has(sector));
  if (embedded.length === 0) return { bySector, server: undefined };

  const dataDir = join(options.dataDir, 'postgres');
  const server =
    (options.share ? await connectEmbeddedPostgres(dataDir) : undefined) ??
    (await startEmbeddedPostgres({ dataDir, log, disposable: options.disposable }));
  try {
    for (const sector of embedded) {
      const adminUrl = new URL(server.adminUrl);
      adminUrl.pathname = `/${databaseName(sector)}`;
      bySector.set(sector, { ...(await server.ensureDatabase(sector)), adminUrl: adminUrl.href });
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { bySector, server };
}
