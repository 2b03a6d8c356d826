import { japanDate } from '@kasane/vocabulary';
import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { OpenItemKind, type OpenItemSource } from '../desk/open-item.js';

/** Days in which minutes are written and approved. Our own choice. */
export const MINUTES_DAYS = 7;

interface Row {
  readonly id: string;
  readonly caseId: string | null;
  readonly persons: readonly PersonId[] | null;
  readonly office: OfficeCode;
  readonly staff: StaffId;
  readonly heldAt: Date;
  readonly createdAt: Date;
}

/** Conferences ahead, of those who sit in them. */
export const conferencesAhead: OpenItemSource = async (manager, { viewer, now, limit }) => {
  const rows = await manager.sql<Row[]>`
    SELECT c.id, c.case_id AS "caseId", ${viewer.office}::text AS office, ${viewer.staffId}::text AS staff,
           c.held_at AS "heldAt", c.created_at AS "createdAt",
           (SELECT json_agg(p.person_id ORDER BY p.person_id) FROM conference_person p WHERE p.conference_id = c.id) AS persons
    FROM conference c
    LEFT JOIN session_closing closed ON closed.session_id = c.session_id
    WHERE c.held_at > ${now} AND closed.session_id IS NULL
      AND (EXISTS (SELECT 1 FROM session_member me WHERE me.session_id = c.session_id
                   AND me.staff_id = ${viewer.staffId} AND me.office_code = ${viewer.office})
           OR EXISTS (SELECT 1 FROM conference_participant me WHERE me.conference_id = c.id
                      AND me.staff_id = ${viewer.staffId} AND me.office_code = ${viewer.office})
           OR (c.office_code = ${viewer.office} AND ${viewer.staffId} IN (c.convened_by, c.secretariat)))
    ORDER BY c.held_at, c.id LIMIT ${limit}`;
  return rows.map(({ heldAt, createdAt, persons, ...row }) => ({
    ...row,
    kind: OpenItemKind.CONFERENCE,
    persons: persons ?? [],
    due: japanDate(heldAt),
    since: createdAt,
  }));
};

/** Conferences that were held and whose newest minutes nobody has written or approved yet, with their secretariat. */
export const minutesToWrite: OpenItemSource = async (manager, { viewer, now, limit }) => {
  const rows = await manager.sql<Row[]>`
    SELECT c.id, c.case_id AS "caseId", c.office_code AS office, c.secretariat AS staff,
           c.held_at AS "heldAt", c.created_at AS "createdAt",
           (SELECT json_agg(p.person_id ORDER BY p.person_id) FROM conference_person p WHERE p.conference_id = c.id) AS persons
    FROM conference c
    -- One look-up for each conference: fenced, or the planner would rather read every approval there is.
    LEFT JOIN LATERAL (
      SELECT ok.version FROM conference_minutes_approval ok WHERE ok.conference_id = c.id
        AND ok.version = (SELECT max(m.version) FROM conference_minutes m WHERE m.conference_id = c.id) OFFSET 0) approved
      ON true
    WHERE c.office_code = ${viewer.office} AND c.held_at <= ${now}
      AND (c.secretariat = ${viewer.staffId} OR ${viewer.roles.includes('OFFICE_MANAGER')}::boolean)
      AND approved.version IS NULL
    ORDER BY c.held_at, c.id LIMIT ${limit}`;
  return rows.map(({ heldAt, createdAt: _, persons, ...row }) => ({
    ...row,
    kind: OpenItemKind.MINUTES,
    persons: persons ?? [],
    due: japanDate(new Date(heldAt.getTime() + MINUTES_DAYS * 86_400_000)),
    since: heldAt,
  }));
};

/** What conferences leave waiting for somebody. */
export const conferenceOpenItems: readonly OpenItemSource[] = [conferencesAhead, minutesToWrite];
