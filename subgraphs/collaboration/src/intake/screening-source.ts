import type { OpenItemRow, OpenItemSource } from '../desk/open-item.js';
import { isManager } from '../desk/own-seats.js';
import { addDays } from '../consent/period.js';

/** Days in which it is decided what becomes of a consultation. Our own choice. */
export const SCREENING_DAYS = 7;

type Waiting = Omit<OpenItemRow, 'due'> & { readonly openedOn: string };

/** Cases of which nobody has decided yet what becomes of them, or whose hand-over came to nothing: with who has a seat. */
export const screeningSource: OpenItemSource = async (manager, { viewer, today, limit }) => {
  const rows = await manager.sql<Waiting[]>`
    SELECT 'SCREENING' AS kind, c.id, c.id AS "caseId", seat.office_code AS office,
           min(seat.staff_id) AS staff, c.opened_on AS "openedOn",
           (c.opened_on || 'T00:00:00+09:00')::timestamptz AS since,
           coalesce(json_agg(DISTINCT m.person_id) FILTER (WHERE m.person_id IS NOT NULL), '[]') AS persons
    FROM support_case c
    JOIN roster_seat seat ON seat.case_id = c.id AND seat.office_code = ${viewer.office}
      AND (seat.staff_id IS NULL OR seat.staff_id = ${viewer.staffId} OR ${isManager(viewer)}::boolean)
      AND seat.from_date <= ${today} AND (seat.to_date IS NULL OR seat.to_date >= ${today})
    LEFT JOIN roster_seat_person named ON named.seat_id = seat.id
    LEFT JOIN household_member m ON m.household_id = c.household_id
      AND (seat.for_everyone OR m.person_id = named.person_id)
      AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})
    WHERE c.status IN ('RECEIVED', 'TRIAGED')
      AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.case_id = c.id AND r.due_on IS NOT NULL AND r.hands_over)
    GROUP BY c.id, c.opened_on, seat.office_code
    ORDER BY c.opened_on, c.id LIMIT ${limit}`;
  return rows.map(({ openedOn, ...row }) => ({ ...row, due: addDays(openedOn, SCREENING_DAYS) }));
};
