import { about } from '@kasane/subgraph-kit';
import { Category, ErrorCode, HubError, Role } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import type { CollaborationContext } from '../context.js';
import { requireOfficial, requireRole } from '../permission.js';
import { SupportCase } from './case.js';
import { caseInHand, type CaseInHand } from './move-case.js';
import { ownSeatsIn } from './own-seat.js';

/**
 * The same as {@link caseInHand}, with those alone of whom the viewer may know that they live there: to take somebody's
 * id who is masked would confirm where they are.
 * @throws {HubError} `NOT_FOUND` as {@link caseInHand}
 */
export async function caseWorkedOn(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<CaseInHand> {
  const { row, persons } = await caseInHand(id, context, field);
  const known = persons.filter((person) => context.scope.mayBeNamed(person));
  return known.length > 0 ? { row, persons: known } : absent(context.recorder, Category.INVOLVEMENT, field);
}

/** Whether the viewer leads the case: by a coordinator's seat of their own, held today. */
export async function coordinates(
  { row }: Pick<CaseInHand, 'row'>,
  context: CollaborationContext,
): Promise<boolean> {
  if (!context.viewer.roles.includes(Role.COORDINATOR)) return false;
  return (await ownSeatsIn(row, context)).some((seat) => seat.role === Role.COORDINATOR);
}

/**
 * A case that the viewer leads.
 * @throws {HubError} `FORBIDDEN` to who is no coordinator, or sits in the case in another role; `NOT_FOUND` when there is
 * no such case, or none that the viewer works on
 */
export async function caseToCoordinate(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<CaseInHand> {
  requireRole(context.viewer, Role.COORDINATOR);
  requireOfficial(context.viewer);
  const found = await caseWorkedOn(id, context, field);
  if (!(await coordinates(found, context))) throw new HubError(ErrorCode.FORBIDDEN);
  return found;
}

/** A case as the schema shows it to who works on it: it speaks of those whom they work with. */
export const supportCaseOf = ({ row, persons }: CaseInHand): SupportCase =>
  about(Object.assign(new SupportCase(), row, { row }), persons);
