import { japanDate, Role } from '@kasane/vocabulary';
import type { OpenItemRow, OpenItemSource } from '../desk/open-item.js';
import { nextWorkingDay } from './working-day.js';

type Declared = Omit<OpenItemRow, 'due'> & { readonly since: Date };

/** Emergencies of the city that nobody reviewed yet: with its privacy officers, never with who declared them. */
export const emergencySource: OpenItemSource = async (manager, { viewer, limit }) => {
  if (!viewer.roles.includes(Role.PRIVACY_OFFICER)) return [];
  const rows = await manager.sql<Declared[]>`
    SELECT 'EMERGENCY_REVIEW' AS kind, e.id, NULL AS "caseId", ${viewer.office}::varchar AS office, NULL AS staff,
           e.declared_at AS since,
           coalesce((SELECT json_agg(p.person_id) FROM emergency_person p WHERE p.emergency_id = e.id), '[]') AS persons
    FROM emergency e
    LEFT JOIN emergency_review r ON r.emergency_id = e.id
    LEFT JOIN office theirs ON theirs.code = e.office_code
    LEFT JOIN office own ON own.code = ${viewer.office}
    WHERE r.emergency_id IS NULL AND e.staff_id <> ${viewer.staffId}
      AND (theirs.code IS NULL OR theirs.local_government_code = own.local_government_code)
    ORDER BY e.declared_at, e.id LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, due: nextWorkingDay(japanDate(row.since)) }));
};
