import {
  allCategories,
  Capacity,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  GrantorRelation,
  officeCode,
  personId,
  Purpose,
  Role,
  staffId,
  Tier,
} from '@kasane/vocabulary';
import fc from 'fast-check';
import { sessionBases, sessionTerms } from './bases.js';
import type {
  AssignmentFacts,
  ConflictFacts,
  ConsentFacts,
  ConsentRuleFacts,
  EmergencyFacts,
  Facts,
  MeasureFacts,
  SessionFacts,
  SuspicionFacts,
} from './facts.js';
import { NOW } from './world.fixtures.js';

// Few names, so that consents, refusals, sessions, measures and assignments often meet in the same cell.
export const persons = ['mother', 'son', '__proto__'].map(personId);
export const offices = ['city-hall', 'north', 'south'].map(officeCode);
export const staff = ['suzuki', 'tanaka'].map(staffId);
const sectors = defaultRegistry.map(({ id }) => id);
const purposes = [Purpose.CONSULTATION, Purpose.CONFERENCE, Purpose.ABUSE_RESPONSE, Purpose.EMERGENCY];
const roles = [Role.COORDINATOR, Role.SECTOR_WORKER, Role.OFFICE_MANAGER];
const conferences = ['s-1', 's-2', 's-3'];

export const HOUR = 3_600_000;
export const YEAR = 365 * 24 * HOUR;

export const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const someOf = <T>(values: readonly T[], minLength = 0): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength });
const around = (...milliseconds: readonly number[]): fc.Arbitrary<Date> =>
  oneOf(milliseconds).map((offset) => new Date(NOW.getTime() + offset));
const mostly = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: other });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const id = (letter: string): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 99_999 }).map((n) => `${letter}-${n}`);

const aRule: fc.Arbitrary<ConsentRuleFacts> = fc.record({
  effect: fc.oneof(
    { weight: 4, arbitrary: fc.constant(ConsentEffect.PERMIT) },
    { weight: 1, arbitrary: fc.constant(ConsentEffect.DENY) },
  ),
  categories: someOf(allCategories, 8),
  maxTier: oneOf([Tier.T1, Tier.T3, Tier.T4]),
  sourceSectors: someOf(sectors, 2),
  recipientOffices: someOf(offices),
  recipientRoles: someOf(roles),
});

const someEvents: fc.Arbitrary<ConsentFacts['events']> = mostly<ConsentFacts['events']>(
  [{ at: new Date(NOW.getTime() - YEAR / 2), state: ConsentState.GIVEN }],
  fc
    .array(
      fc.record({
        at: around(-YEAR / 2, -HOUR, -1, 0, 1),
        state: oneOf(Object.values(ConsentState)),
        until: maybe(around(2 * YEAR, 0, -1)),
      }),
      { maxLength: 3 },
    )
    .map((list) => list.sort((a, b) => a.at.getTime() - b.at.getTime())),
);

const someGrantors: fc.Arbitrary<ConsentFacts['grantors']> = mostly<ConsentFacts['grantors']>(
  [{ relation: GrantorRelation.SELF }],
  fc.array(
    fc.record({
      relation: oneOf([
        GrantorRelation.SELF,
        GrantorRelation.PARENTAL_AUTHORITY,
        GrantorRelation.MINOR_GUARDIAN,
        GrantorRelation.ADULT_GUARDIAN,
      ]),
      person: maybe(oneOf(persons)),
    }),
    { maxLength: 2 },
  ),
);

export const anyConsent: fc.Arbitrary<ConsentFacts> = fc.record({
  id: id('c'),
  subject: oneOf(persons),
  grantors: someGrantors,
  purposes: someOf(purposes),
  validFrom: around(-YEAR, -YEAR, -1, 0, 1, HOUR),
  validUntil: around(YEAR, YEAR, HOUR, 1, 0, -1),
  events: someEvents,
  rules: fc.array(aRule, { minLength: 1, maxLength: 3 }),
});

const anAssignment: fc.Arbitrary<AssignmentFacts> = fc.record({
  id: id('a'),
  person: oneOf(persons),
  sector: oneOf(sectors),
  office: oneOf(offices),
  staff: maybe(oneOf(staff)),
  basicOnly: fc.boolean(),
  from: oneOf(['2026-01-01', '2026-11-22', '2026-11-23']),
  to: oneOf([undefined, '2026-11-21', '2026-11-22', '2027-03-31']),
});

