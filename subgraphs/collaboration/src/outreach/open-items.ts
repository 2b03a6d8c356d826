import type { OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { hasCaseRole } from '../case/case-worker.js';
import { OpenItemKind, type OpenItemSource } from '../desk/open-item.js';
import { OutreachStage } from './outreach-words.js';

/** Attempts that an office planned: they are everybody's who works there. */
export const outreachItems: OpenItemSource = async (manager, { viewer, limit }) => {
  if (!hasCaseRole(viewer)) return [];
  const rows = await manager.sql<Next[]>`
    SELECT id, case_id AS "caseId", person_id AS person, office_code AS office, staff_id AS staff,
           next_on AS due, begun_at AS since
    FROM outreach
    WHERE office_code = ${viewer.office} AND next_on IS NOT NULL AND stage <> ${OutreachStage.PAUSED}
    ORDER BY next_on, id LIMIT ${limit}`;
  return rows.map(({ person, ...row }) => ({ ...row, kind: OpenItemKind.OUTREACH, persons: [person] }));
};

interface Next {
  readonly id: string;
  readonly caseId: string;
  readonly person: PersonId;
  readonly office: OfficeCode;
  readonly staff: StaffId | null;
  readonly due: string;
  readonly since: Date;
}
