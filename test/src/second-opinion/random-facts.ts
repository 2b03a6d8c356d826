import {
  sessionBases,
  sessionTerms,
  type AssignmentFacts,
  type ConsentFacts,
  type ConsentRuleFacts,
  type Facts,
  type MeasureFacts,
  type SessionFacts,
  type ViewerFacts,
} from '@kasane/disclosure';
import {
  Capacity,
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
  staffId,
  Tier,
  type PersonId,
  type SectorEntry,
} from '@kasane/vocabulary';
import type { Random } from '../random/random.js';
import { few, half, most, mostly, several } from './dice.js';
import { dayInTokyo } from './tokyo.js';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

export const persons = ['mother', 'son', 'grandmother'].map(personId);
const somebody: readonly PersonId[] = [...persons, personId('uncle')];
const offices = ['city-welfare', 'houkatsu', 'kikan'].map(officeCode);
const workers = ['suzuki', 'ito', 'ono'].map(staffId);
const sectors = defaultRegistry.map(({ id }) => id);

/** Some of each tier, and all that a measure hides. */
const used: readonly Category[] = [
  Category.IDENTITY,
  Category.CONTACT,
  Category.HOUSEHOLD,
  Category.NOTES,
  Category.CARE_PLAN,
  Category.SCHOOL,
  Category.HOUSING,
  Category.MEDICAL,
  Category.FINANCE,
  Category.ABUSE,
  Category.CHILD_PROTECTION,
];

const { GIVEN, RENEWED, REFUSED, REQUESTED, DEFERRED, WITHDRAWN, REVOKED, INVALIDATED } = ConsentState;
/** What became of a consent, each word an event. */
const courses: readonly (readonly ConsentState[])[] = [
  [GIVEN],
  [GIVEN],
  [REQUESTED, GIVEN],
  [GIVEN, RENEWED],
  [GIVEN, RENEWED, RENEWED],
  [REFUSED],
  [REFUSED, GIVEN],
  [GIVEN, REFUSED],
  [GIVEN, WITHDRAWN],
  [GIVEN, WITHDRAWN, RENEWED],
  [GIVEN, REVOKED],
  [GIVEN, INVALIDATED],
  [GIVEN, ConsentState.EXPIRED],
  [REQUESTED, DEFERRED],
  [],
];
const { SELF, PARENTAL_AUTHORITY, MINOR_GUARDIAN, ADULT_GUARDIAN } = GrantorRelation;

/** When questions are asked: days on which something turns, and any other. */
const days = [
  '2021-03-31',
  '2021-04-01',
  '2022-02-28',
  '2022-03-01',
  '2026-02-28',
  '2026-03-01',
  '2026-04-01',
  '2026-11-22',
  '2028-02-29',
  '2028-12-31',
];
const hours = ['00:00:00', '00:00:00', '08:59:59.999', '09:00:00', '13:37:00', '23:59:59.999'];
/** Born on 29 February, some of them of age on a day above. */
const leapDays = ['2004-02-29', '2008-02-29'];

