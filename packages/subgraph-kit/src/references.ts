import { ErrorCode, HubError, type HouseholdId, type PersonId } from '@kasane/vocabulary';
import type { SubgraphContext } from './context.js';
import type { ReferenceResolver } from './federation.js';
import type { SectorScope } from './sector-scope.js';
import { about, PersonalRecord } from './subjects.js';

/** Grants are short, plain strings; anything else was invented by the caller. */
const MAX_GRANT = 64 * 1024;

/** Whether a text can be an id at all: short, and plain enough to stand in a ledger. Anything else was invented. */
export const isOpaqueId = (text: string): boolean => /^[\x21-\x7e]{1,64}$/.test(text);

type Context = SubgraphContext<unknown, SectorScope>;

/** Reads one string of a representation. Nothing else of what the caller put there is ever looked at. */
export function referenceText(
  reference: Readonly<Record<string, unknown>>,
  field: string,
  max: number,
): string | undefined {
  const value = Object.hasOwn(reference, field) ? reference[field] : undefined;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || value.length === 0 || value.length > max)
    throw new HubError(ErrorCode.BAD_USER_INPUT, `The reference's ${field} is not usable.`);
  return value;
}

/** The id of a representation. @throws {HubError} when there is none. */
export function referenceId(reference: Readonly<Record<string, unknown>>, field = 'id'): string {
  const id = referenceText(reference, field, Infinity);
  if (id === undefined) throw new HubError(ErrorCode.BAD_USER_INPUT, `The reference has no ${field}.`);
  if (!isOpaqueId(id))
    throw new HubError(ErrorCode.BAD_USER_INPUT, `The reference's ${field} is not usable.`);
  return id;
}

/** A person as a sector meets them: an opaque id, whatever the sector holds or not. */
export abstract class PersonReference extends PersonalRecord {
  id!: PersonId;
}

/** A household as a sector meets it: an opaque id, and the members that the grant named. */
export abstract class HouseholdReference extends PersonalRecord {
  id!: HouseholdId;
}

/**
 * The side door of a sector, guarded: a `Person` reference gives its id and the grant that came through the query
 * plan, and no more. It resolves alike for a known and for an unknown person.
 */
export const personReference =
  <T extends PersonReference>(Person: new () => T, grantField: string): ReferenceResolver<Context> =>
  async (reference, { scope, viewer }) => {
    const id = referenceId(reference) as PersonId;
    requirePurpose(viewer);
    await scope.admit(referenceText(reference, grantField, MAX_GRANT), [id]);
    const person = new Person();
    person.id = id;
    return about(person, [id]);
  };

/** The same for a `Household`: its members are those whom a verified grant named, and nobody else. */
export const householdReference =
  <T extends HouseholdReference>(Household: new () => T, grantField: string): ReferenceResolver<Context> =>
  async (reference, { scope, viewer }) => {
    const id = referenceId(reference) as HouseholdId;
    requirePurpose(viewer);
    const grant = referenceText(reference, grantField, MAX_GRANT);
    await scope.admit(grant, []);
    const members = scope.membersOf(id);
    await scope.admit(undefined, members);
    const household = new Household();
    household.id = id;
    return about(household, members);
  };

/** @throws {HubError} `PURPOSE_REQUIRED`: nobody looks at a person without saying why. */
export function requirePurpose({ purpose }: { readonly purpose?: unknown }): void {
  if (purpose === undefined) throw new HubError(ErrorCode.PURPOSE_REQUIRED);
}
