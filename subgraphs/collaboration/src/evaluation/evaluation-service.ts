import { OfficeStatus, officeCode } from '@kasane/vocabulary';
import { CaseStatus } from '../case/case-status.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { textOf } from '../input.js';
import { newId } from '../new-id.js';
import { goalsOf, speaksOnlyOf } from '../plan/open-plan.js';
import { planInHand } from '../plan/plan-in-hand.js';
import { movePlan, planLines, stepCase, writePlan, type ChangedPlan } from '../plan/write-plan.js';
import { PlanState } from '../plan/plan-state.js';
import type { PlanWords } from '../plan/plan-tables.js';
import { charProblems } from '../input.js';
import { EvaluationOutcome, evaluationOutcomeLabels, type EvaluationInput } from './evaluation.js';
import { EvaluationRow } from './evaluation-tables.js';

const { MONITORING, EVALUATED, SUSPENDED } = CaseStatus;

/**
 * Records the evaluation sheet of a plan. What follows from it is done by itself: to close, to plan anew, to suspend.
 * @throws {HubError} as {@link planInHand}
 */
export async function evaluatePlan(
  planId: string,
  input: EvaluationInput,
  expected: number,
  context: CollaborationContext,
): Promise<ChangedPlan> {
  const field = 'Mutation.evaluatePlan';
  const inHand = await planInHand(planId, context, field);
  return writePlan(inHand, expected, context, field, async () => {
    const { row, case: of, sheet } = inHand;
    if (row.state !== PlanState.DECIDED && row.state !== PlanState.SUSPENDED)
      return ['決定または中断したプランだけを評価できます。'];
    if (of.status !== MONITORING && of.status !== EVALUATED && of.status !== SUSPENDED)
      return ['評価の前に、次回の日付のないモニタリングを記録してください。'];
    const successor = input.successor ? await context.loaders.offices.load(input.successor) : null;
    // What is not shown cannot be judged: the plan of whom somebody has left is ended all the same.
    const shown = speaksOnlyOf(sheet.words, inHand.persons) ? sheet.words : undefined;
    const problems = evaluationProblems(input, shown, successor?.status);
    if (problems.length > 0) return problems;
    await change(context, planLines(row.persons, field, planId), async (transaction) => {
      const reason = `評価(${evaluationOutcomeLabels[input.outcome].ja})`;
      await movePlan(
        transaction,
        row,
        { expected, to: row.state, reason, set: { nextMonitoringOn: null } },
        context,
      );
      await transaction.insert(EvaluationRow, {
        id: newId('pe'),
        planId,
        outcome: input.outcome,
        goals: input.goals.map(({ number, achievement }) => ({ number, achievement })),
        issues: input.issues.map(({ number, change: became }) => ({ number, change: became })),
        remaining: textOf(input.remaining),
        ownWords: textOf(input.ownWords),
        successorOffice: input.successor ? officeCode(input.successor) : null,
        persons: [...inHand.persons],
        officeCode: context.viewer.office,
        staffId: context.viewer.staffId,
        at: context.now,
      });
      if (of.status === MONITORING) await stepCase(transaction, of, [EVALUATED], reason, context);
    });
    return [];
  });
}

/**
 * @param words the sheet, where the viewer is shown it: else there is no goal or issue to judge
 * @param status whether the office that is named as successor is open; nothing when the directory has none
 */
export function evaluationProblems(
  { outcome, goals, issues, successor, remaining, ownWords }: EvaluationInput,
  words: Pick<PlanWords, 'longTermGoal' | 'shortTermGoals' | 'issues'> | undefined,
  status: OfficeStatus | undefined,
): readonly string[] {
  const isEach = (numbers: readonly number[], count: number): boolean =>
    numbers.length === count &&
    new Set(numbers).size === count &&
    numbers.every((one) => one >= 1 && one <= count);
  const areJudged =
    words &&
    isEach(
      goals.map(({ number }) => number),
      goalsOf(words).length,
    ) &&
    isEach(
      issues.map(({ number }) => number),
      words.issues.length,
    );
  const isBlank = goals.length === 0 && issues.length === 0;
  return [
    ...charProblems([remaining, ownWords]),
    ...(words && !areJudged
      ? ['プランのすべての目標と課題について、一つずつ達成度と変化を記入してください。']
      : []),
    ...(!words && !isBlank ? ['表示されない目標と課題は評価できません。空欄にしてください。'] : []),
    ...(outcome === EvaluationOutcome.CLOSE && !successor
      ? ['終結するときは、引継先の機関を記入してください。']
      : []),
    ...(successor && status !== OfficeStatus.OPEN
      ? ['引継先の機関は、開設されている登録機関にしてください。']
      : []),
  ];
}
