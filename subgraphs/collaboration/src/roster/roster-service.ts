import { Category, japanDate, officeCode, personId, staffId } from '@kasane/vocabulary';
import { change, lineOf } from '../change.js';
import { RosterSeatRow } from '../case/case-tables.js';
import { caseToCoordinate } from '../case/coordinate-case.js';
import { isLive } from '../case/own-seat.js';
import { addDays } from '../consent/period.js';
import type { CollaborationContext } from '../context.js';
import { HouseholdRow } from '../household/household-tables.js';
import { textOf } from '../input.js';
import { newId } from '../new-id.js';
import {
  changeRoster,
  insertSeats,
  lockCase,
  noteSeats,
  updateSeat,
  type ChangedRoster,
} from './change-roster.js';
import { dutyProblems, endProblems, seatProblems, successionProblems } from './roster-rules.js';
import { rosterSeatsOf, seatInHand } from './seat-in-hand.js';
import type { DutyInput, SeatInput, SuccessorInput } from './seat-input.js';
import { Responsibility, RosterChangeKind } from './seat-words.js';

/** Which seat, and the version of it that the writer saw. */
export interface SeatVersion {
  readonly id: string;
  readonly expected: number;
}

/**
 * Puts an office on the roster of a case that the viewer leads.
 * @throws {HubError} as {@link caseToCoordinate}
 */
export async function seatOffice(
  caseId: string,
  input: SeatInput,
  context: CollaborationContext,
): Promise<ChangedRoster> {
  const { manager, loaders, now } = context;
  const field = 'Mutation.seatOffice';
  const { row, persons } = await caseToCoordinate(caseId, context, field);
  const [office, household] = await Promise.all([
    loaders.offices.load(input.office),
    manager.findOneByOrFail(HouseholdRow, { id: row.householdId }),
  ]);
  const today = japanDate(now);
  const about = { office, municipality: household.localGovernmentCode, persons, today };
  const named = input.persons ? [...new Set(input.persons)].map(personId) : null;
  const seat: RosterSeatRow = {
    id: newId('rs'),
    caseId: row.id,
    officeCode: officeCode(input.office),
    staffId: input.staff ? staffId(input.staff) : null,
    staffName: input.staff ? (input.staffName?.trim() ?? null) : null,
    role: input.role,
    forEveryone: named === null,
    from: input.from,
    to: input.to ?? null,
    responsibility: Responsibility.MEMBER,
    ...storedDuty(input.duty),
    needsWorker: false,
    succeedsId: null,
    version: 1,
  };
  let problems = seatProblems(input, { ...about, seats: [] });
  if (problems.length > 0) return { problems };
  const line = lineOf(field, seat.id, { category: Category.INVOLVEMENT, household: row.householdId });
  await change(context, [line], async (transaction) => {
    await lockCase(transaction, row.id);
    // Asked once the case is locked: two who seat the same office at once make one seat of it.
    const stored = await transaction.findBy(RosterSeatRow, { caseId: row.id });
    // A seat that the viewer may not know of is no reason: the words would tell of it.
    const seats = (await rosterSeatsOf(stored, persons, context)).map(({ seat: shown }) => shown);
    problems = seatProblems(input, { ...about, seats });
    if (problems.length > 0) return;
    await insertSeats(transaction, [{ seat, named }]);
    await noteSeats(
      transaction,
      [{ seat, named }],
      { kind: RosterChangeKind.SEATED, on: seat.from },
      context,
    );
  });
  return problems.length > 0 ? { problems } : { seat: seat.id, of: { row, persons } };
}

/** Ends a seat with a day; rights end at 24:00 in Japan. @throws {HubError} as {@link seatInHand} */
export async function endSeat(
  { id, expected }: SeatVersion,
  lastDay: string,
  reason: string | undefined,
  context: CollaborationContext,
): Promise<ChangedRoster> {
  const field = 'Mutation.endSeat';
  const found = await seatInHand(id, 'COORDINATOR', context, field);
  const { seat } = found;
  const stored = await context.loaders.seats.load(seat.caseId);
  // Only what the viewer can see on the roster: a coordinator's seat that is hidden is no reason, one way or the other.
  const shown = await rosterSeatsOf(stored, context.scope.membersOf(found.row.householdId), context);
  const seats = shown.map((each) => each.seat);
  const problems = endProblems(seat, lastDay, { seats, today: japanDate(context.now) });
  if (problems.length > 0) return { problems };
  return changeRoster(found, { expected, field }, context, async (transaction) => {
    await updateSeat(transaction, seat, expected, { to: lastDay });
    await noteSeats(transaction, [found], { kind: RosterChangeKind.ENDED, on: lastDay, reason }, context);
    return seat.id;
  });
}

