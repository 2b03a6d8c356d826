import type { VerifiedViewer } from '@kasane/identity';
import {
  Role,
  type Capacity,
  type Category,
  type HouseholdId,
  type OfficeCode,
  type PersonId,
  type StaffId,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { AgendaKind, AgendaOutcome, ConferenceKind } from './conference-kind.js';
import type { SharedInformation } from './conference-tables.js';

/** A conference with all of its papers. Instants that come out of JSON are text. */
export interface StoredConference {
  readonly id: string;
  readonly kind: ConferenceKind;
  readonly sessionId: string | null;
  readonly caseId: string | null;
  readonly office: OfficeCode;
  readonly convenedBy: StaffId;
  readonly secretariat: StaffId;
  readonly heldAt: Date;
  readonly place: string;
  readonly movedFrom: string | null;
  /** When its session ends or was ended; of a 重層的支援会議 nothing. */
  readonly sessionEnds: Date | null;
  readonly people: readonly { readonly person: PersonId; readonly household: HouseholdId }[];
  readonly agenda: readonly StoredAgendaItem[];
  readonly participants: readonly StoredParticipant[];
  readonly materials: readonly StoredMaterial[];
  readonly minutes: readonly StoredMinutes[];
}

export interface StoredAgendaItem {
  readonly id: string;
  readonly number: number;
  readonly household: HouseholdId;
  readonly kind: AgendaKind;
  readonly topic: string;
  readonly planId: string | null;
  readonly outcome: AgendaOutcome | null;
  readonly result: string | null;
}

/** Somebody on the roster of the session, or invited beside it. */
export interface StoredParticipant {
  readonly key: string;
  readonly staff: StaffId | null;
  readonly office: OfficeCode | null;
  readonly affiliation: string | null;
  readonly name: string;
  readonly capacity: Capacity;
  /** That they accepted the duty of confidentiality in the session. */
  readonly pledgedAt: string | null;
  /** When their attendance was recorded. */
  readonly attendedAt: string | null;
}

export interface StoredMaterial {
  readonly id: string;
  readonly household: HouseholdId;
  readonly source: OfficeCode;
  readonly title: string;
  readonly categories: readonly Category[];
  readonly fields: readonly string[];
  readonly digest: string;
  readonly words: string | null;
  readonly addedAt: string;
  readonly expiresAt: string;
}

export interface StoredRole {
  readonly number: number;
  readonly office: OfficeCode;
  readonly household: HouseholdId;
  readonly persons: readonly PersonId[];
  readonly what: string;
  readonly until: string;
}

export interface StoredMinutes {
  readonly version: number;
  readonly shared: readonly SharedInformation[];
  readonly discussion: string;
  readonly gaps: readonly string[];
  readonly nextOn: string | null;
  readonly writtenBy: StaffId;
  readonly writtenAt: string;
  readonly approvedBy: StaffId | null;
  readonly approvedAt: string | null;
  readonly roles: readonly StoredRole[];
}

/** The most conferences that a list gives. */
export const MAX_CONFERENCES = 100;

/** Conferences in the order of the ids; those that there are. One statement, however many. */
export async function readConferences(
  manager: EntityManager,
  ids: readonly string[],
): Promise<readonly StoredConference[]> {
  const rows = await manager.sql<Row[]>`
    SELECT c.id, c.kind, c.session_id AS "sessionId", c.case_id AS "caseId", c.office_code AS office,
      c.convened_by AS "convenedBy", c.secretariat, c.held_at AS "heldAt", c.place, c.moved_from AS "movedFrom",
      LEAST(s.closes_at, closing.closed_at) AS "sessionEnds",
      (SELECT json_agg(json_build_object('person', p.person_id, 'household', p.household_id) ORDER BY p.household_id, p.person_id)
       FROM conference_person p WHERE p.conference_id = c.id) AS people,
      (SELECT json_agg(json_build_object('id', a.id, 'number', a.number, 'household', a.household_id, 'kind', a.kind,
                                         'topic', a.topic, 'planId', a.plan_id, 'outcome', r.outcome, 'result', r.words)
                       ORDER BY a.number)
       FROM conference_agenda_item a LEFT JOIN conference_agenda_result r ON r.item_id = a.id
       WHERE a.conference_id = c.id) AS agenda,
      (SELECT json_agg(json_build_object('key', seat.key, 'staff', seat.staff, 'office', seat.office,
                                         'affiliation', seat.affiliation, 'name', seat.name, 'capacity', seat.capacity,
                                         'pledgedAt', seat.pledged, 'attendedAt', x.at)
                       ORDER BY seat.invited, seat.key)
       FROM (SELECT m.staff_id || ' ' || m.office_code AS key, m.staff_id AS staff, m.office_code AS office,
                    NULL AS affiliation, m.name, m.capacity, pledge.pledged_at AS pledged, m.added_at AS invited
             FROM session_member m
             LEFT JOIN session_pledge pledge ON pledge.session_id = m.session_id
               AND pledge.staff_id = m.staff_id AND pledge.office_code = m.office_code
             WHERE m.session_id = c.session_id
             UNION ALL
             SELECT g.seat_key, g.staff_id, g.office_code, g.affiliation, g.name, g.capacity, NULL, g.invited_at
             FROM conference_participant g WHERE g.conference_id = c.id) seat
       LEFT JOIN conference_attendance x ON x.conference_id = c.id AND x.seat_key = seat.key) AS participants,
      (SELECT json_agg(json_build_object('id', m.id, 'household', m.household_id, 'source', m.source_office,
                                         'title', m.title, 'categories', m.categories, 'fields', m.fields,
                                         'digest', m.digest, 'words', m.words, 'addedAt', m.added_at,
                                         'expiresAt', m.expires_at)
                       ORDER BY m.added_at, m.id)
       FROM conference_material m WHERE m.conference_id = c.id) AS materials,
      (SELECT json_agg(json_build_object(
                 'version', m.version, 'shared', m.shared, 'discussion', m.discussion, 'gaps', m.gaps,
                 'nextOn', m.next_on, 'writtenBy', m.written_by, 'writtenAt', m.written_at,
                 'approvedBy', ok.approved_by, 'approvedAt', ok.approved_at,
                 'roles', (SELECT json_agg(json_build_object('number', r.number, 'office', r.office_code,
                                    'household', r.household_id, 'persons', r.persons, 'what', r.what, 'until', r.until_on)
                                  ORDER BY r.number)
                           FROM conference_role r
                           WHERE r.conference_id = m.conference_id AND r.version = m.version))
                       ORDER BY m.version)
       FROM conference_minutes m
       LEFT JOIN conference_minutes_approval ok ON ok.conference_id = m.conference_id AND ok.version = m.version
       WHERE m.conference_id = c.id) AS minutes
    FROM unnest(${[...ids]}::varchar[]) WITH ORDINALITY AS asked (id, place)
    JOIN conference c ON c.id = asked.id
    LEFT JOIN statutory_session s ON s.id = c.session_id
    LEFT JOIN session_closing closing ON closing.session_id = s.id
    ORDER BY asked.place`;
  return rows.map(({ people, agenda, participants, materials, minutes, ...row }) => ({
    ...row,
    people: people ?? [],
    agenda: agenda ?? [],
    participants: participants ?? [],
    materials: materials ?? [],
    minutes: (minutes ?? []).map(({ roles, ...version }) => ({ ...version, roles: roles ?? [] })),
  }));
}

/** The conferences that a viewer leads or is invited to, the latest first. */
export async function conferencesOf(
  manager: EntityManager,
  { staffId, office, roles }: VerifiedViewer,
  { now, withPast }: { readonly now: Date; readonly withPast: boolean },
): Promise<readonly string[]> {
  const rows = await manager.sql<{ readonly id: string }[]>`
    SELECT c.id FROM conference c
    WHERE (${withPast}::boolean OR c.held_at > ${now})
      AND ((c.office_code = ${office}
            AND (${staffId} IN (c.convened_by, c.secretariat) OR ${roles.includes(Role.COORDINATOR)}::boolean))
           OR EXISTS (SELECT 1 FROM session_member me WHERE me.session_id = c.session_id
                      AND me.staff_id = ${staffId} AND me.office_code = ${office})
           OR EXISTS (SELECT 1 FROM conference_participant me WHERE me.conference_id = c.id
                      AND me.staff_id = ${staffId} AND me.office_code = ${office}))
    ORDER BY c.held_at DESC, c.id LIMIT ${MAX_CONFERENCES}`;
  return rows.map(({ id }) => id);
}

/** The conferences about these households, the latest first. */
export const conferencesAbout = async (
  manager: EntityManager,
  households: readonly HouseholdId[],
): Promise<readonly { readonly id: string; readonly household: HouseholdId }[]> =>
  manager.sql`
    SELECT c.id, p.household_id AS household FROM conference_person p JOIN conference c ON c.id = p.conference_id
    WHERE p.household_id IN (${() => [...households]})
    GROUP BY c.id, p.household_id ORDER BY max(c.held_at) DESC, c.id`;

/** As the database gives it: an empty list is none. */
type Row = Omit<StoredConference, 'people' | 'agenda' | 'participants' | 'materials' | 'minutes'> & {
  readonly people: StoredConference['people'] | null;
  readonly agenda: StoredConference['agenda'] | null;
  readonly participants: StoredConference['participants'] | null;
  readonly materials: StoredConference['materials'] | null;
  readonly minutes:
    readonly (Omit<StoredMinutes, 'roles'> & { readonly roles: readonly StoredRole[] | null })[] | null;
};
