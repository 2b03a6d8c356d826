import { Category, ErrorCode, HubError, japanDate, type HouseholdId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { absent } from '../absent.js';
import { CaseStatus } from '../case/case-status.js';
import { CaseRow } from '../case/case-tables.js';
import { ownSeatsIn } from '../case/own-seat.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { askedId, charProblems, textOf } from '../input.js';
import { reasonProblems } from '../reason.js';
import { itemOf } from './open-plan.js';
import type { PlanItem } from './plan-item.js';
import { MAX_WORDS } from './plan-input.js';
import { coordinates } from './plan-in-hand.js';
import { itemFollowers, PlanItemState, PlanState } from './plan-state.js';
import { PlanItemEventRow, PlanItemRow, PlanRow } from './plan-tables.js';
import { planLines, stepCase } from './write-plan.js';

/** Nobody's household: so that an item that is not there costs as much as one that is. */
const NO_HOUSEHOLD = '' as HouseholdId;

/** What became of a change of an item. */
export type ChangedItem =
  { readonly item: PlanItem } | { readonly problems: readonly string[] } | { readonly newer: PlanItem };

interface ItemInHand {
  readonly item: PlanItem;
  readonly plan: PlanRow;
  readonly case: CaseRow;
}

/**
 * An item that the viewer may move, of an open case in which they have a seat: that of their own office, whose persons
 * they work with, or any that they coordinate.
 * @throws {HubError} `NOT_FOUND` otherwise: the same words for one that does not exist, the same line in the ledger
 */
async function itemInHand(id: string, context: CollaborationContext, field: string): Promise<ItemInHand> {
  const { manager, loaders, scope, recorder, now } = context;
  const row = await manager.findOneBy(PlanItemRow, { id: askedId(id) });
  const plan = await manager.findOneBy(PlanRow, { id: row?.planId ?? '' });
  await scope.admitMembers(await loaders.facts.members([plan?.householdId ?? NO_HOUSEHOLD], japanDate(now)));
  const of = await manager.findOneBy(CaseRow, { id: plan?.caseId ?? '' });
  const seats = await ownSeatsIn(of, context);
  const [item] = row && plan ? itemOf(row, plan.householdId, context) : [];
  if (
    item &&
    plan &&
    of &&
    seats.length > 0 &&
    (holds(item, context) || coordinates(item.row.persons, context))
  )
    return { item, plan, case: of };
  return absent(recorder, Category.SUPPORT_PLAN, field);
}

/** Whether an item is the viewer's to do: their office's, and about persons with whom they work. */
const holds = (
  { author, row }: PlanItem,
  { viewer, scope }: Pick<CollaborationContext, 'viewer' | 'scope'>,
): boolean => author === viewer.office && row.persons.every((person) => scope.worksWith(person));

/** One step of an item. */
export interface ItemStep {
  readonly id: string;
  /** The version that the writer saw. */
  readonly expected: number;
  readonly to: PlanItemState;
  /** What is reported: of an item that cannot be done, why. */
  readonly words: string | undefined;
}

/**
 * Moves an item on, or reports on it; who begins the first of a plan brings the case into support.
 * @throws {HubError} as {@link itemInHand}
 */
export async function moveItem(
  step: ItemStep,
  context: CollaborationContext,
  field: string,
): Promise<ChangedItem> {
  const { item, plan, case: of } = await itemInHand(step.id, context, field);
  if (item.version !== step.expected) return { newer: item };
  const problems = stepProblems(step, item.row, plan);
  if (problems.length > 0) return { problems };
  try {
    await change(context, planLines(item.row.persons, field, step.id), async (transaction) => {
      await writeStep(transaction, step, context);
      if (of.status === CaseStatus.PLAN_DECIDED)
        await stepCase(transaction, of, [CaseStatus.IN_SUPPORT], `支援の開始(${plan.id})`, context);
    });
  } catch (error) {
    if (!(error instanceof HubError && error.code === ErrorCode.CONFLICT)) throw error;
    forget(item, context);
    const { item: newer } = await itemInHand(step.id, context, field);
    // The case moved on, and not the item: nothing of it was written, and it may be tried again.
    if (newer.version === step.expected) throw error;
    return { newer };
  }
  forget(item, context);
  return { item: (await itemInHand(step.id, context, field)).item };
}

/** What was read of an item before it was changed is not what it is now. */
function forget({ id, planId }: PlanItem, { loaders }: CollaborationContext): void {
  loaders.planItemEvents.clear(id);
  loaders.planItems.clear(planId);
}

function stepProblems(
  { to, words = '' }: ItemStep,
  { state }: Pick<PlanItemRow, 'state'>,
  plan: Pick<PlanRow, 'state'>,
): readonly string[] {
  if (plan.state !== PlanState.DECIDED) return ['このプランは、今は実施中ではありません。'];
  if (!itemFollowers[state].includes(to)) return ['今の状態からは、この記録はできません。'];
  if (to === PlanItemState.CANNOT_DO) return reasonProblems(words);
  // It is begun without words; what is reported says something.
  if (state !== PlanItemState.GIVEN && words.trim() === '') return ['経過・結果を記入してください。'];
  if (charProblems(words).length > 0) return charProblems(words);
  return [...words].length > MAX_WORDS ? [`経過・結果は${MAX_WORDS}文字以内にしてください。`] : [];
}

async function writeStep(
  transaction: EntityManager,
  { id, expected, to, words }: ItemStep,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<void> {
  const { affected } = await transaction.update(
    PlanItemRow,
    { id, version: expected },
    { state: to, version: expected + 1 },
  );
  if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
  await transaction.insert(PlanItemEventRow, {
    itemId: id,
    version: expected + 1,
    to,
    words: textOf(words),
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  });
}
