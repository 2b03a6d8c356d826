import type { ConsentRuleFacts } from '@kasane/disclosure';
import {
  offices,
  people,
  person,
  staff as allStaff,
  type SampleHousehold,
  type SampleStaff,
} from '@kasane/sample-municipality';
import {
  allCategories,
  COLLABORATION,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  Purpose,
  Role,
  Tier,
} from '@kasane/vocabulary';
import { withRows, type Row, type World } from '../world/world.js';
import type { Random } from './random.js';

const { GIVEN, REFUSED, WITHDRAWN, RENEWED, REQUESTED, INVALIDATED } = ConsentState;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Around now, but far enough from it that nothing begins or ends between two askings. */
const PAST = [-400 * DAY, -DAY, -HOUR, -60_000];
const FUTURE = [HOUR, DAY, 400 * DAY];
/** What became of a consent, each word an event. */
const courses = [
  [GIVEN],
  [GIVEN],
  [GIVEN],
  [REFUSED],
  [GIVEN, WITHDRAWN],
  [REQUESTED],
  [REQUESTED, GIVEN],
  [GIVEN, RENEWED],
  [GIVEN, INVALIDATED],
];
const purposes = Object.values(Purpose);
const sectors = defaultRegistry.map(({ id }) => id);
const officeCodes = [
  ...new Set([...allStaff.map(({ office }) => office), ...offices.map(({ code }) => code)]),
];
const roles = Object.values(Role);
const tiers = Object.values(Tier);

/** The world with other consents, most of a household in focus: some to this viewer, some to others, some that end what another gives. */
export function randomConsents(
  random: Random,
  world: World,
  viewer: SampleStaff,
  focus: SampleHousehold,
  now: Date,
): World {
  const members = focus.members.map((member) => person(member.person));
  const subjects = [...random.some(members, 80), ...random.some(people, 20)].map(({ id }) => id as string);
  const records = subjects.flatMap((subject) =>
    Array.from({ length: 1 + random.int(2) }, () => randomConsent(random, subject, viewer, now)),
  );
  const consents = records.map(({ consent }, at) => ({ ...consent, id: `random-${at}` }));
  const events = records.flatMap((record, at) =>
    record.events.map((event) => ({ ...event, consent_id: `random-${at}` })),
  );
  return withRows(
    withRows(world, COLLABORATION, 'consent', consents),
    COLLABORATION,
    'consent_event',
    events,
  );
}

/** One consent of one person, as two kinds of rows; its id is the caller's to give. */
export function randomConsent(
  random: Random,
  subject: string,
  viewer: SampleStaff,
  now: Date,
): { readonly consent: Row; readonly events: readonly Row[] } {
  const at = (offset: number): string => new Date(now.getTime() + offset).toISOString();
  const course = random.of(courses);
  const begun = random.chance(85) ? random.of(PAST) : random.of(FUTURE);
  return {
    consent: {
      schema_version: '27560-1',
      subject_id: subject,
      grantors: [{ name: '本人', relation: 'SELF', person: null }],
      notice_id: 'notice',
      notice_version: '1',
      notice_language: 'ja',
      purposes: random.chance(70) ? purposes : random.some(purposes, 50),
      rules: Array.from({ length: 1 + random.int(2) }, () => randomRule(random, viewer)),
      valid_from: at(begun),
      valid_until: at(random.chance(85) ? random.of(FUTURE) : random.of(PAST)),
      supersedes_id: null,
    },
    events: course.map((state, index) => ({
      seq: index + 1,
      at: at((random.chance(90) ? random.of(PAST) : random.of(FUTURE)) + index * 1_000),
      state,
      expression: 'WRITTEN',
      expressed_by: '本人',
      recorded_by: 'someone',
      witnesses: [],
    })),
  };
}

const randomRule = (random: Random, viewer: SampleStaff): ConsentRuleFacts => ({
  effect: random.chance(80) ? ConsentEffect.PERMIT : ConsentEffect.DENY,
  categories: random.chance(60) ? allCategories : random.some(allCategories, 50),
  maxTier: random.chance(70) ? Tier.T3 : random.of(tiers),
  sourceSectors: random.chance(50) ? sectors : random.some(sectors, 50),
  recipientOffices: random.chance(70) ? [viewer.office] : random.chance(70) ? [random.of(officeCodes)] : [],
  recipientRoles: random.chance(60) ? [] : random.chance(60) ? viewer.roles : [random.of(roles)],
});
