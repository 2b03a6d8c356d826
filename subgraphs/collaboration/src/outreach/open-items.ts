import { hasCaseRole } from '../case/case-worker.js';
import { OpenItemKind, type OpenItemSource } from '../desk/open-item.js';
import { OutreachRow } from './outreach-tables.js';
import { OutreachStage } from './outreach-words.js';

/** Attempts that an office planned: they are everybody's who works there. */
export const outreachItems: OpenItemSource = async (manager, { viewer, limit }) => {
  if (!hasCaseRole(viewer)) return [];
  const rows = await manager
    .createQueryBuilder(OutreachRow, 'outreach')
    .where('outreach.office_code = :office AND outreach.next_on IS NOT NULL AND outreach.stage <> :paused', {
      office: viewer.office,
      paused: OutreachStage.PAUSED,
    })
    .orderBy('outreach.next_on')
    .addOrderBy('outreach.id')
    .limit(limit)
    .getMany();
  return rows.map(({ id, caseId, personId, officeCode, staffId, nextOn, begunAt }) => ({
    kind: OpenItemKind.OUTREACH,
    id,
    caseId,
    persons: [personId],
    office: officeCode,
    staff: staffId,
    due: nextOn,
    since: begunAt,
  }));
};
