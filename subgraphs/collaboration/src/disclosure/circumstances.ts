import type {
  ConflictFacts,
  EmergencyFacts,
  Facts,
  MeasureFacts,
  SessionFacts,
  SuspicionFacts,
} from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import { isCalendarDate, japanDate, type PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';

/** What a decision depends on beside consents and duties. */
export type Circumstances = Pick<
  Facts,
  'sessions' | 'emergencies' | 'measures' | 'conflicts' | 'suspicions' | 'birthDates'
> & {
  /** Everybody from whom this viewer is kept, asked for or not: a record of the own sector may speak of them. */
  readonly keptFrom: readonly PersonId[];
};

/** Whom the sessions, emergencies and conflicts are read for. */
export type Who = Pick<VerifiedViewer, 'staffId' | 'office'>;

/**
 * Reads them in one statement, which does the same work whether or not it finds anything: that somebody is protected
 * must not be told by a longer answer. Of sessions those whose member the viewer is, of emergencies and conflicts the
 * viewer's own.
 *
 * What closes counts once it can be read (an end written by a clock that is ahead, a registration); what opens waits
 * for its time (a pledge, the end of a measure or of a conflict).
 */
export async function circumstancesOf(
  manager: EntityManager,
  persons: readonly PersonId[],
  { staffId, office }: Who,
  now: Date,
): Promise<Circumstances> {
  const today = japanDate(now);
  const [found] = await manager.sql<[Found]>`/* prepared */
    WITH asked AS (SELECT unnest(${[...persons]}::varchar[]) AS id)
    SELECT
      (SELECT json_agg(json_build_object(
          'id', s.id, 'basis', s.basis, 'opensAt', s.opens_at, 'closesAt', s.closes_at,
          'closedAt', closing.closed_at, 'categories', s.categories, 'pledgedAt', pledge.pledged_at,
          'subjects', (
            SELECT json_agg(DISTINCT m.person_id) FROM session_household h
            JOIN household_member m ON m.household_id = h.household_id
              AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})
            WHERE h.session_id = s.id AND m.person_id IN (SELECT id FROM asked)),
          'justified', (
            SELECT json_agg(j.person_id) FROM session_justification j
            WHERE j.session_id = s.id AND j.person_id IN (SELECT id FROM asked)),
          'approved', (SELECT json_agg(a.release_id) FROM session_approval a WHERE a.session_id = s.id)))
        FROM session_member me
        JOIN statutory_session s ON s.id = me.session_id AND s.closes_at > ${now}
        LEFT JOIN session_pledge pledge ON pledge.session_id = s.id
          AND pledge.staff_id = me.staff_id AND pledge.office_code = me.office_code
        LEFT JOIN session_closing closing ON closing.session_id = s.id
        WHERE me.staff_id = ${staffId} AND me.office_code = ${office}) AS sessions,
      (SELECT json_agg(json_build_object(
          'id', e.id, 'person', p.person_id, 'from', e.declared_at, 'until', e.until, 'endedAt', x.ended_at))
        FROM emergency e
        JOIN emergency_person p ON p.emergency_id = e.id AND p.person_id IN (SELECT id FROM asked)
        LEFT JOIN emergency_ending x ON x.emergency_id = e.id
        WHERE e.staff_id = ${staffId} AND e.until > ${now}) AS emergencies,
      (SELECT json_agg(json_build_object(
          'id', p.id, 'person', p.person_id, 'handlingOffices', p.handling_offices,
          'restrictedStaff', p.restricted_staff, 'from', p.from_date,
          'to', coalesce((SELECT max(r.to_date) FROM protective_measure_event r WHERE r.measure_id = p.id), p.to_date)))
        FROM protective_measure p
        WHERE p.person_id IN (SELECT id FROM asked)
          AND NOT EXISTS (SELECT 1 FROM protective_measure_event x
                          WHERE x.measure_id = p.id AND x.kind = 'ENDED' AND x.at <= ${now})) AS measures,
      (SELECT json_agg(json_build_object('id', c.id, 'person', c.person_id))
        FROM conflict_of_interest c
        LEFT JOIN conflict_ending x ON x.conflict_id = c.id
        WHERE c.staff_id = ${staffId} AND c.person_id IN (SELECT id FROM asked)
          AND (c.declared_by = c.staff_id OR c.office_code = ${office})
          AND (x.ended_at IS NULL OR x.ended_at > ${now})) AS conflicts,
      (SELECT json_agg(kept.id) FROM (
          SELECT p.person_id AS id FROM protective_measure p
          WHERE p.restricted_staff @> to_jsonb(${staffId}::text) AND p.from_date <= ${today}
            AND coalesce((SELECT max(r.to_date) FROM protective_measure_event r WHERE r.measure_id = p.id), p.to_date) >= ${today}
            AND NOT EXISTS (SELECT 1 FROM protective_measure_event x
                            WHERE x.measure_id = p.id AND x.kind = 'ENDED' AND x.at <= ${now})
          UNION
          SELECT c.person_id FROM conflict_of_interest c
          LEFT JOIN conflict_ending x ON x.conflict_id = c.id
          WHERE c.staff_id = ${staffId} AND (c.declared_by = c.staff_id OR c.office_code = ${office})
            AND (x.ended_at IS NULL OR x.ended_at > ${now})) kept) AS "keptFrom",
      (SELECT json_agg(json_build_object('person', u.person_id, 'suspect', u.suspect_id))
        FROM session_suspect u
        JOIN statutory_session s ON s.id = u.session_id AND s.opens_at <= ${now} AND s.closes_at > ${now}
        LEFT JOIN session_closing closing ON closing.session_id = s.id
        WHERE u.person_id IN (SELECT id FROM asked)
          AND (closing.closed_at IS NULL OR closing.closed_at > ${now})) AS suspicions,
      (SELECT json_agg(json_build_object('id', p.id, 'birthDate', p.birth_date))
        FROM person p
        WHERE p.id IN (SELECT id FROM asked) AND p.birth_date IS NOT NULL) AS "birthDates"`;
  return {
    sessions: (found.sessions ?? []).map(({ pledgedAt, ...session }) => ({
      id: session.id,
      basis: session.basis,
      categories: session.categories,
      subjects: session.subjects ?? [],
      members: [{ staff: staffId, office, pledgedAt: pledgedAt === null ? undefined : new Date(pledgedAt) }],
      justified: session.justified ?? [],
      approved: session.approved ?? [],
      opensAt: new Date(session.opensAt),
      closesAt: endOf(session.closesAt, session.closedAt, now),
    })),
    emergencies: (found.emergencies ?? []).map(({ id, person, from, until, endedAt }) => ({
      id,
      person,
      staff: staffId,
      from: new Date(from),
      until: endOf(until, endedAt, now),
    })),
    measures: found.measures ?? [],
    conflicts: (found.conflicts ?? []).map(({ id, person }) => ({ id, person, staff: staffId })),
    suspicions: found.suspicions ?? [],
    // One that is no date is not known, as if it were absent: it must not deny its person to everybody.
    birthDates: new Map(
      (found.birthDates ?? []).flatMap(({ id, birthDate }) =>
        isCalendarDate(birthDate) ? [[id, birthDate]] : [],
      ),
    ),
    keptFrom: found.keptFrom ?? [],
  };
}

/** The planned end, or the moment it was ended; an end that lies ahead by another clock is now. */
function endOf(planned: string, ended: string | null, now: Date): Date {
  const ends = [new Date(planned), ...(ended === null ? [] : [new Date(ended), now])];
  return ends.reduce((a, b) => (b < a ? b : a));
}

/** As the database gives it: an instant is text, and an empty list is none. */
interface Found {
  readonly sessions:
    | readonly (Omit<
        SessionFacts,
        'members' | 'opensAt' | 'closesAt' | 'subjects' | 'justified' | 'approved'
      > & {
        readonly subjects: readonly PersonId[] | null;
        readonly justified: readonly PersonId[] | null;
        readonly approved: readonly string[] | null;
        readonly opensAt: string;
        readonly closesAt: string;
        readonly closedAt: string | null;
        readonly pledgedAt: string | null;
      })[]
    | null;
  readonly emergencies:
    | readonly (Pick<EmergencyFacts, 'id' | 'person'> & {
        readonly from: string;
        readonly until: string;
        readonly endedAt: string | null;
      })[]
    | null;
  readonly measures: readonly MeasureFacts[] | null;
  readonly conflicts: readonly Pick<ConflictFacts, 'id' | 'person'>[] | null;
  readonly suspicions: readonly SuspicionFacts[] | null;
  readonly keptFrom: readonly PersonId[] | null;
  readonly birthDates: readonly { readonly id: PersonId; readonly birthDate: string }[] | null;
}
