import { decide, noFacts, type Facts } from '@kasane/disclosure';
import {
  Capacity,
  Category,
  COLLABORATION,
  Purpose,
  Role,
  type OfficeCode,
  type PersonId,
  type StaffId,
} from '@kasane/vocabulary';
import type { PlanWords } from './plan-tables.js';

/** Somebody to whom a plan shows what it says of some persons. */
export interface PlanRecipient {
  readonly office: OfficeCode;
  readonly staff: StaffId | null;
  readonly role: typeof Role.COORDINATOR | typeof Role.SECTOR_WORKER;
  readonly persons: readonly PersonId[];
}

/** That a person's consent does not let these offices have what the plan says of them. */
export interface ConsentGap {
  readonly person: PersonId;
  readonly offices: readonly OfficeCode[];
}

/** What is on record about the persons of a plan. */
export type ConsentRecord = Pick<
  Facts,
  'now' | 'registry' | 'consents' | 'measures' | 'suspicions' | 'birthDates'
>;

/** The purposes for which a person consents to a plan. */
const purposes = [Purpose.PLAN_MAKING, Purpose.SERVICE_COORDINATION];

/** Whom a plan shows what: the coordinators all of it, and each office what it holds. */
export const recipientsOf = (
  { persons, items }: PlanWords,
  coordinator: OfficeCode,
): readonly PlanRecipient[] => [
  { office: coordinator, staff: null, role: Role.COORDINATOR, persons },
  ...items
    .filter(({ office }) => office !== coordinator)
    .map((item) => ({
      office: item.office,
      staff: item.staff,
      role: Role.SECTOR_WORKER,
      persons: item.persons,
    })),
];

/**
 * Whether everybody of whom a plan speaks consents to it now: a consent that permits SUPPORT_PLAN of collaboration,
 * for plan making or coordination, to the coordinators' office and to each office that is to hold an item about them.
 * It is asked of the decision itself, as if each recipient wanted to look and had no other basis: so a refusal, a
 * newer and narrower form, a guardian's authority that has ended and a suspect who signed all count here as there.
 */
export function consentTo(
  recipients: readonly PlanRecipient[],
  record: ConsentRecord,
): { readonly gaps: readonly ConsentGap[]; readonly consents: readonly string[] } {
  const missing = new Map<PersonId, Set<OfficeCode>>();
  const consents = new Set<string>();
  for (const recipient of recipients)
    for (const [person, consent] of consentsFor(recipient, record)) {
      if (consent !== undefined) consents.add(consent);
      else missing.set(person, (missing.get(person) ?? new Set()).add(recipient.office));
    }
  return {
    gaps: [...missing].map(([person, offices]) => ({ person, offices: [...offices].sort() })),
    consents: [...consents].sort(),
  };
}

function consentsFor(
  { office, staff, role, persons }: PlanRecipient,
  { registry, ...record }: ConsentRecord,
): ReadonlyMap<PersonId, string | undefined> {
  const decisions = purposes.map((purpose) =>
    decide(
      {
        ...noFacts,
        ...record,
        registry: registry
          .filter(({ id }) => id === COLLABORATION)
          .map((entry) => ({ ...entry, categories: [Category.SUPPORT_PLAN] })),
        viewer: {
          staffId: staff ?? ('' as StaffId),
          office,
          capacity: Capacity.ENTRUSTED_STAFF,
          roles: [role],
          purpose,
        },
        // A seat, for consents that name "those who work with me"; by itself it opens no plan.
        assignments: persons.map((person) => ({
          id: '',
          person,
          sector: COLLABORATION,
          office,
          basicOnly: true,
          from: '0000-01-01',
        })),
      },
      persons,
    ),
  );
  return new Map(
    persons.map((person) => {
      const cells = decisions.map((decision) =>
        decision.get(person)?.get(COLLABORATION)?.get(Category.SUPPORT_PLAN),
      );
      const opening = cells.find((cell) => cell?.permitted && cell.rule === 'CONSENT');
      return [person, opening?.permitted ? opening.evidence.id : undefined];
    }),
  );
}
