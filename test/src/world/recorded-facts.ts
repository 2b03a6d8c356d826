import { isGiven, type ConsentFacts, type Facts, type ViewerFacts } from '@kasane/disclosure';
import { COLLABORATION, japanDate, type PersonId } from '@kasane/vocabulary';
import { rowsOf, text, type Row, type World } from './world.js';

/** What collaboration has on record, as a decision sees it; found from the rows themselves and not by asking the hub. */

export function consentsOf(world: World, now: Date): readonly ConsentFacts[] {
  const events = [...rowsOf(world, COLLABORATION, 'consent_event')].sort(
    (a, b) => Number(a['seq']) - Number(b['seq']),
  );
  return rowsOf(world, COLLABORATION, 'consent').map((row) => ({
    id: text(row, 'id'),
    subject: person(row, 'subject_id'),
    grantors: (row['grantors'] as readonly StoredGrantor[]).map(({ relation, person: of }) => ({
      relation,
      person: of ?? undefined,
    })),
    purposes: row['purposes'] as ConsentFacts['purposes'],
    rules: row['rules'] as ConsentFacts['rules'],
    validFrom: instant(row, 'valid_from'),
    validUntil: instant(row, 'valid_until'),
    events: events
      .filter((event) => event['consent_id'] === row['id'])
      .map((event) => {
        const at = instant(event, 'at');
        const state = event['state'] as ConsentFacts['events'][number]['state'];
        return {
          // What closes counts at once, even when the clock that wrote it was ahead.
          at: at > now && !isGiven(state) ? now : at,
          state,
          until: isSet(event, 'valid_until') ? instant(event, 'valid_until') : undefined,
        };
      }),
  }));
}

interface StoredGrantor {
  readonly relation: ConsentFacts['grantors'][number]['relation'];
  readonly person?: PersonId | null;
}

type Circumstances = Pick<
  Facts,
  'sessions' | 'emergencies' | 'measures' | 'conflicts' | 'suspicions' | 'birthDates'
>;

/** Sessions, emergencies, measures, conflicts and suspicions. */
export function circumstancesOf(world: World, viewer: ViewerFacts, now: Date): Circumstances {
  const hub = (table: string): readonly Row[] => rowsOf(world, COLLABORATION, table);
  const isOwnSeat = (row: Row): boolean =>
    row['staff_id'] === viewer.staffId && row['office_code'] === viewer.office;
  const of = (table: string, session: string): readonly Row[] =>
    hub(table).filter((row) => row['session_id'] === session);
  const today = japanDate(now);
  const livesIn = (households: readonly unknown[]): readonly PersonId[] =>
    hub('household_member')
      .filter(
        (row) =>
          households.includes(row['household_id']) &&
          text(row, 'from_date') <= today &&
          (!isSet(row, 'to_date') || text(row, 'to_date') >= today),
      )
      .map((row) => person(row, 'person_id'));
  const closed = (session: string): readonly Date[] =>
    of('session_closing', session).map((row) => earlier(instant(row, 'closed_at'), now));

  return {
    sessions: hub('statutory_session')
      .filter(({ id }) => of('session_member', String(id)).some(isOwnSeat))
      .map((row) => {
        const id = text(row, 'id');
        const pledge = of('session_pledge', id).find(isOwnSeat);
        return {
          id,
          basis: row['basis'] as Facts['sessions'][number]['basis'],
          subjects: livesIn(of('session_household', id).map((each) => each['household_id'])),
          members: [
            {
              staff: viewer.staffId,
              office: viewer.office,
              pledgedAt: pledge && instant(pledge, 'pledged_at'),
            },
          ],
          opensAt: instant(row, 'opens_at'),
          closesAt: closed(id).reduce(earlier, instant(row, 'closes_at')),
          categories: row['categories'] as Facts['sessions'][number]['categories'],
          justified: of('session_justification', id).map((each) => person(each, 'person_id')),
          approved: of('session_approval', id).map((each) => text(each, 'release_id')),
        };
      }),
    emergencies: hub('emergency_person').flatMap((row) => {
      const emergency = hub('emergency').find(({ id }) => id === row['emergency_id']);
      if (emergency?.['staff_id'] !== viewer.staffId) return [];
      const ended = hub('emergency_ending').filter((each) => each['emergency_id'] === emergency['id']);
      return [
        {
          id: text(emergency, 'id'),
          person: person(row, 'person_id'),
          staff: viewer.staffId,
          from: instant(emergency, 'declared_at'),
          until: ended
            .map((each) => earlier(instant(each, 'ended_at'), now))
            .reduce(earlier, instant(emergency, 'until')),
        },
      ];
    }),
    measures: hub('protective_measure').flatMap((row) => {
      const events = hub('protective_measure_event').filter((event) => event['measure_id'] === row['id']);
      if (events.some((event) => event['kind'] === 'ENDED' && instant(event, 'at') <= now)) return [];
      const ends = [row, ...events].flatMap((each) =>
        isSet(each, 'to_date') ? [text(each, 'to_date')] : [],
      );
      return [
        {
          id: text(row, 'id'),
          person: person(row, 'person_id'),
          handlingOffices: row['handling_offices'] as Facts['measures'][number]['handlingOffices'],
          restrictedStaff: row['restricted_staff'] as Facts['measures'][number]['restrictedStaff'],
          from: text(row, 'from_date'),
          to: ends.sort().at(-1),
        },
      ];
    }),
    conflicts: hub('conflict_of_interest')
      .filter(
        (row) =>
          row['staff_id'] === viewer.staffId &&
          (row['declared_by'] === row['staff_id'] || row['office_code'] === viewer.office) &&
          !hub('conflict_ending').some(
            (ending) => ending['conflict_id'] === row['id'] && instant(ending, 'ended_at') <= now,
          ),
      )
      .map((row) => ({ id: text(row, 'id'), staff: viewer.staffId, person: person(row, 'person_id') })),
    suspicions: hub('session_suspect')
      .filter((row) =>
        hub('statutory_session').some(
          (session) =>
            session['id'] === row['session_id'] &&
            instant(session, 'opens_at') <= now &&
            now < instant(session, 'closes_at') &&
            closed(text(session, 'id')).length === 0,
        ),
      )
      .map((row) => ({ person: person(row, 'person_id'), suspect: person(row, 'suspect_id') })),
    birthDates: new Map(
      hub('person')
        .filter((row) => isSet(row, 'birth_date'))
        .map((row) => [person(row, 'id'), text(row, 'birth_date')]),
    ),
  };
}

const isSet = (row: Row, column: string): boolean => row[column] !== null && row[column] !== undefined;
const person = (row: Row, column: string): PersonId => text(row, column) as PersonId;
const instant = (row: Row, column: string): Date => new Date(text(row, column));
const earlier = (a: Date, b: Date): Date => (b < a ? b : a);
