import { legalBases, sessionBases, sessionTerms, type SessionBasis } from '@kasane/disclosure';
import {
  person,
  staff as allStaff,
  type SampleHousehold,
  type SampleStaff,
} from '@kasane/sample-municipality';
import { allCategories, COLLABORATION, japanDate, Purpose } from '@kasane/vocabulary';
import { recordClasses } from '../world/record-classes.js';
import { rowsOf, text, withRows, type Row, type World } from '../world/world.js';
import type { Random } from './random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The session that a random world may hold. */
export const RANDOM_SESSION = 's-random';

/** What a viewer states about themself with each request. */
export interface Entered {
  readonly purpose?: Purpose | undefined;
  readonly conference?: string | undefined;
  readonly emergencyReason?: string | undefined;
}

/**
 * The world with more than consents: a session of this viewer and what was released to it, an emergency that they
 * declared, measures that protect somebody from them or by them, a conflict of interest. And how they ask then.
 */
export function randomCircumstances(
  random: Random,
  world: World,
  viewer: SampleStaff,
  focus: SampleHousehold,
  now: Date,
  purpose: Purpose | undefined,
): { readonly world: World; readonly entered: Entered } {
  let changed = world;
  const add = (table: string, rows: readonly Row[], database: string = COLLABORATION): void => {
    changed = withRows(changed, database, table, [...rowsOf(changed, database, table), ...rows]);
  };
  const at = (offset: number): string => new Date(now.getTime() + offset).toISOString();
  const members = focus.members.map((member) => person(member.person).id as string);
  let entered: Entered = { purpose };

  if (random.chance(35)) {
    const basis: SessionBasis = random.of(sessionBases);
    if (legalBases[basis].length === 0) throw new Error(`${basis} is in no version of the register.`);
    add('statutory_session', [
      {
        id: RANDOM_SESSION,
        basis,
        office_code: random.chance(30) ? viewer.office : random.of(allStaff).office,
        convened_by: random.of(allStaff).staffId,
        convened_at: at(-2 * HOUR),
        opens_at: at(random.chance(90) ? -HOUR : HOUR),
        closes_at: at(random.chance(90) ? 2 * HOUR : -60_000),
        categories: random.some(allCategories, 70),
        why_no_consent: 'a reason',
      },
    ]);
    add('session_household', [{ session_id: RANDOM_SESSION, household_id: focus.id }]);
    const seat = { session_id: RANDOM_SESSION, staff_id: viewer.staffId, office_code: viewer.office };
    if (random.chance(90))
      add('session_member', [
        { ...seat, name: viewer.name, capacity: viewer.capacity, added_by: 'someone', added_at: at(-HOUR) },
      ]);
    if (random.chance(85)) add('session_pledge', [{ ...seat, pledged_at: at(-HOUR) }]);
    add(
      'session_justification',
      random.some(members, 50).map((id) => ({
        session_id: RANDOM_SESSION,
        person_id: id,
        reason: 'a reason',
        recorded_by: 'someone',
        at: at(-HOUR),
      })),
    );
    for (const { sector, recordId, id } of releases(random, world)) {
      add(
        'record_release',
        [
          {
            id,
            session_id: RANDOM_SESSION,
            record_id: recordId,
            released_by: 'someone',
            office_code: viewer.office,
            released_at: at(-HOUR),
            expires_at: at(random.chance(85) ? DAY : -60_000),
            taken_back_at: random.chance(85) ? null : at(-60_000),
          },
        ],
        sector,
      );
      if (random.chance(60))
        add('session_approval', [
          { session_id: RANDOM_SESSION, release_id: id, approved_by: 'someone', at: at(-HOUR) },
        ]);
    }
    entered = {
      purpose: purpose && (random.chance(85) ? sessionTerms[basis].purpose : purpose),
      conference: random.chance(90) ? RANDOM_SESSION : undefined,
    };
  } else if (random.chance(25)) {
    add('emergency', [
      {
        id: 'e-random',
        staff_id: random.chance(85) ? viewer.staffId : random.of(allStaff).staffId,
        office_code: viewer.office,
        capacity: viewer.capacity,
        household_id: focus.id,
        person_id: null,
        reason: 'a reason that is long enough',
        declared_at: at(-HOUR),
        until: at(random.chance(85) ? 2 * HOUR : -60_000),
      },
    ]);
    add(
      'emergency_person',
      random.some(members, 80).map((id) => ({ emergency_id: 'e-random', person_id: id })),
    );
    entered = {
      purpose: purpose && (random.chance(85) ? Purpose.EMERGENCY : purpose),
      emergencyReason: random.chance(90) ? 'いのちの危険がある' : undefined,
    };
  }
  add(
    'protective_measure',
    random.some(members, 15).map((id, index) => ({
      id: `m-random-${index}`,
      person_id: id,
      handling_offices: [random.chance(40) ? viewer.office : random.of(allStaff).office],
      restricted_staff: random.chance(30) ? [viewer.staffId] : [],
      from_date: japanDate(new Date(now.getTime() - 30 * DAY)),
      to_date: japanDate(new Date(now.getTime() + (random.chance(85) ? 300 : -2) * DAY)),
      registered_by: 'someone',
      registered_at_office: 'somewhere',
      registered_at: at(-30 * DAY),
    })),
  );
  add(
    'conflict_of_interest',
    random.some(members, 8).map((id, index) => ({
      id: `x-random-${index}`,
      staff_id: viewer.staffId,
      office_code: viewer.office,
      person_id: id,
      kind: 'RELATIVE',
      declared_by: viewer.staffId,
      declared_at: at(-HOUR),
    })),
  );
  return { world: changed, entered };
}

/** Some records of some sectors, by the names under which they are released. */
const releases = (random: Random, world: World) =>
  Object.entries(recordClasses).flatMap(([sector, classes]) =>
    Object.entries(classes).flatMap(([table, name]) =>
      random.some(rowsOf(world, sector, table), 12).map((row) => ({
        sector,
        recordId: `${name}:${text(row, 'id')}`,
        id: `rel-${sector}-${table}-${text(row, 'id')}`.slice(-64),
      })),
    ),
  );
