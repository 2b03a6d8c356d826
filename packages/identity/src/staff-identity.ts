import { isCapacity, isRole, officeCode, sectorId, staffId } from '@kasane/vocabulary';
import type { Capacity, OfficeCode, Role, SectorId, StaffId } from '@kasane/vocabulary';

/** Who signed in: what an access token says of a member of staff, and nothing about why they look. */
export interface StaffIdentity {
  readonly staffId: StaffId;
  /** For people to read: no rule reads it, no ledger holds it. */
  readonly name?: string;
  readonly office: OfficeCode;
  /** The sector system that the office belongs to; absent for staff who work in none. */
  readonly sector?: SectorId;
  readonly capacity: Capacity;
  readonly roles: readonly Role[];
}

/** Under which name a token carries each part of an identity. Providers differ; ours are the defaults. */
export type ClaimNames = Readonly<
  Record<'staffId' | 'name' | 'office' | 'sector' | 'capacity' | 'roles', string>
>;

export const defaultClaimNames: ClaimNames = {
  staffId: 'sub',
  name: 'name',
  office: 'office',
  sector: 'sector',
  capacity: 'capacity',
  roles: 'roles',
};

const MAX_ROLES = 16;
const MAX_NAME = 200;

/**
 * Reads an identity from the claims of a token whose signature has been verified. Every claim must be in the
 * vocabulary: a role or capacity that we do not know was given by somebody who thinks that it means something,
 * and to ignore it would be to guess what.
 * @throws {TypeError} naming the claim, never its value.
 */
export function readStaffClaims(
  claims: Readonly<Record<string, unknown>>,
  names: ClaimNames = defaultClaimNames,
): StaffIdentity {
  const claim = (part: keyof ClaimNames): unknown =>
    Object.hasOwn(claims, names[part]) ? claims[names[part]] : undefined;
  const name = claim('name');
  const sector = claim('sector');
  const capacity = claim('capacity');
  const roles = claim('roles');
  if (name !== undefined && !isText(name, MAX_NAME)) throw unusable(names.name);
  if (!isCapacity(capacity)) throw unusable(names.capacity);
  if (!Array.isArray(roles) || roles.length > MAX_ROLES || !roles.every(isRole)) throw unusable(names.roles);
  return {
    staffId: staffId(code(claim('staffId'), names.staffId)),
    ...(name !== undefined && { name }),
    office: officeCode(code(claim('office'), names.office)),
    ...(sector !== undefined && { sector: sectorId(code(sector, names.sector)) }),
    capacity,
    roles: [...new Set(roles)],
  };
}

/** The claims that {@link readStaffClaims} reads back. */
export function staffClaims({
  staffId: sub,
  name,
  office,
  sector,
  capacity,
  roles,
}: StaffIdentity): Record<string, unknown> {
  return {
    sub,
    ...(name !== undefined && { name }),
    office,
    ...(sector !== undefined && { sector }),
    capacity,
    roles,
  };
}

/** Ids of staff, offices and sectors are printable and short: they are written in logs, ledgers and headers. */
function code(value: unknown, claim: string): string {
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(value)) throw unusable(claim);
  return value;
}

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max && !/\p{Cc}/u.test(value);

const unusable = (claim: string): TypeError => new TypeError(`the claim ${claim} is missing or not usable`);
