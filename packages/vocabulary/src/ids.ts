declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A person's opaque id in the hub: random and meaningless, never a national or resident number. */
export type PersonId = Branded<'PersonId'>;
export type HouseholdId = Branded<'HouseholdId'>;
export type OfficeCode = Branded<'OfficeCode'>;
export type StaffId = Branded<'StaffId'>;
export type SectorId = Branded<'SectorId'>;

export const personId = (id: string): PersonId => id as PersonId;
export const householdId = (id: string): HouseholdId => id as HouseholdId;
export const officeCode = (code: string): OfficeCode => code as OfficeCode;
export const staffId = (id: string): StaffId => id as StaffId;
export const sectorId = (id: string): SectorId => id as SectorId;
