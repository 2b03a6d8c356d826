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
  type PersonId,
} from '@kasane/vocabulary';
import { buildASTSchema, getNamedType, isObjectType, parse, type GraphQLObjectType } from 'graphql';
import { createHash, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { DisclosureScope } from './context.js';
import { dataSourceOptions } from './database.js';
import { entryOf } from './registry-entry.js';
import { startSubgraph, subgraphSdl, type RunningSubgraph, type SubgraphDefinition } from './subgraph.js';

export { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';

/** A sector that runs on a database of its own, for its tests. Not for production: it holds every key. */
export interface OpenedSector {
  readonly running: RunningSubgraph;
  /** Every field of the sector's record of a person, to the leaves. */
  readonly everything: string;
  /** What the last question sent to the database, the ledger's part too, in its order. */
  readonly statements: readonly string[];
  /** Asks for a part of the record of some persons, as if all of them had consented to all of it. */
  ask(selection: string, persons: readonly PersonId[], as?: Viewer): Promise<SectorAnswer>;
  /** Asks anything, with the sector's grant for some persons in the variable `grant`. */
  post(query: string, variables: object, as: Viewer, persons?: readonly PersonId[]): Promise<SectorAnswer>;
  /** Runs a statement as the owner of the tables, as whoever runs the existing system would. */
  migrate(sql: string): Promise<void>;
  close(): Promise<void>;
}

export interface SectorAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  /** The records in the order of the persons. */
  readonly records: readonly unknown[];
}

/** A coordinator of the city, who is of no sector. */
const coordinator: Viewer = {
  staffId: staffId('coordinator'),
  office: officeCode('city-hall'),
  capacity: Capacity.CITY_STAFF,
  roles: [Role.COORDINATOR],
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'request',
};

/**
 * Starts a sector with its sample records.
 * @param databaseUrl of an empty database, e.g. on MariaDB; without it one of the test run's PostgreSQL
 * @example
 * const sector = await openSector(elderCare);
 * await sector.ask(sector.everything, six);
 * expect(sector.statements.length).toBeLessThanOrEqual(MAX_STATEMENTS);
 */
export async function openSector<L, S extends DisclosureScope>(
  definition: SubgraphDefinition<L, S>,
  databaseUrl?: string,
  clock: () => Date = () => new Date(),
): Promise<OpenedSector> {
  const sector = entryOf(defaultRegistry, definition.sector);
  const [viewerKey, grantKey] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const database = databaseUrl === undefined ? await createTestDatabase(sector.id) : undefined;
  const running = await startSubgraph(
    definition,
    {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: databaseUrl ?? database?.url ?? '',
      migrationUrl: databaseUrl ?? database?.migrationUrl ?? '',
      appRole: database?.appRole,
      viewerKey: viewerKey.publicKey,
      grantKey: grantKey.publicKey,
      grantSigningKey: undefined,
      registry: defaultRegistry,
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
  const permit: Permit = { level: Level.DETAIL, rule: 'CONSENT', evidence: 'consent' };

  const grantFor = (token: string, persons: readonly PersonId[]): Promise<string> =>
    signer.sign({
      sector: sector.id,
      viewer: createHash('sha256').update(token).digest('base64url'),
      policyVersion: POLICY_VERSION,
      persons: new Map(
        persons.map((person) => [person, new Map(sector.categories.map((category) => [category, permit]))]),
      ),
      barred: new Map(),
      households: new Map(),
    });

  const post: OpenedSector['post'] = async (query, variables, as, persons = []) => {
    const token = await minter.mint({ ...as, requestId: randomUUID() });
    const grant = await grantFor(token, persons);
    const representations = persons.map((id) => ({ __typename: 'Person', id, [grantField(sector)]: grant }));
    statements.length = 0;
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'hub-viewer': token },
      body: JSON.stringify({ query, variables: { ...variables, representations } }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<SectorAnswer>;
    const entities = (data?.['_entities'] ?? []) as readonly Readonly<Record<string, unknown>>[];
    return { data, errors, records: entities.map((entity) => entity?.[sector.field]) };
  };

  return {
    running,
    everything: wholeRecord(await subgraphSdl(definition, defaultRegistry), sector.field),
    statements,
    post,
    ask: (selection, persons, as = coordinator) =>
      post(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
           ... on Person { ${sector.field} { ${selection} } } } }`,
        {},
        as,
        persons,
      ),
    async migrate(sql) {
      const owner = new DataSource(
        dataSourceOptions(databaseUrl ?? database?.migrationUrl ?? '', { entities: [] }),
      );
      await owner.initialize();
      await owner.query(sql).finally(() => owner.destroy());
    },
    async close() {
      await running.close();
      await database?.drop();
    },
  };
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

/** Statements that a sector may need for some persons with all their records, its ledger's one included. */
export const MAX_STATEMENTS = 4;

/** Every field of a sector's record, to the leaves; a type within itself is not gone into again. */
function wholeRecord(sdl: string, field: string): string {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const selection = (type: GraphQLObjectType, within: readonly string[]): string =>
    Object.values(type.getFields())
      .flatMap(({ name, type: of }) => {
        const inner = getNamedType(of);
        if (!isObjectType(inner)) return [name];
        return within.includes(inner.name)
          ? []
          : [`${name} { ${selection(inner, [...within, inner.name])} }`];
      })
      .join(' ');
  const person = schema.getType('Person');
  const record = isObjectType(person) ? getNamedType(person.getFields()[field]?.type) : undefined;
  if (!isObjectType(record)) throw new Error(`The schema has no Person.${field}.`);
  return selection(record, ['Person', record.name]);
}
