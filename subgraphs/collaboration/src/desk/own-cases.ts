import { japanDate } from '@kasane/vocabulary';
import type { CaseStatus } from '../case/case-status.js';
import type { CaseRow } from '../case/case-tables.js';
import type { Place } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { isManager } from './own-seats.js';

/** Open cases with a seat of the viewer's own, from a place on, the newest first. */
export const ownCases = (
  {
    status,
    after,
    limit,
  }: { readonly status: CaseStatus | null; readonly after: Place | undefined; readonly limit: number },
  { manager, viewer, now }: Pick<CollaborationContext, 'manager' | 'viewer' | 'now'>,
): Promise<readonly CaseRow[]> => {
  const today = japanDate(now);
  return manager.sql<CaseRow[]>`
    SELECT c.id, c.household_id AS "householdId", c.number, c.status, c.opened_on AS "openedOn",
           c.closed_on AS "closedOn", c.version
    FROM support_case c
    WHERE c.closed_on IS NULL AND (${status}::varchar IS NULL OR c.status = ${status})
      AND (${after?.at ?? null}::varchar IS NULL OR (c.opened_on, c.id) < (${after?.at ?? ''}, ${after?.id ?? ''}))
      AND c.id IN (
        SELECT seat.case_id FROM roster_seat seat
        WHERE seat.office_code = ${viewer.office}
          AND (seat.staff_id IS NULL OR seat.staff_id = ${viewer.staffId} OR ${isManager(viewer)}::boolean)
          AND seat.from_date <= ${today} AND (seat.to_date IS NULL OR seat.to_date >= ${today}))
    ORDER BY c.opened_on DESC, c.id DESC LIMIT ${limit}`;
};
