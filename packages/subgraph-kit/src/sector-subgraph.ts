import { createGrantVerifier } from '@kasane/disclosure';
import type { SectorEntry, SectorId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { RequestBase, SubgraphContext } from './context.js';
import type { FederationOptions } from './federation.js';
import { SectorLinks } from './links.js';
import { linkResolvers } from './links/link-resolvers.js';
import { linkSdl } from './links/link-sdl.js';
import { Reader } from './reader.js';
import { entryOf } from './registry-entry.js';
import {
  sectorLoaders,
  sectorReferences,
  sectorResolvers,
  type HouseholdRecord,
  type PersonRecord,
  type SectorLoaders,
} from './sector-resolvers.js';
import { SectorScope } from './sector-scope.js';
import { sectorSdl, typePrefix } from './sector-sdl.js';
import { ContactRow, ResponsibilityRow, sectorEntities, sectorMigrations } from './sector-tables.js';
import { releasesTo, type RowClass, type RowClasses } from './releases.js';
import type { SubgraphDefinition } from './subgraph.js';
import { faultOf } from './table-check.js';

/** What a sector's loaders are made from. */
export interface SectorRequest extends RequestBase {
  readonly reader: Reader;
  readonly links: SectorLinks;
}

/** The context of every resolver of a sector. */
export type SectorContext<Loaders = unknown> = SubgraphContext<Loaders & SectorLoaders, SectorScope>;

export interface SectorDefinition<Loaders> {
  readonly sector: SectorId;
  /** The type-graphql resolvers of the sector's own concepts. */
  readonly resolvers: FederationOptions<unknown>['resolvers'];
  /** `@ObjectType` classes of the sector's record of a person, and of a household if it keeps any. */
  readonly record: new () => PersonRecord;
  readonly householdRecord?: new () => HouseholdRecord;
  /** SDL and resolvers of fields that decorators cannot say, e.g. one that names an `Office`. */
  readonly extraSdl?: string;
  readonly extraResolvers?: FederationOptions<unknown>['extraResolvers'];
  readonly entities: readonly (new () => object)[];
  readonly migrations: SubgraphDefinition<unknown, SectorScope>['migrations'];
  readonly seed: (manager: EntityManager) => Promise<void>;
  /** The sector's own loaders, made anew for each request. */
  readonly loaders: (request: SectorRequest) => Loaders;
}

/**
 * An existing sector system as a subgraph. Links, responsibility, contact log, offices, grants, guard and ledger are
 * the kit's; the sector says what its record of a person holds.
 */
export function defineSector<Loaders extends object>(
  definition: SectorDefinition<Loaders>,
): SubgraphDefinition<Loaders & SectorLoaders, SectorScope> {
  const shape = { record: definition.record.name, householdRecord: definition.householdRecord?.name };
  return {
    sector: definition.sector,
    federation(registry) {
      const sector = entryOf(registry, definition.sector);
      const rows = rowClassesOf(sector, definition.entities);
      const links = linkResolvers(sector);
      const kit = sectorResolvers(sector, shape, rows, {
        Record: definition.record,
        HouseholdRecord: definition.householdRecord,
      });
      return {
        resolvers: definition.resolvers,
        rowTypes: new Set([...rows.values()].map(({ type }) => type)),
        orphanedTypes: [
          definition.record,
          ...(definition.householdRecord ? [definition.householdRecord] : []),
        ],
        decidedByRow: definition.householdRecord ? [definition.householdRecord.name] : [],
        extraSdl: `${sectorSdl(sector, shape)}\n${linkSdl(sector)}\n${definition.extraSdl ?? ''}`,
        extraResolvers: {
          ...kit,
          Query: { ...kit.Query, ...links.Query },
          Mutation: { ...kit.Mutation, ...links.Mutation },
          ...definition.extraResolvers,
        },
        references: sectorReferences(sector, shape),
      };
    },
    entities: [...sectorEntities, ...definition.entities],
    migrations: [...sectorMigrations, ...definition.migrations],
    seed: definition.seed,
    async open({ config, clock, logger }) {
      const sector = entryOf(config.registry, definition.sector);
      const verifier = await createGrantVerifier({ publicKey: config.grantKey, sector: sector.id, clock });
      return {
        begin(request) {
          const { viewer, manager, now, requestId } = request;
          const reader = new Reader(manager, (cause) =>
            logger.error({ requestId, fault: faultOf(cause) }, 'records cannot be read'),
          );
          const links = new SectorLinks(
            manager,
            reader,
            viewer.sector === definition.sector ? viewer.office : undefined,
          );
          const withLinks = { ...request, reader, links };
          const scope = new SectorScope({
            viewer,
            sector,
            verifier,
            now,
            releases: releasesTo(reader, now),
            assignments: (persons) => links.assignments(persons, definition.sector),
            expect: (persons) => links.expect(persons),
          });
          return { scope, loaders: { ...definition.loaders(withLinks), ...sectorLoaders(withLinks) } };
        },
      };
    },
  };
}

/** The kit's own tables of records, and the sector's: a type is named as its class. */
const rowClassesOf = (sector: SectorEntry, entities: readonly (new () => object)[]): RowClasses =>
  new Map([
    [ContactRow.name, { entity: ContactRow, type: `${typePrefix(sector)}Contact` }],
    [ResponsibilityRow.name, { entity: ResponsibilityRow, type: `${typePrefix(sector)}Responsibility` }],
    ...entities.map((entity) => [entity.name, { entity: entity as RowClass, type: entity.name }] as const),
  ]);
