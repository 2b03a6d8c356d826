import { expect, test } from '@jest/globals';
import type { ConsentFacts } from '@kasane/disclosure';
import {
  Category,
  COLLABORATION,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  GrantorRelation,
  officeCode,
  personId,
  Purpose,
  Role,
  Tier,
  type PersonId,
} from '@kasane/vocabulary';
import { consentTo, recipientsOf } from './plan-consent.js';
import type { PlanWords } from './plan-tables.js';

const now = new Date('2026-11-22T03:00:00Z');
const [mother, child] = [personId('p-mother'), personId('p-child')];
const CITY = officeCode('city');
const ELDER = officeCode('elder');

const consent = (subject: PersonId, more: Partial<ConsentFacts> = {}): ConsentFacts => ({
  id: `consent-${subject}`,
  subject,
  grantors: [{ relation: GrantorRelation.SELF }],
  purposes: [Purpose.PLAN_MAKING],
  validFrom: new Date('2026-04-01'),
  validUntil: new Date('2027-04-01'),
  events: [{ at: new Date('2026-04-01'), state: ConsentState.GIVEN }],
  rules: [
    {
      effect: ConsentEffect.PERMIT,
      categories: [Category.SUPPORT_PLAN],
      maxTier: Tier.T2,
      sourceSectors: [COLLABORATION],
      recipientOffices: [],
      recipientRoles: [Role.COORDINATOR, Role.SECTOR_WORKER],
    },
  ],
  ...more,
});
const words = {
  persons: [mother, child],
  items: [{ office: ELDER, staff: null, persons: [mother] }],
} as unknown as PlanWords;

const ask = (consents: readonly ConsentFacts[], more: object = {}) =>
  consentTo(recipientsOf(words, CITY), {
    now,
    registry: defaultRegistry,
    consents,
    measures: [],
    suspicions: [],
    birthDates: new Map([
      [mother, '1985-01-01'],
      [child, '2015-01-01'],
    ]),
    ...more,
  });
const byParent = (more: Partial<ConsentFacts> = {}): ConsentFacts =>
  consent(child, { grantors: [{ relation: GrantorRelation.PARENTAL_AUTHORITY, person: mother }], ...more });
const gapsOf = (told: ReturnType<typeof ask>) => told.gaps.map(({ person, offices }) => [person, ...offices]);

test('with the consent of all there is no gap, and it is told on which consents', () => {
  expect(ask([consent(mother), byParent()])).toEqual({
    gaps: [],
    consents: ['consent-p-child', 'consent-p-mother'],
  });
});

test('who says nothing is missing for the coordinators, and for each office that is to hold an item about them', () => {
  expect(gapsOf(ask([]))).toEqual([
    [mother, CITY, ELDER],
    [child, CITY],
  ]);
});

const ended = (state: ConsentState): Partial<ConsentFacts> => ({
  events: [
    { at: new Date('2026-04-01'), state: ConsentState.GIVEN },
    { at: new Date('2026-11-01'), state },
  ],
});
const [rule] = consent(mother).rules;

test.each([
  ['was withdrawn', ended(ConsentState.WITHDRAWN)],
  ['was refused', { events: [{ at: new Date('2026-04-01'), state: ConsentState.REFUSED }] }],
  ['was only asked for', { events: [{ at: new Date('2026-04-01'), state: ConsentState.REQUESTED }] }],
  ['has expired', { validUntil: new Date('2026-11-01') }],
  ['has not begun', { validFrom: new Date('2026-12-01') }],
  ['is for another purpose', { purposes: [Purpose.CONSULTATION] }],
  ['is to other offices', { rules: [{ ...rule!, recipientOffices: [officeCode('other')] }] }],
  ['is of other data', { rules: [{ ...rule!, categories: [Category.NOTES] }] }],
  ['is of another source', { rules: [{ ...rule!, sourceSectors: [defaultRegistry[1]!.id] }] }],
])('a consent that %s is none', (_, more) => {
  expect(gapsOf(ask([consent(mother, more), byParent()]))).toEqual([[mother, CITY, ELDER]]);
});

test('a consent for coordination is one to the plan too; renewed it lasts', () => {
  const renewed = { ...ended(ConsentState.RENEWED), purposes: [Purpose.SERVICE_COORDINATION] };
  expect(ask([consent(mother, renewed), byParent()]).gaps).toEqual([]);
});

test('a refusal of one office stands above the consent to all', () => {
  const refusal = consent(mother, {
    id: 'refusal',
    rules: [{ ...rule!, effect: ConsentEffect.DENY, recipientOffices: [ELDER], recipientRoles: [] }],
  });
  expect(gapsOf(ask([consent(mother), byParent(), refusal]))).toEqual([[mother, ELDER]]);
});

test('what a parent signed ends when the child is of age, and counts for nothing from who is suspected of abuse', () => {
  expect(
    gapsOf(ask([consent(mother), byParent()], { birthDates: new Map([[child, '2008-11-22']]) })),
  ).toEqual([[child, CITY]]);
  expect(
    gapsOf(ask([consent(mother), byParent()], { suspicions: [{ person: child, suspect: mother }] })),
  ).toEqual([[child, CITY]]);
});