/** Everything that a decision may depend on, several of each, with most of it near what is asked: at its very edge or just beside. */
export function randomFacts(random: Random): Facts {
  const now = new Date(`${random.of(days)}T${random.of(hours)}+09:00`);
  const today = Date.parse(`${dayInTokyo(now)}T00:00:00+09:00`);

  /** Of what has begun: mostly now at the latest. */
  const begin = (): Date =>
    new Date(
      random.chance(85)
        ? now.getTime() - random.of([0, 0, 1, SECOND, DAY, 40 * DAY, 40 * DAY, 400 * DAY])
        : now.getTime() + random.of([1, 1, DAY, 40 * DAY]),
    );
  /** Of what ends: mostly after now. */
  const end = (): Date =>
    new Date(
      random.chance(75)
        ? random.of([now.getTime() + random.of([1, SECOND, DAY, 40 * DAY, 400 * DAY]), today + DAY])
        : now.getTime() - random.of([0, 0, 1, DAY]),
    );
  const dayAway = (by: number): string => dayInTokyo(new Date(now.getTime() + by * DAY));
  const firstDay = (): string => dayAway(random.chance(85) ? -random.of([0, 0, 1, 300]) : random.of([1, 30]));
  const lastDay = (): string | undefined =>
    random.chance(40)
      ? undefined
      : dayAway(random.chance(75) ? random.of([0, 0, 1, 300]) : -random.of([1, 30]));

  const times = { random, now, begin, end, firstDay, lastDay };
  const sessions = several(random, 4, (at) => session(times, `${random.of(['k', 'K'])}-${at}`));
  const viewer = randomViewer(random, sessions);
  const near = { ...times, viewer };
  return {
    now,
    viewer,
    registry: registry(random),
    sessions,
    consents: several(random, 7, (at) => consent(near, `c-${at}`)),
    assignments: random.chance(30) ? [] : several(random, 4, (at) => assignment(near, `a-${at}`)),
    emergencies: several(random, 3, (at) => ({
      id: `e-${at}`,
      person: random.of(persons),
      staff: mostly(random, viewer.staffId, workers),
      from: begin(),
      until: end(),
    })),
    measures: random.chance(70) ? [] : several(random, 3, (at) => measure(near, `m-${at}`)),
    conflicts: random.chance(80)
      ? []
      : several(random, 3, (at) => ({
          id: `x-${at}`,
          staff: random.of(workers),
          person: random.of(persons),
        })),
    suspicions: random.chance(60)
      ? []
      : several(random, 3, () => ({ person: random.of(persons), suspect: random.of(somebody) })),
    birthDates: new Map(
      persons.flatMap((person) => {
        const born = birthDate(random, now);
        return born === undefined ? [] : [[person, born] as const];
      }),
    ),
  };
}

interface Times {
  readonly random: Random;
  readonly now: Date;
  readonly begin: () => Date;
  readonly end: () => Date;
  readonly firstDay: () => string;
  readonly lastDay: () => string | undefined;
}
interface Near extends Times {
  readonly viewer: ViewerFacts;
}

/** Collaboration and two more, each with a few categories: small enough that facts speak of them. */
function registry(random: Random): readonly SectorEntry[] {
  const [collaboration, ...others] = defaultRegistry;
  if (collaboration?.id !== COLLABORATION) throw new Error('collaboration is not the first of the registry');
  const one = random.int(others.length);
  const another = (one + 1 + random.int(others.length - 1)) % others.length;
  return [collaboration, others[one]!, others[another]!].map((sector) => ({
    ...sector,
    categories: few(random, used),
  }));
}

function session({ random, begin, end, now }: Times, id: string): SessionFacts {
  return {
    id,
    basis: random.of(sessionBases),
    subjects: most(random, somebody),
    members: Array.from({ length: 1 + random.int(4) }, () => ({
      staff: random.of(workers.slice(0, 2)),
      office: random.of(offices.slice(0, 2)),
      ...(random.chance(85) && { pledgedAt: random.chance(10) ? new Date(now.getTime() + 1) : begin() }),
    })),
    opensAt: begin(),
    closesAt: end(),
    categories: most(random, used),
    justified: half(random, persons),
    approved: most(random, ['release-2', 'release-1']),
  };
}

function randomViewer(random: Random, sessions: readonly SessionFacts[]): ViewerFacts {
  const entered = random.of(sessions);
  const member = random.chance(80) ? random.of(entered.members) : undefined;
  return {
    staffId: member?.staff ?? random.of(workers),
    office: member?.office ?? random.of(offices),
    sector: random.chance(20) ? undefined : random.chance(40) ? COLLABORATION : random.of(sectors),
    capacity: random.chance(60) ? Capacity.CITY_STAFF : random.of(Object.values(Capacity)),
    roles: random.some([Role.COORDINATOR, Role.SECTOR_WORKER, Role.OFFICE_MANAGER, Role.OPERATOR], 30),
    purpose: random.chance(4)
      ? undefined
      : random.chance(50)
        ? sessionTerms[entered.basis].purpose
        : random.of([Purpose.CONSULTATION, Purpose.CONSULTATION, Purpose.CONFERENCE, Purpose.EMERGENCY]),
    conference: random.chance(75) ? entered.id : random.of([undefined, random.of(sessions).id, 'no-such']),
    emergencyReason: random.chance(70) ? '転倒、意識なし' : random.of([undefined, '', ' \u3000\n']),
  };
}

