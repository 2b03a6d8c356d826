import type { VerifiedViewer } from '@kasane/identity';
import { japanDate, Role } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import type { CaseRow, RosterSeatRow } from './case-tables.js';

/** Whether a seat is held on that Japanese calendar day, both ends inclusive. */
export const isLive = ({ from, to }: Pick<RosterSeatRow, 'from' | 'to'>, today: string): boolean =>
  from <= today && (to === null || today <= to);

/** As the decision has it: a manager answers for all seats of the office. */
const isOwnSeat = (
  seat: RosterSeatRow,
  { office, staffId, roles }: Pick<VerifiedViewer, 'office' | 'staffId' | 'roles'>,
  today: string,
): boolean =>
  seat.officeCode === office &&
  (seat.staffId === null || seat.staffId === staffId || roles.includes(Role.OFFICE_MANAGER)) &&
  isLive(seat, today);

/**
 * The seats that the viewer holds in a case today: none in one that is over, or that is not there. To work with the same
 * persons in another case is not enough to write in this one, nor to be told where it stands.
 */
export async function ownSeatsIn(
  row: Pick<CaseRow, 'id' | 'closedOn'> | null,
  { viewer, loaders, now }: Pick<CollaborationContext, 'viewer' | 'loaders' | 'now'>,
): Promise<readonly RosterSeatRow[]> {
  const seats = await loaders.seats.load(row?.id ?? '');
  return row?.closedOn === null ? seats.filter((seat) => isOwnSeat(seat, viewer, japanDate(now))) : [];
}
