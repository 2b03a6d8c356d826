import { Category, ErrorCode, HubError, type PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { CaseInHand } from '../case/move-case.js';
import { CaseRow, RosterSeatPersonRow, RosterSeatRow } from '../case/case-tables.js';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { textOf } from '../input.js';
import { newId } from '../new-id.js';
import { RosterEventRow } from './roster-tables.js';
import type { SeatInHand } from './seat-in-hand.js';
import type { RosterChangeKind } from './seat-words.js';

/** What became of a change of a roster: done; not to be done, and why; or somebody else was first. */
export type ChangedRoster =
  | { readonly seat: string; readonly of: CaseInHand }
  | { readonly problems: readonly string[] }
  | { readonly newer: string; readonly of: CaseInHand };

/** What is noted of one seat. */
export interface SeatNews {
  readonly kind: RosterChangeKind;
  readonly on: string;
  readonly reason?: string | undefined;
}

type Sitting = Pick<SeatInHand, 'seat' | 'named'>;

/** Writes a change of a seat, once its case is locked: two at once are one after the other. */
export async function changeRoster(
  found: SeatInHand,
  { expected, field }: { readonly expected: number; readonly field: string },
  context: CollaborationContext,
  write: (transaction: EntityManager) => Promise<string>,
): Promise<ChangedRoster> {
  const { row, persons, seat } = found;
  const of = { row, persons };
  if (seat.version !== expected) return { newer: seat.id, of };
  const line = lineOf(field, seat.id, { category: Category.INVOLVEMENT, household: row.householdId });
  let written = seat.id;
  try {
    await change(context, [line], async (transaction) => {
      await lockCase(transaction, row.id);
      written = await write(transaction);
    });
  } catch (error) {
    if (error instanceof HubError && error.code === ErrorCode.CONFLICT) return { newer: seat.id, of };
    throw error;
  }
  return { seat: written, of };
}

export async function lockCase(transaction: EntityManager, id: string): Promise<void> {
  await transaction.findOneOrFail(CaseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** @throws {HubError} `CONFLICT` when the seat is not any more what its writer saw */
export async function updateSeat(
  transaction: EntityManager,
  seat: Pick<RosterSeatRow, 'id'>,
  expected: number,
  more: Partial<RosterSeatRow>,
): Promise<void> {
  const { affected } = await transaction.update(
    RosterSeatRow,
    { id: seat.id, version: expected },
    { ...more, version: expected + 1 },
  );
  if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
}

/** Puts what happened to seats on record. */
export async function noteSeats(
  transaction: EntityManager,
  sittings: readonly Sitting[],
  { kind, on, reason }: SeatNews,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<void> {
  if (sittings.length === 0) return;
  await transaction.insert(
    RosterEventRow,
    sittings.map(({ seat, named }) => ({
      id: newId('re'),
      caseId: seat.caseId,
      seatId: seat.id,
      kind,
      on,
      reason: textOf(reason),
      persons: named as PersonId[] | null,
      seatOffice: seat.officeCode,
      officeCode: viewer.office,
      staffId: viewer.staffId,
      at: now,
    })),
  );
}

/** New seats, with those whom they are for. */
export async function insertSeats(transaction: EntityManager, sittings: readonly Sitting[]): Promise<void> {
  if (sittings.length === 0) return;
  await transaction.insert(
    RosterSeatRow,
    sittings.map(({ seat }) => ({ ...seat })),
  );
  const named = sittings.flatMap((sitting) =>
    (sitting.named ?? []).map((personId) => ({ seatId: sitting.seat.id, personId })),
  );
  if (named.length > 0) await transaction.insert(RosterSeatPersonRow, named);
}
