import { describe, expect, test } from '@jest/globals';
import {
  Category,
  COLLABORATION,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  endOfJapanDay,
  personId,
  Purpose,
  Role,
  sectorId,
  staffId,
  startOfJapanDay,
  Tier,
} from '@kasane/vocabulary';
import { decide } from './decide.js';
import type { ConsentFacts } from './facts.js';
import {
  aConsent,
  anAssignment,
  aRule,
  aViewer,
  cellOf,
  cellsOf,
  CITY_HALL,
  ELDER_CARE,
  inState,
  LIVELIHOOD,
  MOTHER,
  NOW,
  OTHER_OFFICE,
  someFacts,
  SON,
} from './world.fixtures.js';

const consented = someFacts({ consents: [aConsent()] });

test('a decision has a cell for every person, sector and category of the registry, and no others', () => {
  const decision = decide(someFacts(), [MOTHER, SON]);
  expect([...decision.keys()]).toEqual([MOTHER, SON]);
  for (const sectors of decision.values())
    expect([...sectors].map(([id, cells]) => [id, [...cells.keys()]])).toEqual(
      defaultRegistry.map(({ id, categories }) => [id, categories]),
    );
});

test('without a single fact every cell is denied by default', () => {
  for (const { cell } of cellsOf(decide(someFacts(), [MOTHER]))) {
    expect(cell).toMatchObject({ permitted: false, rule: 'DEFAULT_DENY' });
  }
});

describe('NO_PURPOSE', () => {
  test('closes what consent and own duty would open', () => {
    const viewer = aViewer({ purpose: undefined });
    const facts = someFacts({ viewer, consents: [aConsent()], assignments: [anAssignment()] });
    for (const { cell } of cellsOf(decide(facts, [MOTHER])))
      expect(cell).toMatchObject({ permitted: false, rule: 'NO_PURPOSE', reason: 'PURPOSE_MISSING' });
  });
});

describe('OWN_OFFICE', () => {
  const own = { sector: COLLABORATION, category: Category.CONTACT };
  const assigned = (given = {}, viewer = {}) =>
    someFacts({ viewer: aViewer(viewer), assignments: [anAssignment(given)] });

  test('opens the own sector to the worker who is assigned, and points at the assignment', () => {
    expect(cellOf(assigned(), own)).toEqual({
      permitted: true,
      level: 'DETAIL',
      rule: 'OWN_OFFICE',
      basis: 'OWN_DUTY',
      evidence: { id: 'a-1', until: undefined },
    });
  });

  test('opens nothing of another sector', () => {
    expect(cellOf(assigned())).toMatchObject({ permitted: false, reason: 'NO_BASIS' });
  });

  test('opens nothing of another person of the household', () => {
    expect(cellOf(assigned(), { ...own, person: SON }).permitted).toBe(false);
  });

  test('does not open to a colleague of the same office who is not assigned', () => {
    expect(cellOf(assigned({ staff: staffId('tanaka') }), own)).toMatchObject({
      permitted: false,
      reason: 'NO_BASIS',
    });
  });

  test('opens to everybody of an office that assigned nobody by name', () => {
    expect(cellOf(assigned({ staff: undefined }), own).permitted).toBe(true);
  });

  test('opens to the manager, who answers for the whole office', () => {
    const manager = { staffId: staffId('tanaka'), roles: [Role.OFFICE_MANAGER] };
    expect(cellOf(assigned({}, manager), own).permitted).toBe(true);
    expect(cellOf(assigned({ office: OTHER_OFFICE }, manager), own).permitted).toBe(false);
  });

  test('does not open to the same worker at another office', () => {
    expect(cellOf(assigned({}, { office: OTHER_OFFICE }), own).permitted).toBe(false);
  });

  test('holds from 0:00 in Japan of its first day to 24:00 of its last, and says so', () => {
    const year = anAssignment({ from: '2026-04-01', to: '2027-03-31' });
    const at = (now: string) => cellOf(someFacts({ now: new Date(now), assignments: [year] }), own);
    expect(at('2026-03-31T23:59:59.999+09:00').permitted).toBe(false);
    expect(at('2026-04-01T00:00:00+09:00').permitted).toBe(true);
    expect(at('2027-03-31T23:59:59.999+09:00')).toMatchObject({
      permitted: true,
      evidence: { until: new Date('2027-03-31T15:00:00Z') },
    });
    expect(at('2027-04-01T00:00:00+09:00').permitted).toBe(false);
  });

  test('opens the closed tier too: the office needs its own abuse records', () => {
    const viewer = aViewer({ sector: ELDER_CARE });
    const facts = someFacts({ viewer, assignments: [anAssignment({ sector: ELDER_CARE })] });
    expect(cellOf(facts, { category: Category.RIGHTS_ADVOCACY }).permitted).toBe(true);
  });

  test('points at the assignment that lasts longest, in whatever order they come', () => {
    const assignments = [anAssignment({ id: 'a-1', to: '2026-11-30' }), anAssignment({ id: 'a-2' })];
    for (const order of [assignments, assignments.toReversed()])
      expect(cellOf(someFacts({ assignments: order }), own)).toMatchObject({ evidence: { id: 'a-2' } });
  });
});