export const anySession: fc.Arbitrary<SessionFacts> = fc.record({
  id: oneOf(conferences),
  basis: oneOf(sessionBases),
  subjects: someOf(persons, 1),
  members: fc.array(
    fc.record({
      staff: oneOf(staff),
      office: oneOf(offices),
      pledgedAt: maybe(around(-HOUR, -HOUR, 0, 1)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  opensAt: around(-HOUR, -HOUR, 0, 1),
  closesAt: around(HOUR, HOUR, 1, 0),
  categories: someOf(allCategories, 12),
  justified: someOf(persons),
  approved: someOf(['r-1', 'r-2', 'r-3']),
});

export const anyEmergency: fc.Arbitrary<EmergencyFacts> = fc.record({
  id: id('e'),
  person: oneOf(persons),
  staff: oneOf(staff),
  from: around(-HOUR, -HOUR, 0, 1),
  until: around(HOUR, HOUR, 1, 0),
});

const days = {
  from: ['2026-01-01', '2026-11-22', '2026-11-23'],
  to: ['2026-11-21', '2026-11-22', '2027-03-31'],
};

const aMeasure: fc.Arbitrary<MeasureFacts> = fc.record({
  id: id('m'),
  person: oneOf(persons),
  handlingOffices: someOf(offices),
  restrictedStaff: mostly<MeasureFacts['restrictedStaff']>([], someOf(staff)),
  from: oneOf(days.from),
  to: maybe(oneOf(days.to)),
});

const aConflict: fc.Arbitrary<ConflictFacts> = fc.record({
  id: id('x'),
  staff: oneOf(staff),
  person: oneOf(persons),
});

const aSuspicion: fc.Arbitrary<SuspicionFacts> = fc.record({
  person: oneOf(persons),
  suspect: oneOf(persons),
});

const someBirthDates: fc.Arbitrary<Facts['birthDates']> = fc
  .tuple(...persons.map(() => maybe(oneOf(['1950-02-28', '2008-11-22', '2008-11-23', '2015-05-05']))))
  .map(
    (dates) =>
      new Map(
        persons.flatMap((person, at) => (dates[at] === undefined ? [] : [[person, dates[at]] as const])),
      ),
  );

const byId = { selector: ({ id: name }: { readonly id: string }) => name };

const world: fc.Arbitrary<Facts> = fc.record({
  now: fc.constant(NOW),
  viewer: fc.record({
    staffId: oneOf(staff),
    office: oneOf(offices),
    sector: oneOf([undefined, ...sectors]),
    capacity: mostly<Capacity>(Capacity.CITY_STAFF, oneOf(Object.values(Capacity))),
    roles: someOf(roles, 1),
    purpose: oneOf<Purpose | undefined>([undefined, ...purposes, ...purposes]),
    conference: oneOf([undefined, ...conferences, ...conferences]),
    emergencyReason: oneOf([undefined, ' ', '倒れている恐れ', '倒れている恐れ']),
  }),
  registry: fc.constant(defaultRegistry),
  consents: fc.uniqueArray(anyConsent, { ...byId, maxLength: 12, size: 'max' }),
  assignments: fc.uniqueArray(anAssignment, { ...byId, maxLength: 6, size: 'max' }),
  sessions: fc.uniqueArray(anySession, { ...byId, maxLength: 3, size: 'max' }),
  emergencies: fc.uniqueArray(anyEmergency, { ...byId, maxLength: 3 }),
  measures: mostly<readonly MeasureFacts[]>([], fc.uniqueArray(aMeasure, { ...byId, maxLength: 3 })),
  conflicts: mostly<readonly ConflictFacts[]>([], fc.uniqueArray(aConflict, { ...byId, maxLength: 2 })),
  suspicions: mostly<readonly SuspicionFacts[]>([], fc.array(aSuspicion, { maxLength: 2 })),
  birthDates: someBirthDates,
});

/** Facts of every kind, past, present and future, to the millisecond; often about a viewer who works in a session. */
export const anyWorld: fc.Arbitrary<Facts> = fc
  .tuple(world, fc.boolean())
  .map(([facts, isWorking]) => (isWorking ? inFirstSession(facts) : facts));

function inFirstSession(facts: Facts): Facts {
  const [first, ...rest] = facts.sessions;
  if (!first) return facts;
  const { staffId: who, office } = facts.viewer;
  const seat = { staff: who, office, pledgedAt: NOW };
  return {
    ...facts,
    viewer: { ...facts.viewer, conference: first.id, purpose: sessionTerms[first.basis].purpose },
    sessions: [{ ...first, members: [...first.members, seat] }, ...rest],
  };
}

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });

/** A list in another order, and each thing in it with the named lists of its own in another order. */
function shuffledDeep<T extends object, Lists extends keyof T>(
  list: readonly T[],
  lists: readonly Lists[],
): fc.Arbitrary<T[]> {
  const one = (thing: T): fc.Arbitrary<T> =>
    fc
      .tuple(...lists.map((name) => shuffled(thing[name] as readonly unknown[])))
      .map((ordered) =>
        Object.assign({}, thing, Object.fromEntries(lists.map((name, at) => [name, ordered[at]]))),
      );
  return fc.tuple(...list.map(one)).chain(shuffled);
}

/** The same world with every list in another order; events keep theirs, which is that of time. */
export function shuffledWorld(facts: Facts): fc.Arbitrary<Facts> {
  const rules = (consent: ConsentFacts): fc.Arbitrary<ConsentFacts> =>
    shuffledDeep(consent.rules, ['categories', 'sourceSectors', 'recipientOffices', 'recipientRoles']).map(
      (ordered) => ({ ...consent, rules: ordered }),
    );
  return fc
    .record({
      consents: fc
        .tuple(...facts.consents.map(rules))
        .chain((consents) => shuffledDeep(consents, ['grantors', 'purposes'])),
      assignments: shuffled(facts.assignments),
      sessions: shuffledDeep(facts.sessions, ['subjects', 'members', 'categories', 'justified', 'approved']),
      emergencies: shuffled(facts.emergencies),
      measures: shuffledDeep(facts.measures, ['handlingOffices', 'restrictedStaff']),
      conflicts: shuffled(facts.conflicts),
      suspicions: shuffled(facts.suspicions),
      birthDates: shuffled([...facts.birthDates]).map((dates) => new Map(dates)),
      roles: shuffled(facts.viewer.roles),
    })
    .map(({ roles: ordered, ...lists }) => ({
      ...facts,
      ...lists,
      viewer: { ...facts.viewer, roles: ordered },
    }));
}

/** From 1901 to 2099 the calendar repeats itself after 28 years, leap days and all. */
const CYCLE_DAYS = 28 * 365 + 7;
const earlierDay = (day: string): string =>
  new Date(Date.parse(day) - CYCLE_DAYS * 24 * HOUR).toISOString().slice(0, 10);
const earlier = (at: Date): Date => new Date(at.getTime() - CYCLE_DAYS * 24 * HOUR);

/** The same world 28 years ago, before the hub worked by any legal basis: there nothing can be permitted. */
export function beforeEveryBasis(facts: Facts): Facts {
  const calendar = <T extends { readonly from: string; readonly to?: string | undefined }>(one: T): T => ({
    ...one,
    from: earlierDay(one.from),
    to: one.to === undefined ? undefined : earlierDay(one.to),
  });
  return {
    ...facts,
    now: earlier(facts.now),
    consents: facts.consents.map((consent) => ({
      ...consent,
      validFrom: earlier(consent.validFrom),
      validUntil: earlier(consent.validUntil),
      events: consent.events.map(({ at, until, ...event }) => ({
        ...event,
        at: earlier(at),
        until: until && earlier(until),
      })),
    })),
    assignments: facts.assignments.map(calendar),
    sessions: facts.sessions.map((session) => ({
      ...session,
      opensAt: earlier(session.opensAt),
      closesAt: earlier(session.closesAt),
      members: session.members.map(({ pledgedAt, ...member }) => ({
        ...member,
        pledgedAt: pledgedAt && earlier(pledgedAt),
      })),
    })),
    emergencies: facts.emergencies.map((emergency) => ({
      ...emergency,
      from: earlier(emergency.from),
      until: earlier(emergency.until),
    })),
    measures: facts.measures.map(calendar),
    birthDates: new Map([...facts.birthDates].map(([person, born]) => [person, earlierDay(born)])),
  };
}
