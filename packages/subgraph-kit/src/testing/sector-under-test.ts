import { createGrantSigner, POLICY_VERSION, type Permit } from '@kasane/disclosure';
import {
  createViewerTokenMinter,
  createViewerTokenVerifier,
  generateSigningKey,
  type Viewer,
} from '@kasane/identity';
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
import type { DataSource } from 'typeorm';
import { startSubgraph, type SubgraphDefinition } from '../subgraph.js';

/** A database that may be thrown away, as `createTestDatabase` of `@kasane/embedded-database` makes one. */
export interface DisposableDatabase {
  readonly url: string;
  readonly migrationUrl: string;
  readonly appRole?: string | undefined;
}

export interface SectorAnswer {
  readonly status: number;
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?:
    readonly { readonly message: string; readonly extensions: { readonly code: string } }[] | undefined;
}

/** A sector's subgraph, running as it would beside the hub, with the keys of a hub that is not there. */
export interface SectorUnderTest {
  readonly url: string;
  readonly dataSource: DataSource;
  /** Statements that the sector's own connections sent since the last `statements.splice(0)`. */
  readonly statements: string[];
  /** A viewer token as the gateway mints it. */
  mint(viewer?: Partial<Viewer>): Promise<string>;
  /** A grant as collaboration signs it for this token: these categories of these persons, by consent. */
  grant(
    token: string,
    persons: readonly PersonId[],
    categories: readonly Category[],
    permit?: Permit,
  ): Promise<string>;
  post(token: string | undefined, query: string, variables?: object): Promise<SectorAnswer>;
  /** Asks for a part of the record of some persons as a query plan does. */
  ask(selection: string, persons: readonly PersonId[], token: string, grant?: string): Promise<SectorAnswer>;
  /** The same with a grant for all of them; `null` for whoever may not be shown. */
  records(
    selection: string,
    persons: readonly PersonId[],
    ...categories: readonly Category[]
  ): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** A coordinator of 多機関協働, who works in no sector: sees what consents permit. */
export const aCoordinator: Viewer = {
  staffId: staffId('coordinator'),
  office: officeCode('city-hall'),
  capacity: Capacity.CITY_STAFF,
  roles: [Role.COORDINATOR],
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'request-1',
};

/**
 * Starts a sector's subgraph on a database that may be thrown away, with its sample records.
 * @param entry its row in the sector registry
 */
export async function openSector(
  // The kind of its loaders is the sector's own affair.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  definition: SubgraphDefinition<any, any>,
  entry: SectorEntry,
  database: DisposableDatabase,
): Promise<SectorUnderTest> {
  const [viewerKeys, grantKeys] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const running = await startSubgraph(definition, {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: database.url,
    migrationUrl: database.migrationUrl,
    appRole: database.appRole,
    viewerKey: viewerKeys.publicKey,
    grantKey: grantKeys.publicKey,
    grantSigningKey: undefined,
    registry: [...defaultRegistry.filter(({ id }) => id !== entry.id), entry],
    seed: 'sample',
    logLevel: 'silent',
  });
  const statements: string[] = [];
  const ignore = (): void => undefined;
  running.dataSource.logger = {
    logQuery: (query) => void statements.push(query),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
  const minter = createViewerTokenMinter({ privateKey: viewerKeys.privateKey });
  const verifier = createViewerTokenVerifier({ publicKey: viewerKeys.publicKey });
  const signer = await createGrantSigner({ privateKey: grantKeys.privateKey });

  const under: SectorUnderTest = {
    url: running.url,
    dataSource: running.dataSource,
    statements,
    mint: (viewer = {}) => minter.mint({ ...aCoordinator, ...viewer }),
    async grant(token, persons, categories, permit) {
      const { tokenDigest } = await verifier.verify(token);
      const permits = (person: PersonId): ReadonlyMap<Category, Permit> =>
        new Map(
          categories.map((category) => [
            category,
            permit ?? { level: Level.DETAIL, rule: 'CONSENT', evidence: `consent-${person}` },
          ]),
        );
      return signer.sign({
        sector: entry.id,
        viewer: tokenDigest,
        policyVersion: POLICY_VERSION,
        persons: new Map(persons.map((person) => [person, permits(person)])),
        barred: new Map(),
        households: new Map(),
      });
    },
    async post(token, query, variables = {}) {
      const response = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token !== undefined && { 'hub-viewer': token }) },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const { data, errors } = JSON.parse(text) as Pick<SectorAnswer, 'data' | 'errors'>;
      return { status: response.status, text, data, errors };
    },
    ask(selection, persons, token, grant) {
      const representations = persons.map((id) => ({
        __typename: 'Person',
        id,
        [grantField(entry)]: grant ?? null,
      }));
      const query = `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Person { ${entry.field} { ${selection} } } }
      }`;
      return under.post(token, query, { representations });
    },
    async records(selection, persons, ...categories) {
      const token = await under.mint();
      const grant = await under.grant(token, persons, categories);
      const { data } = await under.ask(selection, persons, token, grant);
      const entities = data?.['_entities'] as readonly Readonly<Record<string, unknown>>[] | undefined;
      return entities?.map((entity) => entity[entry.field]) ?? [];
    },
    close: () => running.close(),
  };
  return under;
}
