import { In } from 'typeorm';
import { CaseStatus, mayFollow } from '../case/case-status.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { EvaluationOutcome } from '../evaluation/evaluation.js';
import { newId } from '../new-id.js';
import { reasonProblems } from '../reason.js';
import { insertPlan } from './insert-plan.js';
import { planInHand, planInSight, type PlanInHand } from './plan-in-hand.js';
import type { PlanInput } from './plan-input.js';
import { checkSheet } from './plan-sheet.js';
import { planFollowers, PlanState } from './plan-state.js';
import { PlanRow } from './plan-tables.js';
import { movePlan, planLines, stepCase, writePlan, type ChangedPlan } from './write-plan.js';

const { PLANNING, PLAN_DECIDED, SUSPENDED } = CaseStatus;

/**
 * Begins the plan that is to stand in the place of another. Work goes on by the older one until the newer is decided.
 * @throws {HubError} as {@link planInHand}
 */
export async function replan(
  id: string,
  input: PlanInput,
  expected: number,
  context: CollaborationContext,
): Promise<ChangedPlan> {
  const field = 'Mutation.replan';
  const inHand = await planInHand(id, context, field);
  const next = newId('pl');
  const changed = await writePlan(inHand, expected, context, field, async () => {
    const { row, case: of } = inHand;
    const problems = await replanProblems(inHand, context);
    if (problems.length > 0) return problems;
    const checked = await checkSheet(input, of, context);
    if (!checked.ok) return checked.problems;
    const { words } = checked;
    await change(context, planLines(words.persons, field, next), async (transaction) => {
      // A step of the older plan too, so that of two who replan it at once one wins.
      await movePlan(transaction, row, { expected, to: row.state, reason: '再プランの作成' }, context);
      await insertPlan(transaction, { id: next, of, kind: row.kind, words, replaces: id }, context);
      if (mayFollow(of.status, PLANNING))
        await stepCase(transaction, of, [PLANNING], '再プランのため', context);
    });
    return [];
  });
  return 'plan' in changed ? { plan: await planInSight(next, context, field) } : changed;
}

async function replanProblems(
  { row, case: of }: PlanInHand,
  { manager, loaders }: CollaborationContext,
): Promise<readonly string[]> {
  if (!planFollowers[row.state].includes(PlanState.REPLANNED))
    return ['決定または中断したプランだけを再プランできます。'];
  const waiting = await manager.countBy(PlanRow, {
    replacesId: row.id,
    state: In([PlanState.DRAFT, PlanState.PROPOSED]),
  });
  if (waiting > 0) return ['このプランの再プランは、すでに作成中です。'];
  if (row.state === PlanState.SUSPENDED || of.status === PLAN_DECIDED || of.status === PLANNING) return [];
  const [latest] = await loaders.planEvaluations.load(row.id);
  return latest?.outcome === EvaluationOutcome.REPLAN
    ? []
    : ['再プランの前に、評価シートで「再プラン」と結論してください。'];
}

/**
 * Suspends a decided plan; the case too, unless another plan of it goes on.
 * @throws {HubError} as {@link planInHand}
 */
export async function suspendPlan(
  id: string,
  reason: string,
  expected: number,
  context: CollaborationContext,
): Promise<ChangedPlan> {
  const field = 'Mutation.suspendPlan';
  const inHand = await planInHand(id, context, field);
  return writePlan(inHand, expected, context, field, async () => {
    const { row, case: of } = inHand;
    if (row.state !== PlanState.DECIDED) return ['決定したプランだけを中断できます。'];
    const problems = reasonProblems(reason);
    if (problems.length > 0) return problems;
    await change(context, planLines(row.persons, field, id), async (transaction) => {
      await movePlan(transaction, row, { expected, to: PlanState.SUSPENDED, reason }, context);
      const others = await transaction.countBy(PlanRow, {
        caseId: of.id,
        state: In([PlanState.DRAFT, PlanState.PROPOSED, PlanState.DECIDED]),
      });
      if (others === 0 && mayFollow(of.status, SUSPENDED))
        await stepCase(transaction, of, [SUSPENDED], `プランの中断(${id})`, context);
    });
    return [];
  });
}