describe('CONSENT', () => {
  test('opens what it covers, and points at the consent and its end', () => {
    expect(cellOf(consented)).toEqual({
      permitted: true,
      level: 'DETAIL',
      rule: 'CONSENT',
      basis: 'CONSENT',
      evidence: { id: 'c-1', until: endOfJapanDay('2027-03-31') },
    });
  });

  test('opens nothing else: exactly one cell', () => {
    const open = cellsOf(decide(consented, [MOTHER, SON])).filter(({ cell }) => cell.permitted);
    expect(open.map(({ person, sector, category }) => [person, sector, category])).toEqual([
      [MOTHER, ELDER_CARE, Category.CARE_CERT],
    ]);
  });

  test.each<[string, Partial<ConsentFacts>, string]>([
    ['about another person', { subject: SON }, 'NO_BASIS'],
    ['for another category', { rules: [aRule({ categories: [Category.CARE_PLAN] })] }, 'NO_BASIS'],
    ['from another sector', { rules: [aRule({ sourceSectors: [LIVELIHOOD] })] }, 'NO_BASIS'],
    ['to another office', { rules: [aRule({ recipientOffices: [OTHER_OFFICE] })] }, 'NO_BASIS'],
    ['below the tier of the category', { rules: [aRule({ maxTier: Tier.T1 })] }, 'NO_BASIS'],
    ['that begins tomorrow', { validFrom: startOfJapanDay('2026-11-23') }, 'NO_BASIS'],
    ['that was only asked for', { events: [{ at: NOW, state: ConsentState.REQUESTED }] }, 'NO_BASIS'],
    ['that was put off', { events: [{ at: NOW, state: ConsentState.DEFERRED }] }, 'NO_BASIS'],
    ['for another purpose', { purposes: [Purpose.PLAN_MAKING] }, 'PURPOSE_NOT_COVERED'],
    ['for no purpose', { purposes: [] }, 'PURPOSE_NOT_COVERED'],
    ['that was withdrawn', { events: inState(ConsentState.WITHDRAWN) }, 'CONSENT_ENDED'],
    ['that was revoked', { events: inState(ConsentState.REVOKED) }, 'CONSENT_ENDED'],
    ['that was invalidated', { events: inState(ConsentState.INVALIDATED) }, 'CONSENT_ENDED'],
    ['whose end is past', { validUntil: endOfJapanDay('2026-11-21') }, 'CONSENT_ENDED'],
    ['whose beginning is no date', { validFrom: new Date(NaN) }, 'NO_BASIS'],
    ['whose end is no date', { validUntil: new Date(NaN) }, 'CONSENT_ENDED'],
  ])('%s opens nothing', (_, given, reason) => {
    const cell = cellOf(someFacts({ consents: [aConsent(given)] }));
    expect(cell).toEqual({ permitted: false, rule: 'DEFAULT_DENY', reason });
  });

  test('opens again when it is renewed', () => {
    const events = [...inState(ConsentState.WITHDRAWN), { at: NOW, state: ConsentState.RENEWED }];
    expect(cellOf(someFacts({ consents: [aConsent({ events })] })).permitted).toBe(true);
  });

  test('ends at 24:00 in Japan of its last day', () => {
    const at = (now: string) => cellOf({ ...consented, now: new Date(now) });
    expect(at('2027-03-31T23:59:59.999+09:00').permitted).toBe(true);
    expect(at('2027-04-01T00:00:00+09:00')).toMatchObject({ permitted: false, reason: 'CONSENT_ENDED' });
  });

  test('begins at the instant of its validity, not before', () => {
    const at = (now: Date) => cellOf({ ...consented, now }).permitted;
    expect(at(new Date(aConsent().validFrom.getTime() - 1))).toBe(false);
    expect(at(aConsent().validFrom)).toBe(true);
  });

  test('never opens the closed tier, even when it names it with the highest ceiling', () => {
    const rules = [aRule({ categories: [Category.RIGHTS_ADVOCACY], maxTier: Tier.T4 })];
    const facts = someFacts({ consents: [aConsent({ rules })] });
    expect(cellOf(facts, { category: Category.RIGHTS_ADVOCACY })).toMatchObject({
      permitted: false,
      reason: 'CLOSED_TIER',
    });
  });

  test('to an office and a role needs both', () => {
    const rules = [aRule({ recipientRoles: [Role.COORDINATOR] })];
    const as = (viewer = {}) =>
      cellOf(someFacts({ viewer: aViewer(viewer), consents: [aConsent({ rules })] })).permitted;
    expect(as()).toBe(true);
    expect(as({ roles: [Role.PRIVACY_OFFICER] })).toBe(false);
    expect(as({ office: OTHER_OFFICE })).toBe(false);
  });

  test('to a role alone means those of the role who are assigned to the person', () => {
    const consents = [
      aConsent({ rules: [aRule({ recipientOffices: [], recipientRoles: [Role.COORDINATOR] })] }),
    ];
    expect(cellOf(someFacts({ consents })).permitted).toBe(false);
    expect(cellOf(someFacts({ consents, assignments: [anAssignment({ person: SON })] })).permitted).toBe(
      false,
    );
    expect(cellOf(someFacts({ consents, assignments: [anAssignment()] })).permitted).toBe(true);
  });

  test('to a role alone ends with the assignment, when that is sooner', () => {
    const consents = [
      aConsent({ rules: [aRule({ recipientOffices: [], recipientRoles: [Role.COORDINATOR] })] }),
    ];
    expect(cellOf(someFacts({ consents, assignments: [anAssignment({ to: '2026-11-22' })] }))).toMatchObject({
      evidence: { id: 'c-1', until: endOfJapanDay('2026-11-22') },
    });
    expect(cellOf(someFacts({ consents, assignments: [anAssignment({ to: '2028-03-31' })] }))).toMatchObject({
      evidence: { id: 'c-1', until: endOfJapanDay('2027-03-31') },
    });
  });

  test('that names nobody opens to nobody', () => {
    const rules = [aRule({ recipientOffices: [], recipientRoles: [] })];
    expect(
      cellOf(someFacts({ consents: [aConsent({ rules })], assignments: [anAssignment()] })).permitted,
    ).toBe(false);
  });

  test('of two that cover the same for as long, the one with the first id is the evidence', () => {
    const consents = [aConsent({ id: 'c-1' }), aConsent({ id: 'c-2' })];
    for (const order of [consents, consents.toReversed()])
      expect(cellOf(someFacts({ consents: order }))).toMatchObject({ evidence: { id: 'c-1' } });
  });

  test('of two that cover the same, the one that lasts longer is the evidence', () => {
    const consents = [
      aConsent({ id: 'c-1', validUntil: endOfJapanDay('2026-11-22') }),
      aConsent({ id: 'c-2' }),
    ];
    for (const order of [consents, consents.toReversed()])
      expect(cellOf(someFacts({ consents: order }))).toMatchObject({ evidence: { id: 'c-2' } });
  });
});

