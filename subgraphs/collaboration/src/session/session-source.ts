import { japanDate } from '@kasane/vocabulary';
import type { OpenItemRow, OpenItemSource } from '../desk/open-item.js';

type Ahead = Omit<OpenItemRow, 'due' | 'persons'> & { readonly opensAt: Date };

/** Sessions ahead, or open, in which the viewer sits. Whom they are about is told within them. */
export const sessionSource: OpenItemSource = async (manager, { viewer, now, limit }) => {
  const rows = await manager.sql<Ahead[]>`
    SELECT 'CONFERENCE' AS kind, s.id, NULL AS "caseId", me.office_code AS office, me.staff_id AS staff,
           s.opens_at AS "opensAt", s.convened_at AS since
    FROM session_member me
    JOIN statutory_session s ON s.id = me.session_id AND s.closes_at > ${now}
    LEFT JOIN session_closing closing ON closing.session_id = s.id
    WHERE me.staff_id = ${viewer.staffId} AND me.office_code = ${viewer.office} AND closing.session_id IS NULL
    ORDER BY s.opens_at, s.id LIMIT ${limit}`;
  return rows.map(({ opensAt, ...row }) => ({ ...row, persons: [], due: japanDate(opensAt) }));
};
