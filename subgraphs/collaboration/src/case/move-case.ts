import {
  Category,
  ErrorCode,
  HubError,
  japanDate,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { absent } from '../absent.js';
import type { CollaborationContext } from '../context.js';
import { toldTogether } from '../disclosure/told-together.js';
import { askedId } from '../input.js';
import { newId } from '../new-id.js';
import { isOver, mayFollow, type CaseStatus } from './case-status.js';
import { CaseEventRow, CaseRow } from './case-tables.js';
import { ownSeatsIn } from './own-seat.js';

/** A case that the viewer works on, with those of its household of whom the viewer may know. */
export interface CaseInHand {
  readonly row: CaseRow;
  readonly persons: readonly PersonId[];
}

/** Nobody's household: so that a case that is not there costs as much as one that is. */
const NO_HOUSEHOLD = '' as HouseholdId;

/**
 * An open case in which the viewer has a seat, with everybody of its household decided.
 * @throws {HubError} `NOT_FOUND` when there is none, or none that the viewer works on: the same words, the same line in
 * the ledger
 */
export async function caseInHand(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<CaseInHand> {
  const { manager, loaders, scope, recorder, now } = context;
  const row = await manager.findOneBy(CaseRow, { id: askedId(id) });
  const members = await loaders.facts.members([row?.householdId ?? NO_HOUSEHOLD], japanDate(now));
  await scope.admitMembers(members);
  const seats = await ownSeatsIn(row, context);
  const persons = toldTogether(
    members.map(({ personId }) => personId).filter((person) => scope.worksWith(person)),
    scope,
  );
  if (row && seats.length > 0 && persons.length > 0) return { row, persons };
  return absent(recorder, Category.INVOLVEMENT, field);
}

/**
 * Moves a case on, as a part of a larger change: who wrote the case last must have seen what stands there now.
 * @param expected the version that the writer saw
 * @throws {HubError} `CONFLICT` when somebody else moved it first; `BAD_USER_INPUT` when that step does not follow
 */
export async function moveCase(
  transaction: EntityManager,
  { row, expected, to, reason }: MoveOfCase,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<void> {
  if (!mayFollow(row.status, to))
    throw new HubError(ErrorCode.BAD_USER_INPUT, `A case that is ${row.status} cannot become ${to}.`);
  const { affected } = await transaction.update(
    CaseRow,
    { id: row.id, version: expected },
    { status: to, version: expected + 1, ...(isOver(to) && { closedOn: japanDate(now) }) },
  );
  if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
  await transaction.insert(CaseEventRow, {
    id: newId('ce'),
    caseId: row.id,
    from: row.status,
    to,
    reason: reason ?? null,
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  });
}

export interface MoveOfCase {
  readonly row: Pick<CaseRow, 'id' | 'status'>;
  readonly expected: number;
  readonly to: CaseStatus;
  readonly reason?: string | undefined;
}
