import { ErrorCode, HubError } from '@kasane/vocabulary';
import { In } from 'typeorm';
import { CaseStatus } from '../case/case-status.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { newId } from '../new-id.js';
import { insertPlan, ofSheet, versionRow } from './insert-plan.js';
import { caseToPlan, planInHand, planInSight } from './plan-in-hand.js';
import type { PlanInput } from './plan-input.js';
import { checkSheet } from './plan-sheet.js';
import { PlanKind, PlanState } from './plan-state.js';
import { PlanRow, PlanVersionRow } from './plan-tables.js';
import { movePlan, planLines, stepCase, writePlan, type ChangedPlan } from './write-plan.js';

const { ASSESSING, PLANNING, PLAN_DECIDED, IN_SUPPORT, MONITORING } = CaseStatus;

/** Where a case is while a plan is made; and while work goes by one, where another sheet may be added to it. */
const beingPlanned: readonly CaseStatus[] = [ASSESSING, PLANNING];
const beingSupported: readonly CaseStatus[] = [PLAN_DECIDED, IN_SUPPORT, MONITORING];

/** A case has one plan of a kind, and at most one that is to take its place. */
const inForce = [PlanState.DRAFT, PlanState.PROPOSED, PlanState.DECIDED, PlanState.SUSPENDED];

/**
 * Begins a plan of a case.
 * @param expectedCase the version of the case that the writer saw
 * @throws {HubError} as {@link caseToPlan}; `CONFLICT` when somebody else moved the case first
 */
export async function draftPlan(
  caseId: string,
  kind: PlanKind,
  input: PlanInput,
  expectedCase: number,
  context: CollaborationContext,
): Promise<ChangedPlan> {
  const field = 'Mutation.draftPlan';
  const { row } = await caseToPlan(caseId, context, field);
  if (row.version !== expectedCase) throw new HubError(ErrorCode.CONFLICT);
  const isSupplement = beingSupported.includes(row.status) && kind !== PlanKind.MULTI_AGENCY;
  if (!isSupplement && !beingPlanned.includes(row.status))
    return {
      problems: [
        '今のケースの状態では、このプランを作成できません。再プランは元のプランから行ってください。',
      ],
    };
  if ((await context.manager.countBy(PlanRow, { caseId, kind, state: In(inForce) })) > 0)
    return { problems: ['同じ種類のプランが、このケースにすでにあります。'] };
  const checked = await checkSheet(input, row, context);
  if (!checked.ok) return checked;
  const id = newId('pl');
  await change(context, planLines(checked.words.persons, field, id), async (transaction) => {
    await insertPlan(transaction, { id, of: row, kind, words: checked.words }, context);
    if (row.status === ASSESSING)
      await stepCase(transaction, row, [PLANNING], '支援プランの作成を始めたため', context);
  });
  return { plan: await planInSight(id, context, field) };
}

/**
 * Writes a plan anew. What was proposed has to be proposed again; what stood there before stays.
 * @throws {HubError} as {@link planInHand}
 */
export async function revisePlan(
  id: string,
  input: PlanInput,
  expected: number,
  context: CollaborationContext,
): Promise<ChangedPlan> {
  const field = 'Mutation.revisePlan';
  const inHand = await planInHand(id, context, field);
  return writePlan(inHand, expected, context, field, async () => {
    const { row } = inHand;
    if (row.state !== PlanState.DRAFT && row.state !== PlanState.PROPOSED)
      return ['決定したプランは書き換えられません。再プランを作成してください。'];
    const checked = await checkSheet(input, inHand.case, context);
    if (!checked.ok) return checked.problems;
    const { words } = checked;
    await change(context, planLines(words.persons, field, id), async (transaction) => {
      await movePlan(
        transaction,
        row,
        { expected, to: PlanState.DRAFT, set: { wordsVersion: expected + 1, ...ofSheet(words) } },
        context,
      );
      await transaction.insert(PlanVersionRow, versionRow(id, expected + 1, words, context));
    });
    return [];
  });
}

/** Hands a plan to the conference. @throws {HubError} as {@link planInHand} */
export async function proposePlan(
  id: string,
  expected: number,
  context: CollaborationContext,
): Promise<ChangedPlan> {
  const field = 'Mutation.proposePlan';
  const inHand = await planInHand(id, context, field);
  return writePlan(inHand, expected, context, field, async () => {
    const { row } = inHand;
    if (row.state !== PlanState.DRAFT) return ['作成中のプランだけを会議に提出できます。'];
    await change(context, planLines(row.persons, field, id), (transaction) =>
      movePlan(transaction, row, { expected, to: PlanState.PROPOSED }, context),
    );
    return [];
  });
}