function consent({ random, now, begin, end, viewer }: Near, id: string): ConsentFacts {
  const course = random.of(courses);
  const at = course.map(() => begin()).sort((one, other) => one.getTime() - other.getTime());
  const events = course.map((state, index) => ({
    at: at[index] ?? now,
    state,
    ...(state === RENEWED && random.chance(70) && { until: random.chance(90) ? end() : begin() }),
  }));
  return {
    id,
    subject: random.of(persons),
    grantors: random.of([
      [{ relation: SELF }],
      [{ relation: SELF, person: random.of(somebody) }],
      [{ relation: PARENTAL_AUTHORITY, person: random.of(somebody) }],
      [{ relation: PARENTAL_AUTHORITY, person: random.of(somebody) }, { relation: MINOR_GUARDIAN }],
      [{ relation: MINOR_GUARDIAN, person: random.of(somebody) }],
      [{ relation: PARENTAL_AUTHORITY, person: random.of(somebody) }, { relation: SELF }],
      [{ relation: ADULT_GUARDIAN, person: random.of(somebody) }],
      [{ relation: ADULT_GUARDIAN }],
      [],
    ]),
    purposes:
      viewer.purpose && random.chance(70)
        ? [viewer.purpose, Purpose.ASSESSMENT]
        : half(random, [Purpose.CONSULTATION, Purpose.CONFERENCE, Purpose.ABUSE_RESPONSE]),
    validFrom: begin(),
    validUntil: end(),
    events,
    rules: Array.from({ length: 1 + random.int(3) }, () => line(random, viewer)),
  };
}

const line = (random: Random, viewer: ViewerFacts): ConsentRuleFacts => {
  const byRole = random.chance(30);
  return {
    effect: random.chance(85) ? ConsentEffect.PERMIT : ConsentEffect.DENY,
    categories: most(random, used),
    maxTier: random.of([Tier.T1, Tier.T2, Tier.T2, Tier.T3, Tier.T3, Tier.T4]),
    sourceSectors: most(random, sectors),
    recipientOffices: byRole
      ? []
      : [mostly(random, viewer.office, offices), ...(random.chance(30) ? [random.of(offices)] : [])],
    recipientRoles:
      byRole || random.chance(25)
        ? half(random, [Role.COORDINATOR, Role.SECTOR_WORKER, ...viewer.roles])
        : [],
  };
};

const assignment = ({ random, viewer, firstDay, lastDay }: Near, id: string): AssignmentFacts => ({
  id,
  person: random.of(persons),
  sector: random.of(sectors),
  office: mostly(random, viewer.office, offices),
  staff: random.chance(40) ? undefined : mostly(random, viewer.staffId, workers),
  basicOnly: random.chance(15),
  from: firstDay(),
  to: lastDay(),
});

const measure = ({ random, firstDay, lastDay }: Near, id: string): MeasureFacts => ({
  id,
  person: random.of(persons),
  handlingOffices: half(random, offices),
  restrictedStaff: random.some(workers, 15),
  from: firstDay(),
  to: lastDay(),
});

/** Grown up, a child, of age on this very day or the next, or unknown. */
function birthDate(random: Random, now: Date): string | undefined {
  const eighteenYearsBefore = (by: number): string => {
    const day = dayInTokyo(new Date(now.getTime() + by * DAY));
    // Nobody is born on 29 February of a common year.
    return `${Number(day.slice(0, 4)) - 18}${day.slice(4).replace('-02-29', '-02-28')}`;
  };
  return random.of([
    undefined,
    '1981-05-05',
    '2019-04-02',
    '2019-04-02',
    ...leapDays,
    eighteenYearsBefore(0),
    eighteenYearsBefore(1),
    eighteenYearsBefore(40),
  ]);
}
