import { Category, grantField, japanDate, type PersonId, type SectorEntry } from '@kasane/vocabulary';
import { ErrorCode, HubError } from '@kasane/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { addContact, type ContactAdding, type ContactInput } from './contacts.js';
import type { ReferenceResolver } from './federation.js';
import { mayShow } from './guard.js';
import { createLoader, groupBy } from './loader.js';
import {
  HouseholdReference,
  householdReference,
  PersonReference,
  personReference,
  referenceId,
  requirePurpose,
} from './references.js';
import type { Reader } from './reader.js';
import { releaseRecord, takeBackRelease, type RowClasses } from './releases.js';
import type { SectorContext, SectorRequest } from './sector-subgraph.js';
import { ContactRow, OfficeDistrictRow, OfficeRow, ResponsibilityRow } from './sector-tables.js';
import { typePrefix, type SectorShape } from './sector-sdl.js';
import { about, PersonalRecord } from './subjects.js';

class Person extends PersonReference {}
class Household extends HouseholdReference {}

/** The sector's record of one person, before any of it is read. */
export abstract class PersonRecord extends PersonalRecord {
  personId!: PersonId;
}

/** The sector's record of a household: it concerns the members whom the grant named. */
export abstract class HouseholdRecord extends PersonalRecord {
  members!: readonly PersonId[];
}

/** The loaders of what every sector shows. */
export function sectorLoaders({ reader, links }: SectorRequest) {
  return {
    links,
    responsibilities: links.rows(ResponsibilityRow, { from: 'DESC', id: 'ASC' }),
    contacts: links.rows(ContactRow, { on: 'DESC', id: 'ASC' }),
    offices: links.offices,
    officesOf: createLoader<string, readonly OfficeRow[]>(
      (districts) => officesByDistrict(reader, districts),
      () => [],
    ),
  };
}
export type SectorLoaders = ReturnType<typeof sectorLoaders>;

async function officesByDistrict(
  reader: Reader,
  districts: readonly string[],
): Promise<ReadonlyMap<string, readonly OfficeRow[]>> {
  const served = await reader.rows(
    OfficeDistrictRow,
    ({ column, list }) => `${column('districtId')} IN (${list(districts)})`,
  );
  if (served.length === 0) return new Map();
  const offices = await reader.rows(
    OfficeRow,
    ({ column, list }) => `${column('code')} IN (${list(served.map(({ officeCode }) => officeCode))})`,
    { code: 'ASC' },
  );
  return new Map(
    [...groupBy(served, ({ districtId }) => districtId)].map(([district, rows]) => {
      const codes = new Set(rows.map(({ officeCode }) => officeCode));
      return [district, offices.filter(({ code }) => codes.has(code))];
    }),
  );
}

type Context = SectorContext<SectorLoaders>;
const MAX_CLIENTS = 100;

/** Resolvers of {@link sectorSdl}. */
export function sectorResolvers(
  sector: SectorEntry,
  shape: SectorShape,
  rows: RowClasses,
  records: {
    readonly Record: new () => PersonRecord;
    readonly HouseholdRecord?: (new () => HouseholdRecord) | undefined;
  },
) {
  const prefix = typePrefix(sector);
  const office = (row: { readonly officeCode: string }, _: unknown, { loaders }: Context) =>
    loaders.offices.load(row.officeCode).then((found) => found ?? { code: row.officeCode });
  return {
    Query: {
      async [`${sector.field}Clients`](_: unknown, { first }: { first: number | null }, context: Context) {
        const { viewer, scope, loaders, now } = context;
        requirePurpose(viewer);
        const limit = first ?? 50;
        if (limit < 1 || limit > MAX_CLIENTS)
          throw new HubError(ErrorCode.BAD_USER_INPUT, `first must be between 1 and ${MAX_CLIENTS}.`);
        if (viewer.sector !== sector.id) return [];
        const persons = await loaders.links.personsOf(viewer, japanDate(now), limit);
        await scope.admit(undefined, persons);
        return persons
          .filter((person) =>
            mayShow(context, [person], Category.INVOLVEMENT, `Query.${sector.field}Clients`),
          )
          .map((person) => about(Object.assign(new Person(), { id: person }), [person]));
      },
    },
    Mutation: {
      [`${sector.field}Release`]: (
        _: unknown,
        input: Parameters<typeof releaseRecord>[2],
        context: Context,
        info: GraphQLResolveInfo,
      ) => releaseRecord(sector, rows, input, context, info),
      [`${sector.field}TakeBack`]: (
        _: unknown,
        { release }: { readonly release: string },
        context: Context,
        info: GraphQLResolveInfo,
      ) => takeBackRelease(sector, rows, release, context, info),
      [`${sector.field}AddContact`]: (
        _: unknown,
        { input }: { readonly input: ContactInput },
        context: Context,
        info: GraphQLResolveInfo,
      ) => addContact(sector, input, context, info),
    },
    [`${prefix}AddContactResult`]: {
      __resolveType: (result: ContactAdding) =>
        'problems' in result ? `${prefix}ContactNotAdded` : `${prefix}ContactAdded`,
    },
    [`${prefix}ContactAdded`]: {
      person: ({ person }: { readonly person: PersonId }) =>
        about(Object.assign(new Person(), { id: person }), [person]),
    },
    Person: {
      [sector.field]: (person: Person, _: unknown, context: Context) =>
        open(context, sector, [person.id], `Person.${sector.field}`, () =>
          Object.assign(new records.Record(), { personId: person.id }),
        ),
    },
    ...(records.HouseholdRecord && {
      Household: {
        [sector.field]: (household: Household, _: unknown, context: Context) => {
          const { HouseholdRecord: Record } = records;
          const members = household.subjects ?? [];
          return (
            Record &&
            open(context, sector, members, `Household.${sector.field}`, () =>
              Object.assign(new Record(), { members }),
            )
          );
        },
      },
    }),
    [shape.record]: {
      responsibilities: ({ personId }: PersonRecord, _: unknown, { loaders }: Context) =>
        loaders.responsibilities.load(personId),
      contacts: ({ personId }: PersonRecord, _: unknown, { loaders }: Context) =>
        loaders.contacts.load(personId),
      latestContact: ({ personId }: PersonRecord, _: unknown, { loaders }: Context) =>
        loaders.contacts.load(personId),
    },
    [`${prefix}Responsibility`]: { office },
    [`${prefix}Contact`]: { office },
    District: {
      [`${sector.field}Offices`]: ({ id }: { id: string }, _: unknown, { loaders }: Context) =>
        loaders.officesOf.load(id),
    },
  };
}

/**
 * Opens a record when anything at all of it may be shown. It does not ask whether anything exists: a viewer who may
 * see one category must not learn from an absent record that there is nothing in the others.
 */
function open<R extends PersonalRecord>(
  { scope, recorder }: Context,
  sector: SectorEntry,
  persons: readonly PersonId[],
  coordinate: string,
  record: () => R,
): R | null {
  if (persons.some((person) => scope.permitsAnything(person))) return about(record(), persons);
  for (const category of sector.categories)
    for (const person of persons) recorder.note(person, category, coordinate, undefined);
  return null;
}

/** The guarded references of every sector. */
export const sectorReferences = (
  sector: SectorEntry,
  { householdRecord }: SectorShape,
): Readonly<Record<string, ReferenceResolver<Context>>> => ({
  Person: personReference(Person, grantField(sector)) as ReferenceResolver<Context>,
  ...(householdRecord !== undefined && {
    Household: householdReference(Household, grantField(sector)) as ReferenceResolver<Context>,
  }),
  District: (reference) => ({ id: referenceId(reference) }),
});