/**
 * Gives a seat to another worker of the same office: by who leads the case, or by the manager of the office.
 * @throws {HubError} as {@link seatInHand}
 */
export async function handOverSeat(
  { id, expected }: SeatVersion,
  input: SuccessorInput,
  context: CollaborationContext,
): Promise<ChangedRoster> {
  const field = 'Mutation.handOverSeat';
  const found = await seatInHand(id, 'COORDINATOR_OR_MANAGER', context, field);
  const { seat, named } = found;
  const problems = successionProblems(seat, input, japanDate(context.now));
  if (problems.length > 0) return { problems };
  const successor: RosterSeatRow = {
    ...seat,
    id: newId('rs'),
    staffId: staffId(input.staff),
    staffName: input.staffName.trim(),
    from: input.from,
    needsWorker: false,
    succeedsId: seat.id,
    version: 1,
  };
  return changeRoster(found, { expected, field }, context, async (transaction) => {
    await updateSeat(transaction, seat, expected, { to: addDays(input.from, -1), needsWorker: false });
    await insertSeats(transaction, [{ seat: successor, named }]);
    const news = { kind: RosterChangeKind.HANDED_OVER, on: input.from };
    await noteSeats(transaction, [{ seat: successor, named }], news, context);
    return successor.id;
  });
}

/**
 * Makes a seat the lead (主担当) or the deputy (副担当) of its case, of which there is one each, or neither.
 * @throws {HubError} as {@link seatInHand}
 */
export async function setResponsibility(
  { id, expected }: SeatVersion,
  responsibility: Responsibility,
  context: CollaborationContext,
): Promise<ChangedRoster> {
  const field = 'Mutation.setResponsibility';
  const found = await seatInHand(id, 'COORDINATOR', context, field);
  const { seat } = found;
  const today = japanDate(context.now);
  if (seat.to !== null && seat.to < today) return { problems: ['この席は、すでに終了しています。'] };
  if (seat.responsibility === responsibility) return { problems: ['すでにそのように記録されています。'] };
  return changeRoster(found, { expected, field }, context, async (transaction) => {
    const seats = await transaction.findBy(RosterSeatRow, { caseId: seat.caseId });
    const former = seats.filter(
      (other) =>
        other.id !== seat.id &&
        other.responsibility === responsibility &&
        responsibility !== Responsibility.MEMBER &&
        (isLive(other, today) || other.from > today),
    );
    await Promise.all(
      former.map((other) =>
        updateSeat(transaction, other, other.version, { responsibility: Responsibility.MEMBER }),
      ),
    );
    await updateSeat(transaction, seat, expected, { responsibility });
    const formerNamed = await Promise.all(
      former.map(async (other) => ({
        seat: other,
        named: other.forEveryone ? null : await context.loaders.seatPersons.load(other.id),
      })),
    );
    const news = { kind: RosterChangeKind.RESPONSIBILITY, on: today };
    await noteSeats(transaction, [found, ...formerNamed], news, context);
    return seat.id;
  });
}

/** Says what a seat does, and when that is looked at again. @throws {HubError} as {@link seatInHand} */
export async function assignDuty(
  { id, expected }: SeatVersion,
  input: DutyInput,
  context: CollaborationContext,
): Promise<ChangedRoster> {
  const field = 'Mutation.assignDuty';
  const found = await seatInHand(id, 'COORDINATOR', context, field);
  const today = japanDate(context.now);
  const problems = dutyProblems(input, today);
  if (problems.length > 0) return { problems };
  return changeRoster(found, { expected, field }, context, async (transaction) => {
    await updateSeat(transaction, found.seat, expected, storedDuty(input));
    await noteSeats(transaction, [found], { kind: RosterChangeKind.DUTY, on: today }, context);
    return found.seat.id;
  });
}

const storedDuty = ({ duty, note, reviewOn }: DutyInput) => ({
  duty,
  dutyNote: textOf(note),
  reviewOn: reviewOn ?? null,
});
