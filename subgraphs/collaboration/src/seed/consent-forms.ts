import { person } from '@kasane/sample-municipality';
import type { ConsentState } from '@kasane/vocabulary';
import {
  Category,
  ConsentEffect,
  GrantorRelation,
  officeCode,
  Purpose,
  Role,
  sectorId,
  Tier,
  type PersonId,
} from '@kasane/vocabulary';
import type { ConsentRuleFacts } from '@kasane/disclosure';

/** For the work on a case, whatever stage it is at. */
export const WORK: readonly Purpose[] = [
  Purpose.CONSULTATION,
  Purpose.ASSESSMENT,
  Purpose.PLAN_MAKING,
  Purpose.SERVICE_COORDINATION,
  Purpose.CONFERENCE,
];
const BASICS = [Category.IDENTITY, Category.HOUSEHOLD, Category.LANGUAGE_NEEDS, Category.INVOLVEMENT];

type Names = readonly string[];

const permit = (
  offices: Names,
  role: Role,
  sectors: Names,
  categories: readonly Category[],
  maxTier: Tier = Tier.T3,
): ConsentRuleFacts => ({
  effect: ConsentEffect.PERMIT,
  categories,
  maxTier,
  sourceSectors: sectors.map(sectorId),
  recipientOffices: offices.map(officeCode),
  recipientRoles: [role],
});

/** To the coordinators of an office: the office alone would name its privacy officer and operator too. */
export const toCoordinators = (
  office: string,
  sectors: Names,
  categories: readonly Category[],
): ConsentRuleFacts => permit([office], Role.COORDINATOR, sectors, categories);

/** From one sector to the workers of another's offices. */
export const toWorkers = (
  offices: Names,
  sectors: Names,
  categories: readonly Category[],
): ConsentRuleFacts => permit(offices, Role.SECTOR_WORKER, sectors, categories);

/** Who is in the household and what they are called, to a sector office that works with another member. */
export const basicsTo = (...offices: Names): ConsentRuleFacts =>
  permit(offices, Role.SECTOR_WORKER, ['collaboration'], BASICS, Tier.T1);

/** A form as it was signed. */
export interface SampleConsent {
  readonly id: string;
  readonly subject: string;
  readonly grantor: { readonly name: string; readonly relation: GrantorRelation; readonly person: PersonId };
  readonly language: string;
  readonly purposes: readonly Purpose[];
  readonly rules: readonly ConsentRuleFacts[];
  readonly on: string;
  readonly until: string;
  readonly state?: typeof ConsentState.GIVEN | typeof ConsentState.REFUSED;
  readonly withdrawnOn?: string;
}

export const by = (
  key: string,
  relation: GrantorRelation = GrantorRelation.SELF,
): SampleConsent['grantor'] => {
  const { name, id } = person(key);
  return { name, relation, person: id };
};

export const ELDER = [
  Category.INVOLVEMENT,
  Category.CARE_CERT,
  Category.CARE_PLAN,
  Category.CARE_SERVICE,
  Category.NOTES,
];
export const DISABILITY = [
  Category.INVOLVEMENT,
  Category.DISABILITY_CERT,
  Category.DISABILITY_SERVICE,
  Category.DISABILITY_PLAN,
  Category.NOTES,
];
export const CHILD = [
  Category.INVOLVEMENT,
  Category.MATERNAL_HEALTH,
  Category.CHILD_HEALTH,
  Category.CHILD_SUPPORT_PLAN,
  Category.YOUNG_CARER,
  Category.SCHOOL,
  Category.NOTES,
];
export const LIVELIHOOD = [
  Category.INVOLVEMENT,
  Category.LIVELIHOOD_INTAKE,
  Category.LIVELIHOOD_PLAN,
  Category.FINANCE,
  Category.EMPLOYMENT,
  Category.HOUSING,
  Category.NOTES,
];
export const KATO = 'kato-fukushi-somu';
export const AIZU = 'aizu-chiiki-fukushi';
