import { Category, japanDate, Role, type HouseholdId } from '@kasane/vocabulary';
import { In } from 'typeorm';
import type { CollaborationContext } from '../context.js';
import { itemOf } from './open-plan.js';
import type { PlanItem } from './plan-item.js';
import { PlanItemRow, PlanItemSeenRow } from './plan-tables.js';

/** Nobody's household: so that no item costs as much as one. */
const NO_HOUSEHOLD = '' as HouseholdId;

/** The most items that a list gives. */
const MAX_ITEMS = 100;

/**
 * The items that the viewer's office holds, the most urgent first, and of them those that the viewer may work on.
 * @param withSettled those too that are done or cannot be done
 */
export async function findOwnItems(
  context: CollaborationContext,
  withSettled: boolean,
): Promise<readonly PlanItem[]> {
  const { manager, viewer, scope, loaders, now } = context;
  const isManager = viewer.roles.includes(Role.OFFICE_MANAGER);
  const found = await manager.sql<{ readonly id: string; readonly household: HouseholdId }[]>`
    SELECT i.id, p.household_id AS household FROM plan_item i
    JOIN support_plan p ON p.id = i.plan_id
    WHERE i.office_code = ${viewer.office}
      AND EXISTS (SELECT 1 FROM roster_seat seat
                  WHERE seat.case_id = p.case_id AND seat.office_code = i.office_code
                    AND (seat.staff_id IS NULL OR seat.staff_id = ${viewer.staffId} OR ${isManager}::boolean))
      AND (${withSettled}::boolean OR (p.state = 'DECIDED' AND i.state IN ('GIVEN', 'IN_PROGRESS')))
    ORDER BY i.due_on, i.id LIMIT ${MAX_ITEMS}`;
  const rows = new Map(
    (await manager.findBy(PlanItemRow, { id: In(found.map(({ id }) => id)) })).map((row) => [row.id, row]),
  );
  const households = [...new Set(found.map(({ household }) => household))];
  await scope.admitMembers(
    await loaders.facts.members(households.length === 0 ? [NO_HOUSEHOLD] : households, japanDate(now)),
  );
  const items = found.flatMap(({ id, household }) => {
    const row = rows.get(id);
    return row ? itemOf(row, household, context) : [];
  });
  return items.filter((item) => scope.permits(item.row.persons, Category.SUPPORT_PLAN, { record: item }));
}

/**
 * Notes that the office which holds items has looked at them, the first time that it does: a coordinator is told of
 * what was given to an office that never looked.
 */
export async function noteSeen(
  items: readonly PlanItem[],
  { manager, viewer, loaders, now }: CollaborationContext,
): Promise<void> {
  const own = items.filter(({ author }) => author === viewer.office);
  const seen = await loaders.planItemsSeen.loadMany(own.map(({ id }) => id));
  const unseen = own.filter((_, at) => seen[at] === null);
  if (unseen.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(PlanItemSeenRow)
    .values(unseen.map(({ id }) => ({ itemId: id, staffId: viewer.staffId, at: now })))
    .orIgnore()
    .execute();
  for (const { id } of unseen) loaders.planItemsSeen.clear(id);
}
