import { japanDate, Role, type HouseholdId } from '@kasane/vocabulary';
import { In } from 'typeorm';
import type { RosterSeat } from '../case/case.js';
import { RosterSeatRow } from '../case/case-tables.js';
import { addDays } from '../consent/period.js';
import type { CollaborationContext } from '../context.js';
import { rosterSeatsOf } from './seat-in-hand.js';

/** The most that is listed at once. */
export const MAX_WAITING = 100;

/** Nobody's household: so that a list of nothing costs as much as one of something. */
const NO_HOUSEHOLD = '' as HouseholdId;

/**
 * Seats that wait for somebody: of the manager's own office those without a worker; of the cases that a coordinator leads
 * those to be looked at again within so many days. The soonest first.
 */
export async function seatsWaiting(
  withinDays: number,
  context: CollaborationContext,
): Promise<readonly RosterSeat[]> {
  const { manager, viewer, now } = context;
  const today = japanDate(now);
  const found = await manager.sql<{ readonly id: string; readonly household: HouseholdId }[]>`
    SELECT seat.id, c.household_id AS household
    FROM roster_seat seat JOIN support_case c ON c.id = seat.case_id AND c.closed_on IS NULL
    WHERE (seat.to_date IS NULL OR seat.to_date >= ${today})
      AND ((${viewer.roles.includes(Role.OFFICE_MANAGER)}::boolean
            AND seat.needs_worker AND seat.office_code = ${viewer.office})
        OR (${viewer.roles.includes(Role.COORDINATOR)}::boolean
            AND seat.review_on <= ${addDays(today, withinDays)}
            AND EXISTS (SELECT 1 FROM roster_seat mine
                        WHERE mine.case_id = seat.case_id AND mine.role = ${Role.COORDINATOR}
                          AND mine.office_code = ${viewer.office}
                          AND (mine.staff_id IS NULL OR mine.staff_id = ${viewer.staffId})
                          AND mine.from_date <= ${today} AND (mine.to_date IS NULL OR mine.to_date >= ${today}))))
    ORDER BY coalesce(seat.review_on, seat.from_date), seat.id LIMIT ${MAX_WAITING}`;
  return seatsToShow(
    found.map(({ id, household }) => ({ id, household })),
    context,
  );
}

/** Seats by their ids, with everybody of their households decided, in the order of the ids. */
export async function seatsToShow(
  found: readonly { readonly id: string; readonly household: HouseholdId }[],
  context: CollaborationContext,
): Promise<readonly RosterSeat[]> {
  const { manager, loaders, scope, now } = context;
  const households = [...new Set(found.map(({ household }) => household))];
  const [rows, members] = await Promise.all([
    manager.findBy(RosterSeatRow, { id: In(found.map(({ id }) => id)) }),
    loaders.facts.members(households.length === 0 ? [NO_HOUSEHOLD] : households, japanDate(now)),
  ]);
  await scope.admitMembers(members);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = await Promise.all(
    found.map(({ id, household }) => {
      const row = byId.get(id);
      const known = scope.membersOf(household).filter((person) => scope.worksWith(person));
      return row ? rosterSeatsOf([row], known, context) : [];
    }),
  );
  return shown.flat();
}
