import { describe, expect, test } from '@jest/globals';
import {
  Category,
  COLLABORATION,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  endOfJapanDay,
  GrantorRelation,
  personId,
  Purpose,
  Role,
  sectorId,
  staffId,
  startOfJapanDay,
  Tier,
  tierOf,
} from '@kasane/vocabulary';
import { Basis } from './bases.js';
import { decide, FAILED } from './decide.js';
import { noFacts, type ConsentFacts, type Facts } from './facts.js';
import { maskedCategories } from './rules.js';
import {
  aConflict,
  aConsent,
  aMeasure,
  anAssignment,
  anEmergency,
  aRule,
  aSession,
  aViewer,
  cellOf,
  cellsOf,
  CITY_HALL,
  ELDER_CARE,
  inConference,
  inEmergency,
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

test('of nobody is anything known where nothing was added', () => {
  expect(noFacts).toEqual({
    consents: [],
    assignments: [],
    sessions: [],
    emergencies: [],
    measures: [],
    conflicts: [],
    suspicions: [],
    birthDates: new Map(),
  });
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
      expect(cell).toEqual({
        permitted: false,
        rule: 'NO_PURPOSE',
        reason: 'PURPOSE_MISSING',
        evidence: { id: 'hub-purpose', until: undefined },
        barred: true,
      });
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

  test('of assignments that last as long points at the lowest id, in whatever order they come', () => {
    for (const to of [undefined, '2026-11-30']) {
      const assignments = ['a-2', 'a-1', 'a-3'].map((id) => anAssignment({ id, to }));
      for (const order of [assignments, assignments.toReversed()])
        expect(cellOf(someFacts({ assignments: order }), own)).toMatchObject({ evidence: { id: 'a-1' } });
    }
  });

  test('is not cut short by a consent to the same', () => {
    const rules = [aRule({ categories: [Category.CONTACT], sourceSectors: [COLLABORATION] })];
    const facts = someFacts({ assignments: [anAssignment()], consents: [aConsent({ rules })] });
    expect(cellOf(facts, own)).toStrictEqual({
      permitted: true,
      level: 'DETAIL',
      rule: 'OWN_OFFICE',
      basis: 'OWN_DUTY',
      evidence: { id: 'a-1', until: undefined },
    });
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

  test('within one form points at the line that holds longest', () => {
    const byRole = aRule({ recipientOffices: [], recipientRoles: [Role.COORDINATOR] });
    const assignments = [anAssignment({ to: '2026-11-30' })];
    for (const rules of [
      [byRole, aRule()],
      [aRule(), byRole],
    ])
      expect(cellOf(someFacts({ consents: [aConsent({ rules })], assignments }))).toMatchObject({
        evidence: { id: 'c-1', until: endOfJapanDay('2027-03-31') },
      });
  });
});

describe('of several consents', () => {
  const june = [{ at: startOfJapanDay('2026-06-01'), state: ConsentState.GIVEN }];
  const older = aConsent({ id: 'c-9' });
  const newer = (given: Partial<ConsentFacts> = {}) => aConsent({ id: 'c-1', events: june, ...given });
  const narrow = { rules: [aRule({ maxTier: Tier.T1 })] };
  const inAnyOrder = (consents: readonly ConsentFacts[], given: Partial<Facts> = {}) => {
    const cell = cellOf(someFacts({ ...given, consents }));
    expect(cellOf(someFacts({ ...given, consents: consents.toReversed() }))).toEqual(cell);
    return cell;
  };

  test('the newest is the evidence, whichever lasts longer', () => {
    const short = { validUntil: endOfJapanDay('2026-11-30') };
    expect(inAnyOrder([older, newer(short)])).toMatchObject({
      evidence: { id: 'c-1', until: endOfJapanDay('2026-11-30') },
    });
    expect(inAnyOrder([{ ...older, ...short }, newer()])).toMatchObject({ evidence: { id: 'c-1' } });
  });

  test('the newest decides alone, and closes what it no longer covers', () => {
    expect(inAnyOrder([older, newer(narrow)])).toEqual({
      permitted: false,
      rule: 'DEFAULT_DENY',
      reason: 'NO_BASIS',
    });
  });

  test('one that was given later in its life is newer by that', () => {
    const renewed = {
      ...older,
      events: [...older.events, { at: startOfJapanDay('2026-07-01'), state: ConsentState.RENEWED }],
    };
    expect(inAnyOrder([renewed, newer(narrow)])).toMatchObject({ evidence: { id: 'c-9' } });
  });

  test('one that will be given later is not newer yet', () => {
    const tomorrow = { at: startOfJapanDay('2026-11-23'), state: ConsentState.RENEWED };
    expect(inAnyOrder([{ ...older, events: [...older.events, tomorrow] }, newer(narrow)]).permitted).toBe(
      false,
    );
  });

  test('one that ended by time stands above the older, one that was withdrawn gives it back', () => {
    expect(inAnyOrder([older, newer({ validUntil: endOfJapanDay('2026-11-21') })])).toMatchObject({
      permitted: false,
      reason: 'CONSENT_ENDED',
    });
    const withdrawn = newer({ events: [...june, { at: NOW, state: ConsentState.WITHDRAWN }] });
    expect(inAnyOrder([older, withdrawn])).toMatchObject({ evidence: { id: 'c-9' } });
  });

  test('a no that ended by time stands above the older for every purpose, and below the newer', () => {
    const no = {
      rules: [aRule({ effect: ConsentEffect.DENY, maxTier: Tier.T1 })],
      purposes: [Purpose.PLAN_MAKING],
      validUntil: endOfJapanDay('2026-11-21'),
    };
    expect(inAnyOrder([older, newer(no)])).toEqual({
      permitted: false,
      rule: 'DEFAULT_DENY',
      reason: 'NO_BASIS',
    });
    expect(inAnyOrder([{ ...older, ...no }, newer()])).toMatchObject({ evidence: { id: 'c-1' } });
  });

  test('signed at once all must cover it, and the one that ends first is the evidence', () => {
    const first = aConsent({ id: 'c-2', validUntil: endOfJapanDay('2026-11-30') });
    expect(inAnyOrder([first, aConsent(), aConsent({ id: 'c-3' })])).toMatchObject({
      evidence: { id: 'c-2', until: endOfJapanDay('2026-11-30') },
    });
    expect(inAnyOrder([aConsent({ id: 'c-2' }), aConsent()])).toMatchObject({ evidence: { id: 'c-1' } });
    expect(inAnyOrder([aConsent(), aConsent({ id: 'c-2', ...narrow })]).permitted).toBe(false);
  });

  test('that were never given at all, none opens', () => {
    const never = { events: [{ at: NOW, state: ConsentState.EXPIRED }] };
    expect(inAnyOrder([aConsent(never), aConsent({ id: 'c-2', ...never })]).permitted).toBe(false);
    // Nor is one newer than what was given.
    expect(inAnyOrder([aConsent(never), aConsent({ id: 'c-2' })])).toMatchObject({ evidence: { id: 'c-2' } });
  });

  test('one for another purpose that has ended is told as ended', () => {
    const plan = { purposes: [Purpose.PLAN_MAKING], validUntil: endOfJapanDay('2026-11-21') };
    expect(cellOf(someFacts({ consents: [aConsent(plan)] }))).toMatchObject({ reason: 'CONSENT_ENDED' });
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

describe('a session', () => {
  const facts = (given: Partial<Facts> = {}) =>
    someFacts({ viewer: inConference(), sessions: [aSession()], ...given });

  test('opens what its terms say, until it closes, and names itself for the released records', () => {
    expect(cellOf(facts())).toEqual({
      permitted: true,
      level: 'SUMMARY',
      rule: 'SUPPORT_CONFERENCE',
      basis: 'SWA_106_6',
      evidence: { id: 's-1', until: aSession().closesAt },
      released: { session: 's-1' },
    });
  });

  test('leaves out what it releases where its terms release nothing of that tier', () => {
    const open = cellsOf(decide(facts({ sessions: [aSession({ basis: Basis.SNSA_9 })] }), [MOTHER]));
    for (const { cell } of open) if (cell.permitted) expect(cell.released).toEqual({ session: 's-1' });
  });

  test('opens nothing of the closed tier by level, and lists what was approved in one order', () => {
    const category = Category.RIGHTS_ADVOCACY;
    const approving = (...approved: string[]) =>
      cellOf(facts({ sessions: [aSession({ categories: [category], approved })] }), { category });
    expect(approving('r-2', 'r-1')).toMatchObject({
      level: 'NONE',
      released: { session: 's-1', approved: ['r-1', 'r-2'] },
    });
    expect(approving()).toMatchObject({ level: 'NONE', released: { session: 's-1', approved: [] } });
  });

  test('opens exactly the basic data and the categories that it named, of its subjects', () => {
    const open = cellsOf(decide(facts(), [MOTHER, SON])).filter(({ cell }) => cell.permitted);
    expect(open.every(({ person }) => person === MOTHER)).toBe(true);
    expect(new Set(open.map(({ category }) => category))).toEqual(
      new Set([
        Category.IDENTITY,
        Category.CONTACT,
        Category.HOUSEHOLD,
        Category.LANGUAGE_NEEDS,
        Category.INVOLVEMENT,
        Category.CONSENT,
        Category.CARE_CERT,
      ]),
    );
  });

  test('gives way to a consent that opens more, and its releases stay; both hold until the first ends', () => {
    const long = aConsent({ purposes: [Purpose.CONFERENCE] });
    const short = aConsent({ ...long, validUntil: new Date('2026-11-22T11:00:00+09:00') });
    const by = (consent: ConsentFacts) => cellOf(facts({ consents: [consent] }));
    expect(by(long)).toEqual({
      permitted: true,
      level: 'DETAIL',
      rule: 'CONSENT',
      basis: 'CONSENT',
      evidence: { id: 'c-1', until: aSession().closesAt },
      released: { session: 's-1' },
    });
    expect(by(short)).toMatchObject({ evidence: { until: short.validUntil } });
  });

  test('gives way to the own duty, whose assignment has no end of its own', () => {
    const cell = cellOf(facts({ assignments: [anAssignment()] }), {
      sector: COLLABORATION,
      category: Category.CONTACT,
    });
    expect(cell).toMatchObject({
      rule: 'OWN_OFFICE',
      level: 'DETAIL',
      evidence: { id: 'a-1', until: aSession().closesAt },
      released: { session: 's-1' },
    });
  });

  test('that the viewer works in is told apart from another of the same name', () => {
    const viewer = inConference({ conference: 's-2' });
    expect(cellOf(facts({ viewer }))).toMatchObject({ reason: 'CONFERENCE_NOT_ENTERED' });
  });

  test('is told of in the order of their names: to be entered, or to be pledged for first', () => {
    const [{ staff, office }] = [aSession().members[0]!];
    const open = aSession({ id: 's-2', members: [{ staff, office }] });
    const sessions = [aSession(), open];
    for (const order of [sessions, sessions.toReversed()])
      expect(cellOf(facts({ viewer: aViewer(), sessions: order }))).toMatchObject({
        reason: 'CONFERENCE_NOT_ENTERED',
      });
  });

  test('that would open nothing more is not told of', () => {
    const sessions = [aSession({ basis: Basis.SNSA_9, categories: [Category.RIGHTS_ADVOCACY] })];
    expect(
      cellOf(facts({ viewer: aViewer(), sessions }), { category: Category.RIGHTS_ADVOCACY }),
    ).toMatchObject({
      reason: 'CLOSED_TIER',
    });
    expect(cellOf(facts({ viewer: aViewer(), sessions }))).toMatchObject({ reason: 'NO_BASIS' });
  });
});

describe('EMERGENCY', () => {
  test('opens everything but the closed tier, and says until when', () => {
    const facts = someFacts({ viewer: inEmergency(), emergencies: [anEmergency()] });
    for (const { category, cell } of cellsOf(decide(facts, [MOTHER])))
      if (tierOf(category) === Tier.T4) expect(cell).toMatchObject({ reason: 'CLOSED_TIER' });
      else
        expect(cell).toEqual({
          permitted: true,
          level: 'DETAIL',
          rule: 'EMERGENCY',
          basis: 'LIFE_SAFETY',
          evidence: { id: 'e-1', until: anEmergency().until },
        });
  });

  test('points at the declaration that lasts longest, in whatever order they come', () => {
    const longer = anEmergency({ id: 'e-2', until: new Date('2026-11-22T13:00:00+09:00') });
    const emergencies = [anEmergency(), longer];
    for (const order of [emergencies, emergencies.toReversed()])
      expect(cellOf(someFacts({ viewer: inEmergency(), emergencies: order }))).toMatchObject({
        evidence: { id: 'e-2', until: longer.until },
      });
  });
});

describe('a restriction', () => {
  const everything = (given: Partial<Facts>): Facts =>
    someFacts({
      consents: [
        aConsent({
          rules: [
            aRule({
              categories: defaultRegistry.flatMap(({ categories }) => categories),
              sourceSectors: defaultRegistry.map(({ id }) => id),
            }),
          ],
        }),
      ],
      ...given,
    });

  test('of a measure closes where somebody is and with whom, in every sector, and nothing else', () => {
    const before = cellsOf(decide(everything({}), [MOTHER, SON]));
    cellsOf(decide(everything({ measures: [aMeasure()] }), [MOTHER, SON])).forEach((after, at) => {
      if (after.person === MOTHER && maskedCategories.includes(after.category))
        expect(after.cell).toEqual({
          permitted: false,
          rule: 'DEFAULT_DENY',
          reason: 'NO_BASIS',
          silent: 'PROTECTED',
          barred: true,
        });
      else expect(after).toEqual(before[at]);
    });
    expect(maskedCategories).toEqual(['CONTACT', 'HOUSEHOLD', 'HOUSING', 'SCHOOL']);
  });

  test('of the other party closes everything, and is told in no other words than the mask', () => {
    const measures = [aMeasure({ restrictedStaff: [staffId('suzuki')] })];
    for (const { category, cell } of cellsOf(decide(everything({ measures }), [MOTHER])))
      expect(cell).toEqual({
        permitted: false,
        rule: 'DEFAULT_DENY',
        reason: tierOf(category) === Tier.T4 ? 'CLOSED_TIER' : 'NO_BASIS',
        silent: 'RESTRICTED_PARTY',
        barred: true,
      });
  });

  test('of a conflict closes everything and is told, with its record', () => {
    const conflicts = [aConflict({ id: 'x-2' }), aConflict()];
    for (const order of [conflicts, conflicts.toReversed()])
      for (const { cell } of cellsOf(decide(everything({ conflicts: order }), [MOTHER])))
        expect(cell).toEqual({
          permitted: false,
          rule: 'CONFLICT_OF_INTEREST',
          reason: 'CONFLICT_OF_INTEREST',
          evidence: { id: 'x-1', until: undefined },
          barred: true,
        });
  });

  test('of a colleague, or about somebody else, closes nothing', () => {
    const given = {
      conflicts: [aConflict({ staff: staffId('tanaka') }), aConflict({ id: 'x-2', person: SON })],
      measures: [aMeasure({ person: SON, restrictedStaff: [staffId('suzuki')] })],
    };
    const about = (facts: Facts) => [...decide(facts, [MOTHER]).values()];
    expect(about(everything(given))).toEqual(about(everything({})));
  });

  test('leaves a refusal unbarred: it closes consents, not the own duty', () => {
    const refusal = aConsent({ events: [{ at: NOW, state: ConsentState.REFUSED }] });
    expect(cellOf(someFacts({ consents: [refusal] }))).not.toHaveProperty('barred');
    expect(cellOf(someFacts())).not.toHaveProperty('barred');
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
  // Barred: what could not be decided is not left to the sector either.
  const failed = { permitted: false, rule: FAILED, reason: 'NO_BASIS', barred: true };
  const broken = (part: 'rules' | 'purposes'): ConsentFacts => ({
    ...aConsent({ id: 'c-0' }),
    get [part](): never {
      throw new Error('broken row');
    },
  });

  test('denies every cell of its person, own duty included, and nobody else', () => {
    const consents = [broken('rules'), aConsent({ subject: SON })];
    const decision = decide(someFacts({ consents, assignments: [anAssignment()] }), [MOTHER, SON]);
    for (const { person, cell } of cellsOf(decision)) if (person === MOTHER) expect(cell).toEqual(failed);
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
    for (const given of [{}, { consents: [aConsent()], assignments: [anAssignment()] }]) {
      const facts = someFacts({ now: new Date(NaN), ...given });
      for (const { cell } of cellsOf(decide(facts, [MOTHER]))) expect(cell).toEqual(failed);
    }
  });

  test('of a birth date that is none, denies the child', () => {
    const signed = aConsent({ grantors: [{ relation: GrantorRelation.PARENTAL_AUTHORITY }] });
    const facts = someFacts({ consents: [signed], birthDates: new Map([[MOTHER, '2012-02-30']]) });
    expect(cellOf(facts)).toEqual(failed);
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
