import { Role } from '@kasane/vocabulary';
import { hasCaseRole } from '../case/case-worker.js';
import { OpenItemKind, type OpenItemRow, type OpenItemSource } from '../desk/open-item.js';
import { addDays } from '../consent/period.js';

/** Days within which an office looks at what it was given, and before a monitoring at which it is told. Our own choice. */
export const DAYS_TO_LOOK = 7;
export const MONITORING_AHEAD_DAYS = 14;

/**
 * What of plans waits for this viewer: the items that their office holds; and for who coordinates a case its next
 * monitoring, what others hold too long or have never looked at (they are told as who holds it), and what an office
 * said that it cannot do and nobody has looked into since.
 */
export const planOpenItems: OpenItemSource = async (manager, { viewer, today, now, limit }) => {
  // Who shares the office and works on no case is told of none.
  if (!hasCaseRole(viewer)) return [];
  const { office, staffId, roles } = viewer;
  const isManager = roles.includes(Role.OFFICE_MANAGER);
  const lookBy = new Date(now.getTime() - DAYS_TO_LOOK * 86_400_000);
  return manager.sql<OpenItemRow[]>`
    WITH coordinated AS (
      SELECT DISTINCT seat.case_id FROM roster_seat seat
      JOIN support_case c ON c.id = seat.case_id AND c.closed_on IS NULL
      WHERE seat.office_code = ${office} AND seat.role = ${Role.COORDINATOR}
        AND (seat.staff_id IS NULL OR seat.staff_id = ${staffId} OR ${isManager}::boolean)
        AND seat.from_date <= ${today} AND (seat.to_date IS NULL OR seat.to_date >= ${today})),
    decided AS (
      SELECT p.* FROM support_plan p WHERE p.case_id IN (SELECT case_id FROM coordinated) AND p.state = 'DECIDED'),
    waiting AS (
      SELECT ${OpenItemKind.PLAN_ITEM}::text AS kind, i.id, p.case_id, i.persons, i.office_code, i.staff_id, i.due_on, i.given_at
      FROM plan_item i JOIN support_plan p ON p.id = i.plan_id AND p.state = 'DECIDED'
      WHERE i.office_code = ${office} AND i.state IN ('GIVEN', 'IN_PROGRESS')
        AND (i.staff_id IS NULL OR i.staff_id = ${staffId} OR ${isManager}::boolean)
      UNION
      SELECT ${OpenItemKind.PLAN_ITEM}::text, i.id, p.case_id, i.persons, i.office_code, i.staff_id, i.due_on, i.given_at
      FROM decided p JOIN plan_item i ON i.plan_id = p.id AND i.state IN ('GIVEN', 'IN_PROGRESS')
      LEFT JOIN plan_item_seen seen ON seen.item_id = i.id
      WHERE i.due_on < ${today} OR (seen.item_id IS NULL AND i.given_at < ${lookBy})
      UNION
      SELECT ${OpenItemKind.PLAN_ITEM}::text, i.id, p.case_id, i.persons, ${office}::varchar, ${staffId}::varchar, NULL, said.at
      FROM decided p JOIN plan_item i ON i.plan_id = p.id AND i.state = 'CANNOT_DO'
      JOIN plan_item_event said ON said.item_id = i.id AND said.version = i.version
      WHERE NOT EXISTS (SELECT 1 FROM plan_monitoring m WHERE m.plan_id = p.id AND m.at > said.at)
      UNION
      SELECT ${OpenItemKind.MONITORING}::text, p.id, p.case_id, p.persons, ${office}::varchar, ${staffId}::varchar,
             p.next_monitoring_on, p.drafted_at
      FROM decided p WHERE p.next_monitoring_on <= ${addDays(today, MONITORING_AHEAD_DAYS)})
    SELECT kind, id, case_id AS "caseId", persons, office_code AS office, staff_id AS staff, due_on AS due, given_at AS since
    FROM waiting ORDER BY due_on NULLS FIRST, given_at, id LIMIT ${limit}`;
};
