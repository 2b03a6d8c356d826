import 'reflect-metadata';
import {
  createTemplateDatabase,
  createTestDatabase,
  type TemplateDatabase,
  type TestDatabase,
} from '@kasane/embedded-database';
import { householdId, officeCode, personId, sectorId, staffId } from '@kasane/vocabulary';
import { DataSource, type Logger } from 'typeorm';
import {
  createLedger,
  ledgerEntity,
  ledgerMigrations,
  type Ledger,
  type LedgerEntry,
  type LedgerRecord,
} from './index.js';

export const NAME = 'elder-care';

/** A record as the kit makes it: a verified viewer brings more than the ledger takes. */
export function record(more: Partial<LedgerRecord> = {}): LedgerRecord {
  const viewer = {
    staffId: staffId('staff-suzuki'),
    name: '鈴木 花子',
    office: officeCode('wakamatsu-1'),
    capacity: 'ENTRUSTED_STAFF',
    roles: ['SECTOR_WORKER'],
    purpose: 'CONSULTATION',
    requestId: 'request-1',
    tokenDigest: 'digest',
  } as const;
  return {
    kind: 'DISCLOSURE',
    requestId: 'request-1',
    viewer,
    person: personId('person-1'),
    household: householdId('household-1'),
    sector: sectorId(NAME),
    outcome: 'PERMITTED',
    items: [
      {
        category: 'CARE_CERT',
        level: 'DETAIL',
        fields: ['CareNeedCertification.level', 'CareNeedCertification.validUntil'],
        rule: 'CONSENT',
        evidence: 'consent-7',
      },
    ],
    policyVersion: '2026-11-22.1',
    ...more,
  };
}

/** A record as it is read back. */
export function entry(more: Partial<LedgerEntry> = {}): LedgerEntry {
  const { viewer, ...rest } = record();
  const { staffId: staff, office, capacity, roles, purpose } = viewer;
  return {
    ...rest,
    viewer: { staffId: staff, office, capacity, roles, ...(purpose !== undefined && { purpose }) },
    seq: 1,
    at: '2026-04-01T03:00:00.000Z',
    prevHash: '0',
    hash: '1',
    ...more,
  };
}

/** Collects the statements that a data source sends. */
export function statementLog(): Logger & { readonly statements: string[] } {
  const statements: string[] = [];
  const ignore = (): void => undefined;
  return {
    statements,
    logQuery: (query) => statements.push(query),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
}

export interface LedgerDatabase {
  readonly database: TestDatabase;
  /** As the runtime role. */
  readonly dataSource: DataSource;
  readonly ledger: Ledger;
  /** Another connection to the same database, as another process would have. */
  connect(url?: string, logger?: Logger, poolSize?: number): Promise<DataSource>;
  close(): Promise<void>;
}

let template: Promise<TemplateDatabase> | undefined;

/** An empty ledger in a database of its own, with the roles of production. */
export async function openLedger(): Promise<LedgerDatabase> {
  template ??= createTemplateDatabase('ledger', async ({ migrationUrl, appRole }) => {
    const owner = await postgres(migrationUrl, { migrations: [...ledgerMigrations({ appRole })] });
    await owner.runMigrations();
    await owner.destroy();
  });
  const database = await createTestDatabase('ledger', { template: await template });
  const open: DataSource[] = [];
  const connect = async (url = database.url, logger?: Logger, poolSize = 4): Promise<DataSource> => {
    const dataSource = await postgres(url, {
      extra: { max: poolSize },
      ...(logger && { logger, logging: ['query'] }),
    });
    open.push(dataSource);
    return dataSource;
  };
  const dataSource = await connect();
  return {
    database,
    dataSource,
    ledger: createLedger({ dataSource, name: NAME }),
    connect,
    async close() {
      await Promise.all(open.map((one) => one.destroy()));
      await database.drop();
    },
  };
}

const postgres = (url: string, more: object = {}): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [ledgerEntity],
    installExtensions: false,
    synchronize: false,
    logging: false,
    ...more,
  }).initialize();