describe('REFUSAL', () => {
  const refusal = aConsent({ id: 'r-1', events: [{ at: NOW, state: ConsentState.REFUSED }] });
  const denial = aConsent({ id: 'd-1', rules: [aRule({ effect: ConsentEffect.DENY, maxTier: Tier.T1 })] });

  test('closes what another consent opens', () => {
    for (const no of [refusal, denial])
      expect(cellOf(someFacts({ consents: [aConsent(), no] }))).toMatchObject({
        permitted: false,
        rule: 'REFUSAL',
        reason: 'REFUSED',
        evidence: { id: no.id },
      });
  });

  test('closes for every purpose, the one that it was asked for or another', () => {
    const viewer = aViewer({ purpose: Purpose.PLAN_MAKING });
    const consents = [aConsent({ purposes: [Purpose.PLAN_MAKING] })];
    for (const no of [refusal, denial])
      expect(cellOf(someFacts({ viewer, consents: [...consents, no] }))).toMatchObject({ reason: 'REFUSED' });
  });

  test('leaves the duty of the own office untouched', () => {
    const viewer = aViewer({ sector: ELDER_CARE });
    const facts = someFacts({
      viewer,
      consents: [refusal],
      assignments: [anAssignment({ sector: ELDER_CARE })],
    });
    expect(cellOf(facts)).toMatchObject({ permitted: true, rule: 'OWN_OFFICE' });
  });

  test('is not told to those whom it does not name', () => {
    const viewer = aViewer({ office: OTHER_OFFICE });
    expect(cellOf(someFacts({ viewer, consents: [refusal] }))).toEqual(cellOf(someFacts({ viewer })));
  });

  test('outlasts the period of the form that was refused', () => {
    const now = new Date('2029-01-01T10:00:00+09:00');
    expect(cellOf(someFacts({ now, consents: [refusal] }))).toMatchObject({ reason: 'REFUSED' });
  });

  test('as a DENY line begins with its consent', () => {
    const tomorrow = { ...denial, validFrom: startOfJapanDay('2026-11-23') };
    expect(cellOf(someFacts({ consents: [aConsent(), tomorrow] })).permitted).toBe(true);
  });

  test('as a DENY line that has ended leaves no consent to renew', () => {
    const withdrawn = { ...denial, events: inState(ConsentState.WITHDRAWN) };
    expect(cellOf(someFacts({ consents: [withdrawn] }))).toMatchObject({ reason: 'NO_BASIS' });
  });

  test('as a DENY line ends with its consent', () => {
    const withdrawn = { ...denial, events: inState(ConsentState.WITHDRAWN) };
    expect(cellOf(someFacts({ consents: [aConsent(), withdrawn] })).permitted).toBe(true);
  });
});

