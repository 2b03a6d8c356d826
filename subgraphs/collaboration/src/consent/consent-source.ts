import { endOfJapanDay } from '@kasane/vocabulary';
import type { OpenItemRow, OpenItemSource } from '../desk/open-item.js';
import { isManager } from '../desk/own-seats.js';
import { addDays, lastDayBefore } from './period.js';

/** Days before its end at which a consent lies on the desk of who works with the person. */
export const WARNING_DAYS = 30;

type Ending = Omit<OpenItemRow, 'due'> & { readonly endsAt: Date };

/** Consents in force that are about to end, of those with whom the viewer works. */
export const consentSource: OpenItemSource = async (manager, { viewer, today, now, limit }) => {
  const until = endOfJapanDay(addDays(today, WARNING_DAYS));
  const rows = await manager.sql<Ending[]>`
    WITH own AS (
      SELECT DISTINCT ON (m.person_id) m.person_id, seat.office_code, seat.staff_id
      FROM roster_seat seat
      -- One look-up for each seat: fenced, for a planner that meets a hundred seats would rather read every case.
      CROSS JOIN LATERAL (
        SELECT household_id FROM support_case WHERE id = seat.case_id AND closed_on IS NULL OFFSET 0) c
      JOIN household_member m ON m.household_id = c.household_id
        AND m.from_date <= ${today} AND (m.to_date IS NULL OR m.to_date >= ${today})
      LEFT JOIN roster_seat_person named ON named.seat_id = seat.id AND named.person_id = m.person_id
      WHERE seat.office_code = ${viewer.office}
        AND (seat.staff_id IS NULL OR seat.staff_id = ${viewer.staffId} OR ${isManager(viewer)}::boolean)
        AND seat.from_date <= ${today} AND (seat.to_date IS NULL OR seat.to_date >= ${today})
        AND (seat.for_everyone OR named.person_id IS NOT NULL)
      ORDER BY m.person_id, seat.id)
    SELECT 'CONSENT_EXPIRING' AS kind, consent.id, NULL AS "caseId", own.office_code AS office, own.staff_id AS staff,
           ends.at AS "endsAt", consent.valid_from AS since, json_build_array(own.person_id) AS persons
    FROM own
    JOIN consent ON consent.subject_id = own.person_id
    CROSS JOIN LATERAL (
      SELECT coalesce(
        (SELECT e.valid_until FROM consent_event e
         WHERE e.consent_id = consent.id AND e.valid_until IS NOT NULL ORDER BY e.seq DESC LIMIT 1),
        consent.valid_until) AS at) ends
    WHERE ends.at > ${now} AND ends.at <= ${until}
      AND (SELECT e.state FROM consent_event e WHERE e.consent_id = consent.id ORDER BY e.seq DESC LIMIT 1)
          IN ('GIVEN', 'RENEWED')
    ORDER BY ends.at, consent.id LIMIT ${limit}`;
  return rows.map(({ endsAt, ...row }) => ({ ...row, due: lastDayBefore(endsAt) }));
};
