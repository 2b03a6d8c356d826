import { about } from '@kasane/subgraph-kit';
import type { VerifiedViewer } from '@kasane/identity';
import { Category, ErrorCode, HubError, japanDate, Role } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import type { CollaborationContext } from '../context.js';
import { requireOfficial, requireRole } from '../permission.js';
import { SupportCase } from './case.js';
import type { RosterSeatRow } from './case-tables.js';
import { caseInHand, type CaseInHand } from './move-case.js';

/** Whether a seat is held on that Japanese calendar day, both ends inclusive. */
export const isLive = ({ from, to }: Pick<RosterSeatRow, 'from' | 'to'>, today: string): boolean =>
  from <= today && (to === null || today <= to);

/**
 * An open case in which the viewer has a seat of its own (to work with the same persons in another case is not enough),
 * with those of whom the viewer may also know that they live there: to take somebody's id who is masked would confirm
 * where they are.
 * @throws {HubError} `NOT_FOUND` as {@link caseInHand}
 */
export async function caseWorkedOn(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<CaseInHand> {
  const { row, persons } = await caseInHand(id, context, field);
  const { viewer, loaders, scope, now } = context;
  const known = persons.filter((person) => scope.mayBeNamed(person));
  const seats = await loaders.seats.load(row.id);
  const hasSeat = seats.some((seat) => isOwnSeat(seat, viewer, japanDate(now)));
  if (row.closedOn === null && hasSeat && known.length > 0) return { row, persons: known };
  return absent(context.recorder, Category.INVOLVEMENT, field);
}

/** Whether the viewer leads the case: by a coordinator's seat of their own, held today. */
export async function coordinates(
  { row }: CaseInHand,
  { viewer, loaders, now }: CollaborationContext,
): Promise<boolean> {
  if (!viewer.roles.includes(Role.COORDINATOR)) return false;
  const seats = await loaders.seats.load(row.id);
  return seats.some((seat) => seat.role === Role.COORDINATOR && isOwnSeat(seat, viewer, japanDate(now)));
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

/** As the decision has it: a manager answers for all seats of the office. */
const isOwnSeat = (
  seat: RosterSeatRow,
  { office, staffId, roles }: Pick<VerifiedViewer, 'office' | 'staffId' | 'roles'>,
  today: string,
): boolean =>
  seat.officeCode === office &&
  (seat.staffId === null || seat.staffId === staffId || roles.includes(Role.OFFICE_MANAGER)) &&
  isLive(seat, today);
