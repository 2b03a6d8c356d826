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
import type { SessionBasis } from './session-basis.js';

/** A session with all that belongs to it. */
export interface StoredSession {
  readonly id: string;
  readonly basis: SessionBasis;
  readonly office: OfficeCode;
  readonly convenedBy: StaffId;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** When it was closed before its time. */
  readonly closedAt: Date | null;
  readonly categories: readonly Category[];
  readonly whyNoConsent: string;
  readonly households: readonly HouseholdId[];
  readonly members: readonly StoredMember[];
  readonly justifications: readonly StoredJustification[];
  readonly approvals: readonly StoredApproval[];
}

export interface StoredMember {
  readonly staff: StaffId;
  readonly office: OfficeCode;
  readonly name: string;
  readonly capacity: Capacity;
  readonly pledgedAt: Date | null;
}

export interface StoredJustification {
  readonly person: PersonId;
  readonly reason: string;
  readonly by: StaffId;
  readonly at: Date;
}

export interface StoredApproval {
  readonly release: string;
  readonly by: StaffId;
  readonly at: Date;
}

/** The most sessions that a list gives. */
const MAX_SESSIONS = 100;

/** One session, whoever asks; none when there is none of that id. */
export async function findSession(manager: EntityManager, id: string): Promise<StoredSession | undefined> {
  const [row] = await readSessions(manager, [id]);
  return row;
}

/** The sessions that a viewer may know of, the newest first. */
export async function findSessionsOf(
  manager: EntityManager,
  { staffId, office, roles }: VerifiedViewer,
  { now, withOver }: { readonly now: Date; readonly withOver: boolean },
): Promise<readonly StoredSession[]> {
  const rows = await manager.sql<{ readonly id: string }[]>`
    SELECT s.id FROM statutory_session s
    LEFT JOIN session_closing closing ON closing.session_id = s.id
    WHERE (${withOver}::boolean OR (s.closes_at > ${now} AND closing.session_id IS NULL))
      AND ((s.office_code = ${office} AND (s.convened_by = ${staffId} OR ${roles.includes(Role.COORDINATOR)}::boolean))
           OR EXISTS (SELECT 1 FROM session_member me
                      WHERE me.session_id = s.id AND me.staff_id = ${staffId} AND me.office_code = ${office}))
    ORDER BY s.opens_at DESC, s.id LIMIT ${MAX_SESSIONS}`;
  return readSessions(
    manager,
    rows.map(({ id }) => id),
  );
}

/** In the order of the ids. */
async function readSessions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<readonly StoredSession[]> {
  const rows = await manager.sql<Row[]>`
    SELECT s.id, s.basis, s.office_code AS office, s.convened_by AS "convenedBy", s.opens_at AS "opensAt",
           s.closes_at AS "closesAt", closing.closed_at AS "closedAt", s.categories, s.why_no_consent AS "whyNoConsent",
      (SELECT json_agg(h.household_id ORDER BY h.household_id)
       FROM session_household h WHERE h.session_id = s.id) AS households,
      (SELECT json_agg(json_build_object('staff', m.staff_id, 'office', m.office_code, 'name', m.name,
                                         'capacity', m.capacity, 'pledgedAt', p.pledged_at)
                       ORDER BY m.added_at, m.office_code, m.staff_id)
       FROM session_member m
       LEFT JOIN session_pledge p
         ON p.session_id = m.session_id AND p.staff_id = m.staff_id AND p.office_code = m.office_code
       WHERE m.session_id = s.id) AS members,
      (SELECT json_agg(json_build_object('person', j.person_id, 'reason', j.reason, 'by', j.recorded_by, 'at', j.at)
                       ORDER BY j.at, j.person_id)
       FROM session_justification j WHERE j.session_id = s.id) AS justifications,
      (SELECT json_agg(json_build_object('release', a.release_id, 'by', a.approved_by, 'at', a.at)
                       ORDER BY a.at, a.release_id)
       FROM session_approval a WHERE a.session_id = s.id) AS approvals
    FROM unnest(${[...ids]}::varchar[]) WITH ORDINALITY AS asked (id, place)
    JOIN statutory_session s ON s.id = asked.id
    LEFT JOIN session_closing closing ON closing.session_id = s.id
    ORDER BY asked.place`;
  return rows.map((row) => ({
    ...row,
    households: row.households ?? [],
    members: (row.members ?? []).map(({ pledgedAt, ...member }) => ({
      ...member,
      pledgedAt: pledgedAt === null ? null : new Date(pledgedAt),
    })),
    justifications: (row.justifications ?? []).map((each) => ({ ...each, at: new Date(each.at) })),
    approvals: (row.approvals ?? []).map((each) => ({ ...each, at: new Date(each.at) })),
  }));
}

/** As the database gives it: within JSON an instant is text, and an empty list is none. */
type Row = Omit<StoredSession, 'households' | 'members' | 'justifications' | 'approvals'> & {
  readonly households: readonly HouseholdId[] | null;
  readonly members:
    readonly (Omit<StoredMember, 'pledgedAt'> & { readonly pledgedAt: string | null })[] | null;
  readonly justifications: readonly (Omit<StoredJustification, 'at'> & { readonly at: string })[] | null;
  readonly approvals: readonly (Omit<StoredApproval, 'at'> & { readonly at: string })[] | null;
};
