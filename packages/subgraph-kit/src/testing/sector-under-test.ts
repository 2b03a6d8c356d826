import { createGrantSigner, POLICY_VERSION, type Permit } from '@kasane/disclosure';
import { createTestDatabase } from '@kasane/embedded-database';
import { createViewerTokenMinter, generateSigningKey, type Viewer } from '@kasane/identity';
import {
  Capacity,
  defaultRegistry,
  grantField,
  Level,
  officeCode,
  Purpose,
  Role,
  staffId,
  type Category,
  type PersonId,
  type SectorEntry,
} from '@kasane/vocabulary';
import { createHash, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { DisclosureScope } from '../context.js';
import { dataSourceOptions } from '../database.js';
import { entryOf } from '../registry-entry.js';
import { PersonLink } from '../sector-tables.js';
import { startSubgraph, subgraphSdl, type RunningSubgraph, type SubgraphDefinition } from '../subgraph.js';
import { wholeRecord } from './whole-record.js';

/** Statements that a sector may need for some persons with all their records, its ledger's one included. */
export const MAX_STATEMENTS = 4;

export interface SectorAnswer {
  readonly status: number;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  /** The sector's records in the order of the persons asked for; `null` for whoever may not be shown. */
  readonly records: readonly unknown[];
}

/**
 * A sector's subgraph on a database of its own, as it would run beside a hub, with the keys of a hub that is not there.
 * For tests alone: it holds every key.
 */
export interface SectorUnderTest {
  readonly running: RunningSubgraph;
  /** Every field of the sector's record of a person, to the leaves. */
  readonly everything: string;
  /** What the last question sent to the database, the ledger's part too, in its order. */
  readonly statements: readonly string[];
  /** Asks for a part of the record of some persons, as if all of them had consented to all of it. */
  ask(selection: string, persons: readonly PersonId[], as?: Viewer): Promise<SectorAnswer>;
  /** Asks anything, with the sector's grant for some persons in the variable `grant`. */
  post(query: string, variables: object, as: Viewer, persons?: readonly PersonId[]): Promise<SectorAnswer>;
  /** The records of persons who consented to these categories alone. */
  records(
    selection: string,
    persons: readonly PersonId[],
    ...categories: readonly Category[]
  ): Promise<readonly unknown[]>;
  /** A viewer token as the gateway mints it. */
  mint(viewer?: Partial<Viewer>): Promise<string>;
  /** A grant as collaboration signs it for this token: these categories of these persons, by consent. */
  grant(
    token: string,
    persons: readonly PersonId[],
    categories: readonly Category[],
    permit?: Permit,
  ): Promise<string>;
  /** Asks as a query plan does, with whatever token and grant. */
  entities(
    selection: string,
    persons: readonly PersonId[],
    token: string | undefined,
    grant?: string,
  ): Promise<SectorAnswer>;
  /** Runs a statement as the owner of the tables, as whoever runs the existing system would. */
  migrate(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** A coordinator of the city, who is of no sector: sees what consents permit. */
export const aCoordinator: Viewer = {
  staffId: staffId('coordinator'),
  office: officeCode('city-hall'),
  capacity: Capacity.CITY_STAFF,
  roles: [Role.COORDINATOR],
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'request',
};

export interface SectorTestOptions {
  /** Its row in the registry; that of the sample hub if it stands there. */
  readonly entry?: SectorEntry;
  /** Of an empty database, e.g. on MariaDB; without it one of the test run's PostgreSQL. */
  readonly databaseUrl?: string | undefined;
  readonly clock?: () => Date;
}

/**
 * Starts a sector with its sample records.
 * @example
 * const sector = await openSector(elderCare);
 * await sector.ask(sector.everything, six);
 * expect(sector.statements.length).toBeLessThanOrEqual(MAX_STATEMENTS);
 */
export async function openSector<L, S extends DisclosureScope>(
  definition: SubgraphDefinition<L, S>,
  { entry, databaseUrl, clock = () => new Date() }: SectorTestOptions = {},
): Promise<SectorUnderTest> {
  const sector = entry ?? entryOf(defaultRegistry, definition.sector);
  const registry = [...defaultRegistry.filter(({ id }) => id !== sector.id), sector];
  const [viewerKey, grantKey] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const database = databaseUrl === undefined ? await createTestDatabase(sector.id) : undefined;
  const ownerUrl = databaseUrl ?? database?.migrationUrl ?? '';
  const running = await startSubgraph(
    definition,
    {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: databaseUrl ?? database?.url ?? '',
      migrationUrl: ownerUrl,
      appRole: database?.appRole,
      viewerKey: viewerKey.publicKey,
      grantKey: grantKey.publicKey,
      grantSigningKey: undefined,
      registry,
      seed: 'sample',
      logLevel: 'silent',
    },
    clock,
  );
  const statements: string[] = [];
  for (const dataSource of [running.dataSource, running.ledgerSource])
    tellStatements(dataSource, (statement) => void statements.push(statement));
  const minter = createViewerTokenMinter({ privateKey: viewerKey.privateKey, clock });
  const signer = await createGrantSigner({ privateKey: grantKey.privateKey, clock });
  const byConsent: Permit = { level: Level.DETAIL, rule: 'CONSENT', evidence: 'consent' };
  const recordOf = (selection: string): string =>
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
       ... on Person { ${sector.field} { ${selection} } } } }`;
  const representations = (persons: readonly PersonId[], grant: string | undefined) =>
    persons.map((id) => ({ __typename: 'Person', id, [grantField(sector)]: grant ?? null }));

  async function send(token: string | undefined, query: string, variables: object): Promise<SectorAnswer> {
    statements.length = 0;
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { 'hub-viewer': token }) },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { data = null, errors = [] } = JSON.parse(text) as Partial<SectorAnswer>;
    const entities = (data?.['_entities'] ?? []) as readonly Readonly<Record<string, unknown>>[];
    return {
      status: response.status,
      text,
      data,
      errors,
      records: entities.map((entity) => entity?.[sector.field]),
    };
  }

  const under: SectorUnderTest = {
    running,
    everything: wholeRecord(await subgraphSdl(definition, registry), sector.field),
    statements,
    mint: (viewer = {}) => minter.mint({ ...aCoordinator, requestId: randomUUID(), ...viewer }),
    grant: (token, persons, categories, permit = byConsent) =>
      signer.sign({
        sector: sector.id,
        viewer: createHash('sha256').update(token).digest('base64url'),
        policyVersion: POLICY_VERSION,
        persons: new Map(
          persons.map((person) => [person, new Map(categories.map((category) => [category, permit]))]),
        ),
        barred: new Map(),
        households: new Map(),
      }),
    entities: (selection, persons, token, grant) =>
      send(token, recordOf(selection), { representations: representations(persons, grant) }),
    async post(query, variables, as, persons = []) {
      const token = await under.mint({ ...as, requestId: randomUUID() });
      const grant = await under.grant(token, persons, sector.categories);
      return send(token, query, { ...variables, representations: representations(persons, grant) });
    },
    ask: (selection, persons, as = aCoordinator) => under.post(recordOf(selection), {}, as, persons),
    async records(selection, persons, ...categories) {
      const token = await under.mint();
      const grant = await under.grant(token, persons, categories);
      return (await under.entities(selection, persons, token, grant)).records;
    },
    async migrate(sql) {
      const owner = new DataSource(dataSourceOptions(ownerUrl, { entities: [] }));
      await owner.initialize();
      await owner.query(sql).finally(() => owner.destroy());
    },
    async close() {
      await running.close();
      await database?.drop();
    },
  };
  return under;
}

/** Tells every statement that a data source sends, through TypeORM's own logger. */
export function tellStatements(dataSource: DataSource, tell: (statement: string) => void): void {
  const ignore = (): void => undefined;
  dataSource.logger = {
    logQuery: tell,
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
}

/**
 * What a sector sends to its database for everything of six persons of its sample records, its ledger's part too.
 * @throws {Error} when it does not answer for all of them
 */
export async function statementsForSix<L, S extends DisclosureScope>(
  definition: SubgraphDefinition<L, S>,
): Promise<readonly string[]> {
  const sector = await openSector(definition);
  try {
    const known = await sector.running.dataSource.manager.find(PersonLink, {
      order: { personId: 'ASC' },
      take: 6,
    });
    const six = known.map(({ personId }) => personId);
    await sector.ask(sector.everything, six); // The first question opens the ledger too.
    const { records, errors } = await sector.ask(sector.everything, six);
    if (errors.length > 0 || records.length !== 6 || records.includes(null))
      throw new Error(`The sector does not answer for six persons: ${JSON.stringify(errors)}`);
    return [...sector.statements];
  } finally {
    await sector.close();
  }
}
