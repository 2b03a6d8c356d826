import {
  Category,
  ConsentEffect,
  ConsentExpression,
  ConsentState,
  endOfJapanDay,
  GrantorRelation,
  Purpose,
  Role,
  startOfJapanDay,
  Tier,
  type SectorId,
} from '@kasane/vocabulary';
import { CHILD_FAMILY, DISABILITY_SUPPORT, ELDER_CARE, LIVELIHOOD_SUPPORT } from '../sectors.js';
import { earlier, GENERATED_AS_OF, later, plusDays, plusYears } from './days.js';
import { deskOf } from './desks.js';
import { randomFor, type GeneratedHousehold, type GeneratedMember } from './household.js';
import type { Row } from './rows.js';

const purposes: readonly Purpose[] = [
  Purpose.CONSULTATION,
  Purpose.ASSESSMENT,
  Purpose.PLAN_MAKING,
  Purpose.SERVICE_COORDINATION,
  Purpose.CONFERENCE,
];
const { INVOLVEMENT, NOTES } = Category;
const shown: Readonly<Record<string, readonly Category[]>> = {
  [ELDER_CARE]: [INVOLVEMENT, Category.CARE_CERT, Category.CARE_PLAN, Category.CARE_SERVICE, NOTES],
  [DISABILITY_SUPPORT]: [
    INVOLVEMENT,
    Category.DISABILITY_CERT,
    Category.DISABILITY_SERVICE,
    Category.DISABILITY_PLAN,
    NOTES,
  ],
  [CHILD_FAMILY]: [
    INVOLVEMENT,
    Category.MATERNAL_HEALTH,
    Category.CHILD_HEALTH,
    Category.CHILD_SUPPORT_PLAN,
    Category.YOUNG_CARER,
    Category.SCHOOL,
    NOTES,
  ],
  [LIVELIHOOD_SUPPORT]: [
    INVOLVEMENT,
    Category.LIVELIHOOD_INTAKE,
    Category.LIVELIHOOD_PLAN,
    Category.FINANCE,
    Category.EMPLOYMENT,
    Category.HOUSING,
    NOTES,
  ],
};

/** Consents and what was said about each, as the columns of the two tables. */
export interface ConsentRows {
  readonly consents: readonly Row[];
  readonly events: readonly Row[];
}

/**
 * What the members of a case signed: most of them gave consent to the coordinator for every sector, some refused, and
 * some were not asked yet. A minor's parent signs, and no longer than until the child is of age.
 */
export function consentsOf(household: GeneratedHousehold, openedOn: string): ConsentRows {
  const consents: Row[] = [];
  const events: Row[] = [];
  for (const member of household.members) {
    const random = randomFor(household.city, household.index, `consent ${member.position}`);
    const signer = grantorOf(household, member);
    const state = random.weighted<ConsentState | undefined>([
      [80, ConsentState.GIVEN],
      [8, ConsentState.REFUSED],
      [12, undefined],
    ]);
    if (!signer || state === undefined) continue;
    const id = random.id('consent-');
    const on = later(openedOn, plusDays(GENERATED_AS_OF, -random.between(10, 300)));
    const end = plusDays(plusYears(on, 1), -1);
    const until = member.age < 18 ? earlier(end, plusDays(plusYears(member.birthDate, 18), -1)) : end;
    consents.push({
      id,
      schema_version: '27560-1',
      subject_id: member.id,
      grantors: [{ name: signer.name, person: signer.id, relation: relationOf(member, signer) }],
      notice_id: 'multi-agency',
      notice_version: '2026-04',
      notice_language: household.nationality === null ? 'ja' : 'ja-simple',
      purposes,
      rules: rulesOf(household),
      valid_from: startOfJapanDay(on),
      valid_until: endOfJapanDay(until),
      supersedes_id: null,
    });
    const told = { expression: ConsentExpression.WRITTEN, expressed_by: signer.name, witnesses: [] };
    const by = { consent_id: id, recorded_by: 'generated' };
    events.push({ ...by, seq: 1, at: startOfJapanDay(on), state, ...told });
    const withdrawnOn = plusDays(on, random.between(1, 9));
    if (state === ConsentState.GIVEN && random.chance(0.04))
      events.push({
        ...by,
        seq: 2,
        at: startOfJapanDay(withdrawnOn),
        state: ConsentState.WITHDRAWN,
        ...told,
      });
  }
  return { consents, events };
}

/** Who signs: oneself when of age; else a parent in the household, if there is one. */
function grantorOf({ members }: GeneratedHousehold, member: GeneratedMember): GeneratedMember | undefined {
  return member.age >= 18
    ? member
    : members.find(({ age, relation }) => age >= 18 && (relation === 'SELF' || relation === 'SPOUSE'));
}

const relationOf = (member: GeneratedMember, signer: GeneratedMember): GrantorRelation =>
  signer === member ? GrantorRelation.SELF : GrantorRelation.PARENTAL_AUTHORITY;

const rulesOf = ({ city, district }: GeneratedHousehold) =>
  Object.entries(shown).map(([sector, categories]) => ({
    effect: ConsentEffect.PERMIT,
    categories,
    maxTier: Tier.T3,
    sourceSectors: [sector as SectorId],
    recipientOffices: [deskOf(city.municipality, district, 'coordinator')],
    recipientRoles: [Role.COORDINATOR],
  }));
