import { about } from '@kasane/subgraph-kit';
import { Category, ErrorCode, HubError, Role, type PersonId } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { RosterSeat } from '../case/case.js';
import { RosterSeatRow } from '../case/case-tables.js';
import { caseWorkedOn, coordinates } from '../case/coordinate-case.js';
import type { CaseInHand } from '../case/move-case.js';
import type { CollaborationContext } from '../context.js';
import { askedId } from '../input.js';
import { requireOfficial, requireRole } from '../permission.js';
import { personOf } from '../person/person.js';

/** A seat of a case that the viewer works on. */
export interface SeatInHand extends CaseInHand {
  readonly seat: RosterSeatRow;
  /** Whom the seat is for, as it is stored; null for everyone. */
  readonly named: readonly PersonId[] | null;
}

/** Who may change a seat: who leads the case, or also the manager of the office whose seat it is. */
export type SeatChanger = 'COORDINATOR' | 'COORDINATOR_OR_MANAGER';

/**
 * A seat that the viewer may change.
 * @throws {HubError} `FORBIDDEN` to who neither leads the case nor, where that will do, manages the office; `NOT_FOUND`
 * when there is no such seat, or none that the viewer may know of: the same words
 */
export async function seatInHand(
  id: string,
  changer: SeatChanger,
  context: CollaborationContext,
  field: string,
): Promise<SeatInHand> {
  const { manager, loaders, recorder, viewer } = context;
  const managersToo = changer === 'COORDINATOR_OR_MANAGER';
  requireRole(viewer, Role.COORDINATOR, ...(managersToo ? [Role.OFFICE_MANAGER] : []));
  requireOfficial(viewer);
  const seat = await manager.findOneBy(RosterSeatRow, { id: askedId(id) });
  const found = await caseWorkedOn(seat?.caseId ?? '', context, field);
  const named = seat && !seat.forEveryone ? await loaders.seatPersons.load(seat.id) : null;
  // A seat that is only for members whom the viewer may not know of is not shown, and so not changed.
  if (!seat || named?.every((person) => !context.scope.mayBeNamed(person)))
    return absent(recorder, Category.INVOLVEMENT, field);
  const manages =
    managersToo && viewer.roles.includes(Role.OFFICE_MANAGER) && seat.officeCode === viewer.office;
  if (!manages && !(await coordinates(found, context))) throw new HubError(ErrorCode.FORBIDDEN);
  return { ...found, seat, named };
}

/**
 * Seats as the schema shows them, of cases whose members were decided. A seat that is only for members whom the viewer
 * may not know of is left out: it would tell that they exist.
 */
export async function rosterSeatsOf(
  seats: readonly RosterSeatRow[],
  known: readonly PersonId[],
  { loaders }: Pick<CollaborationContext, 'loaders'>,
): Promise<readonly RosterSeat[]> {
  const named = await Promise.all(
    seats.map((seat) => (seat.forEveryone ? null : loaders.seatPersons.load(seat.id))),
  );
  return seats.flatMap((seat, at) => {
    const persons = named[at]?.filter((person) => known.includes(person)) ?? null;
    if (persons?.length === 0 || known.length === 0) return [];
    return [
      about(
        Object.assign(new RosterSeat(), seat, { seat, persons: persons?.map(personOf) ?? null }),
        persons ?? known,
      ),
    ];
  });
}
