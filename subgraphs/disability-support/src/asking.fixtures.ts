import 'reflect-metadata';
import type { GrantContent, Permit } from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import {
  about,
  buildFederatedSubgraph,
  Recorder,
  SectorScope,
  type PersonalRecord,
  type ReleasedRecord,
} from '@kasane/subgraph-kit';
import {
  Capacity,
  defaultRegistry,
  officeCode,
  personId,
  Purpose,
  Role,
  sectorId,
  staffId,
  type Category,
} from '@kasane/vocabulary';
import { graphql } from 'graphql';
import { disabilitySupport } from './disability-support.js';
import type { disabilitySupportLoaders } from './loaders.js';

export const PERSON = personId('p-client');
const SECTOR = sectorId('disability-support');
const entry = defaultRegistry.find(({ id }) => id === SECTOR);

const coordinator: VerifiedViewer = {
  staffId: staffId('coordinator'),
  office: officeCode('city-hall'),
  capacity: Capacity.CITY_STAFF,
  roles: [Role.COORDINATOR],
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'request-1',
  tokenDigest: 'digest-1',
};
const worker: VerifiedViewer = {
  ...coordinator,
  staffId: staffId('worker'),
  office: officeCode('core-centre'),
  sector: SECTOR,
  roles: [Role.SECTOR_WORKER],
};

export interface World {
  /** The rows of the person's file, by loader, in the order in which the loader gives them. */
  readonly file: Partial<
    Record<keyof ReturnType<typeof disabilitySupportLoaders>, readonly PersonalRecord[]>
  >;
  /** What the grant opens. */
  readonly permits?: ReadonlyMap<Category, Permit>;
  /** What was released to the session `session-1`. */
  readonly released?: readonly ReleasedRecord[];
  /** Asked by the worker whose client it is. */
  readonly byOwner?: boolean;
  readonly now?: Date;
}

/** What this subgraph answers of one person, over its real schema, guard and scope; the rows come from the test. */
export async function ask(selection: string, world: World): Promise<Readonly<Record<string, unknown>>> {
  const { file, permits = new Map(), released = [], byOwner = false } = world;
  const now = world.now ?? new Date('2026-11-22T03:00:00Z');
  if (!entry) throw new Error('The registry has no disability-support.');
  const { schema } = await buildFederatedSubgraph(disabilitySupport.federation(defaultRegistry));
  const viewer = byOwner ? worker : coordinator;
  const content: GrantContent = {
    sector: SECTOR,
    viewer: viewer.tokenDigest,
    policyVersion: 'test',
    persons: new Map([[PERSON, permits]]),
    barred: new Map(),
    households: new Map(),
  };
  const contextValue = {
    viewer,
    now,
    recorder: new Recorder(viewer, SECTOR),
    scope: new SectorScope({
      viewer,
      sector: entry,
      verifier: { verify: () => Promise.resolve(content) },
      now,
      assignments: (persons) =>
        Promise.resolve(
          persons.map((person) => ({
            id: 'responsibility-1',
            person,
            sector: SECTOR,
            office: worker.office,
            staff: worker.staffId,
            from: '2025-04-01',
          })),
        ),
      releases: () => Promise.resolve(released),
    }),
    loaders: Object.fromEntries(
      Object.entries(file).map(([name, rows]) => [
        name,
        { load: () => Promise.resolve(rows.map((row) => about(row, [PERSON]))) },
      ]),
    ),
  };
  const { data, errors } = await graphql({
    schema,
    source: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { disabilitySupport { ${selection} } } } }`,
    variableValues: { of: [{ __typename: 'Person', id: PERSON, disabilitySupportGrant: 'a-grant' }] },
    contextValue,
  });
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  const told = JSON.parse(JSON.stringify(data)) as { _entities: [{ disabilitySupport: object }] };
  return { ...told._entities[0].disabilitySupport };
}

/** A row as the database gives it: what is not said is null. */
export const row = <T extends object>(Row: new () => T, values: Partial<T>): T =>
  Object.assign(new Row(), { id: 'row-1', localId: '1', alsoAbout: null, ...values });
