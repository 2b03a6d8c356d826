import type { OfficeCode, PersonId } from '@kasane/vocabulary';
import { isCaseWorker } from '../case/case-worker.js';
import { OpenItemKind, type OpenItemSource } from '../desk/open-item.js';

/** Follow-ups that are due: of the person and of the host who took them in. */
export const participationItems: OpenItemSource = async (manager, { viewer, limit }) => {
  // Who shares the office and works on no case is told of none.
  if (!isCaseWorker(viewer)) return [];
  const rows = await manager.sql<Due[]>`
    SELECT match.id, p.case_id AS "caseId", p.person_id AS person, p.office_code AS office,
           match.follow_up_on AS due, p.begun_at AS since
    FROM participation p JOIN participation_match match ON match.participation_id = p.id
    WHERE p.office_code = ${viewer.office} AND match.follow_up_on IS NOT NULL
    ORDER BY match.follow_up_on, match.id LIMIT ${limit}`;
  return rows.map(({ person, ...row }) => ({
    kind: OpenItemKind.PARTICIPATION,
    ...row,
    persons: [person],
    staff: null,
  }));
};

interface Due {
  readonly id: string;
  readonly caseId: string;
  readonly person: PersonId;
  readonly office: OfficeCode;
  readonly due: string;
  readonly since: Date;
}
