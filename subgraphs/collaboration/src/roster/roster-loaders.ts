import type { RequestBase } from '@kasane/subgraph-kit';
import { pageLoader } from '../case/case-pages.js';
import type { RosterEventRow } from './roster-tables.js';

/** What a request reads of the changes of rosters. */
export const rosterLoaders = ({ manager }: Pick<RequestBase, 'manager'>) => ({
  /**
   * Changes of a roster, the newest first. Those that concern nobody whom the viewer may know of are passed over, so
   * that a page is no shorter for somebody who is hidden.
   */
  rosterChanges: pageLoader<RosterEventRow>(
    (cases, { before, limit, open }) => manager.sql`
      SELECT asked.id AS "of", e.id, e.case_id AS "caseId", e.seat_id AS "seatId", e.kind, e.effective_on AS "on",
             e.reason, e.persons, e.seat_office AS "seatOffice", e.office_code AS "officeCode",
             e.staff_id AS "staffId", e.at
      FROM unnest(${[...cases]}::varchar[]) AS asked (id)
      CROSS JOIN LATERAL (
        SELECT * FROM roster_event
        WHERE case_id = asked.id AND (at, id COLLATE "C") < (${before.at}::timestamptz, ${before.id})
          AND (persons IS NULL OR persons ?| ${[...open]}::text[])
        ORDER BY at DESC, id COLLATE "C" DESC LIMIT ${limit}) e
      ORDER BY e.at DESC, e.id COLLATE "C" DESC`,
  ),
});