describe('why nothing permitted', () => {
  test('in the own sector is left to the sector, which knows its own assignments', () => {
    expect(cellOf(someFacts({ viewer: aViewer({ sector: ELDER_CARE }) }))).toMatchObject({
      reason: 'OWN_SECTOR_DECIDES',
    });
  });

  test('in collaboration, which decides itself, is told at once', () => {
    expect(cellOf(someFacts(), { sector: COLLABORATION, category: Category.CONTACT })).toMatchObject({
      reason: 'NO_BASIS',
    });
  });
});

describe('what cannot be read', () => {
  const broken = (part: 'rules' | 'purposes'): ConsentFacts => ({
    ...aConsent({ id: 'c-0' }),
    get [part](): never {
      throw new Error('broken row');
    },
  });

  test('denies every cell of its person, own duty included, and nobody else', () => {
    const consents = [broken('rules'), aConsent({ subject: SON })];
    const decision = decide(someFacts({ consents, assignments: [anAssignment()] }), [MOTHER, SON]);
    for (const { person, cell } of cellsOf(decision))
      if (person === MOTHER) expect(cell).toEqual({ permitted: false, rule: 'FAILED', reason: 'NO_BASIS' });
    expect(decision.get(SON)?.get(ELDER_CARE)?.get(Category.CARE_CERT)).toMatchObject({ permitted: true });
  });

  test('denies only the cells whose rule throws', () => {
    const throwing = new Proxy<Category[]>([], {
      get: () => {
        throw new Error('broken column');
      },
    });
    const denial = aRule({ effect: ConsentEffect.DENY, categories: throwing });
    const facts = someFacts({ consents: [aConsent(), aConsent({ id: 'c-2', rules: [denial] })] });
    expect(cellOf(facts)).toMatchObject({ permitted: false, rule: 'FAILED' });
    expect(cellOf(facts, { person: SON })).toMatchObject({ rule: 'DEFAULT_DENY' });
  });

  test('of an assignment that ends on no date, opens nothing', () => {
    const facts = someFacts({ assignments: [anAssignment({ to: 'someday' })] });
    expect(cellOf(facts, { sector: COLLABORATION, category: Category.CONTACT }).permitted).toBe(false);
  });

  test('of a clock that tells no time, opens nothing', () => {
    const facts = someFacts({ now: new Date(NaN), consents: [aConsent()], assignments: [anAssignment()] });
    expect(cellsOf(decide(facts, [MOTHER])).some(({ cell }) => cell.permitted)).toBe(false);
  });
});

test('a person or a sector called __proto__ or constructor is a name like any other', () => {
  for (const name of ['__proto__', 'constructor']) {
    const person = personId(name);
    const sector = sectorId(name);
    const registry = [...defaultRegistry.slice(0, 1), { ...defaultRegistry[1]!, id: sector }];
    const rules = [aRule({ sourceSectors: [sector], recipientOffices: [CITY_HALL] })];
    const facts = someFacts({ registry, consents: [aConsent({ subject: person, rules })] });
    expect(cellOf(facts, { person, sector }).permitted).toBe(true);
    expect(cellOf(facts, { person: SON, sector }).permitted).toBe(false);
  }
  expect(Object.prototype).not.toHaveProperty('elder-care');
});
