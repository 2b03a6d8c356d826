import { japanDate } from '@kasane/vocabulary';
import { In } from 'typeorm';
import type { CaseRow } from '../case/case-tables.js';
import { isLive } from '../case/own-seat.js';
import type { CollaborationContext } from '../context.js';
import { DirectoryOfficeRow } from '../office/office-tables.js';
import type { PlanInput } from './plan-input.js';
import { checkPlan, type CheckedPlan, type RosterPart } from './plan-rules.js';

/** A sheet checked against the case as it stands today. */
export async function checkSheet(
  input: PlanInput,
  of: Pick<CaseRow, 'id' | 'householdId'>,
  context: CollaborationContext,
): Promise<CheckedPlan> {
  const { scope, now, manager } = context;
  const known = scope.membersOf(of.householdId).filter((person) => scope.worksWith(person));
  const offices = await manager.findBy(DirectoryOfficeRow, {
    code: In(input.items.map(({ office }) => office)),
  });
  return checkPlan(input, {
    known,
    roster: await rosterOf(of, context),
    offices: new Map(offices.map((office) => [office.code, office])),
    today: japanDate(now),
  });
}

/**
 * The seats of a case today, each with those members for whom it is of whom the viewer may know: else what an office
 * is said not to do would tell of somebody hidden.
 */
async function rosterOf(
  { id, householdId }: Pick<CaseRow, 'id' | 'householdId'>,
  { loaders, scope, now }: CollaborationContext,
): Promise<readonly RosterPart[]> {
  const today = japanDate(now);
  const known = scope.membersOf(householdId);
  const seats = (await loaders.seats.load(id)).filter((seat) => isLive(seat, today));
  const named = await Promise.all(
    seats.map((seat) => (seat.forEveryone ? known : loaders.seatPersons.load(seat.id))),
  );
  const parts = seats.map(({ officeCode: office, staffId: staff }, at) => ({
    office,
    staff,
    persons: known.filter((person) => named[at]?.includes(person)),
  }));
  // A seat for nobody of whom the viewer may know is none: to be told that it does other things would tell of it.
  return parts.filter(({ persons }) => persons.length > 0);
}
