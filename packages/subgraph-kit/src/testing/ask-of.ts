import type { GrantContent, Permit } from '@kasane/disclosure';
import {
  Capacity,
  defaultRegistry,
  grantField,
  householdId,
  officeCode,
  personId,
  Purpose,
  Role,
  staffId,
  type Category,
  type SectorEntry,
} from '@kasane/vocabulary';
import { graphql } from 'graphql';
import { buildFederatedSubgraph } from '../federation.js';
import { Recorder } from '../recorder.js';
import { entryOf } from '../registry-entry.js';
import { SectorScope, type ReleasedRecord } from '../sector-scope.js';
import type { SubgraphDefinition } from '../subgraph.js';
import { about, type PersonalRecord } from '../subjects.js';

const PERSON = personId('p-client');
const HOUSEHOLD = householdId('h-client');

/** What there is of one person in a sector, and what of it may be shown to whom. */
export interface FileUnderTest<Loaders> {
  /** The rows of the person's file, by loader, in the order in which the loader gives them. */
  readonly file: Partial<Record<keyof Loaders, readonly PersonalRecord[]>>;
  /** What the grant opens. */
  readonly permits?: ReadonlyMap<Category, Permit>;
  /** What was released to the session `session-1`. */
  readonly released?: readonly ReleasedRecord[];
  /** Asked by the worker whose client it is; else by a coordinator of the city. */
  readonly byOwner?: boolean;
  /** Asks for the record of the person's household, which has no other member. */
  readonly ofHousehold?: boolean;
  readonly now?: Date;
}

/**
 * Asks a sector for its record of one person over its real schema, guard and scope; the rows come from the test. For
 * what is decided row by row; {@link openSector} has a database.
 * @example
 * const ask = askOf(childFamily);
 * expect(await ask('schooling { grade }', { file: { schoolings: [] }, permits })).toEqual({ schooling: null });
 */
export function askOf<Loaders>(definition: SubgraphDefinition<Loaders, SectorScope>) {
  const sector = entryOf(defaultRegistry, definition.sector);
  return async (
    selection: string,
    { file, permits = new Map(), released = [], ...asked }: FileUnderTest<Loaders>,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const { schema } = await buildFederatedSubgraph(definition.federation(defaultRegistry));
    const viewer = viewerOf(sector, asked.byOwner ?? false);
    const now = asked.now ?? new Date('2026-11-22T03:00:00Z');
    const content: GrantContent = {
      sector: sector.id,
      viewer: viewer.tokenDigest,
      policyVersion: 'test',
      persons: new Map([[PERSON, permits]]),
      barred: new Map(),
      households: new Map([[HOUSEHOLD, [PERSON]]]),
    };
    const type = asked.ofHousehold ? 'Household' : 'Person';
    const { data, errors } = await graphql({
      schema,
      source: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${sector.field} { ${selection} } } } }`,
      variableValues: {
        of: [
          { __typename: type, id: asked.ofHousehold ? HOUSEHOLD : PERSON, [grantField(sector)]: 'a-grant' },
        ],
      },
      contextValue: {
        viewer,
        now,
        recorder: new Recorder(viewer, sector.id),
        scope: new SectorScope({
          viewer,
          sector,
          verifier: { verify: () => Promise.resolve(content) },
          now,
          assignments: (persons) =>
            Promise.resolve(
              persons.map((person) => ({
                id: 'responsibility-1',
                person,
                sector: sector.id,
                office: viewer.office,
                staff: viewer.staffId,
                from: '2025-04-01',
              })),
            ),
          releases: () => Promise.resolve(released),
        }),
        loaders: Object.fromEntries(
          Object.entries(file as Readonly<Record<string, readonly PersonalRecord[]>>).map(([name, rows]) => [
            name,
            { load: () => Promise.resolve(rows.map((one) => about(one, [PERSON]))) },
          ]),
        ),
      },
    });
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    const told = JSON.parse(JSON.stringify(data)) as {
      readonly _entities: readonly [Readonly<Record<string, Readonly<Record<string, unknown>>>>];
    };
    return told._entities[0][sector.field] ?? {};
  };
}

const viewerOf = (sector: SectorEntry, byOwner: boolean) => ({
  staffId: staffId(byOwner ? 'worker' : 'coordinator'),
  office: officeCode(byOwner ? 'own-office' : 'city-hall'),
  capacity: Capacity.CITY_STAFF,
  roles: [byOwner ? Role.SECTOR_WORKER : Role.COORDINATOR],
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'request-1',
  tokenDigest: 'digest-1',
  ...(byOwner && { sector: sector.id }),
});

/** A row as the database gives it: what is not said is null. */
export const row = <T extends object>(Row: new () => T, values: Partial<T>): T =>
  Object.assign(new Row(), { id: 'row-1', localId: '1', alsoAbout: null, ...values });
