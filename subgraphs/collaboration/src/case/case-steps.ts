import { Category, ErrorCode, HubError, type PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { change, lineOf, linesOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { reasonProblems } from '../reason.js';
import { CaseStatus, caseStatusLabels } from './case-status.js';
import { CaseRow } from './case-tables.js';
import { caseToCoordinate } from './coordinate-case.js';
import { moveCase, type CaseInHand } from './move-case.js';

/** A step: from where it may be taken, and where it leads. */
export interface CaseStepPlan {
  /** Schema coordinate of the mutation. */
  readonly field: string;
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus;
}

const { ACCEPTED, ASSESSING, PLANNING, PLAN_DECIDED, IN_SUPPORT, MONITORING, EVALUATED } = CaseStatus;

export const beginAssessment: CaseStepPlan = {
  field: 'Mutation.beginAssessment',
  from: [ACCEPTED],
  to: ASSESSING,
};
export const suspension: CaseStepPlan = {
  field: 'Mutation.suspendCase',
  from: [ASSESSING, PLANNING, PLAN_DECIDED, IN_SUPPORT, MONITORING, EVALUATED],
  to: CaseStatus.SUSPENDED,
};
export const resumption = (to: typeof ASSESSING | typeof PLANNING): CaseStepPlan => ({
  field: 'Mutation.resumeCase',
  from: [CaseStatus.SUSPENDED],
  to,
});

/** What became of a step: taken; not to be taken, and why; or somebody else was first, and how it stands now. */
export type SteppedCase =
  { readonly taken: CaseInHand } | { readonly problems: readonly string[] } | { readonly newer: CaseInHand };

/** What is written together with a step. */
export interface AlongWith {
  readonly persons: readonly PersonId[];
  readonly write: (transaction: EntityManager) => Promise<void>;
}

/** Which case, and the version of it that the writer saw. */
export interface CaseVersion {
  readonly id: string;
  readonly expected: number;
}

/**
 * Takes a step of a case that the viewer leads.
 * @param reason why, at least ten characters; undefined where the step needs none
 * @throws {HubError} as {@link caseToCoordinate}
 */
export async function takeStep(
  { id, expected }: CaseVersion,
  step: CaseStepPlan,
  reason: string | undefined,
  context: CollaborationContext,
): Promise<SteppedCase> {
  const found = await caseToCoordinate(id, context, step.field);
  return stepOf(found, expected, step, reason, context);
}

/** The same of a case in hand, with what else is written in the same moment. */
export async function stepOf(
  found: CaseInHand,
  expected: number,
  step: CaseStepPlan,
  reason: string | undefined,
  context: CollaborationContext,
  also?: AlongWith,
): Promise<SteppedCase> {
  const { row, persons } = found;
  if (row.version !== expected) return { newer: found };
  const problems = [
    ...stepProblems(row.status, step),
    ...(reason === undefined ? [] : reasonProblems(reason)),
  ];
  if (problems.length > 0) return { problems };
  try {
    await change(context, linesOfCase(step.field, found, also?.persons ?? []), async (transaction) => {
      await moveCase(transaction, { row, expected, to: step.to, reason: reason?.trim() }, context);
      await also?.write(transaction);
    });
  } catch (error) {
    // Two at once: who comes second is shown what stands there now, and takes their step again or not at all.
    if (error instanceof HubError && error.code === ErrorCode.CONFLICT)
      return { newer: await readAgain(found, context) };
    throw error;
  }
  return { taken: { ...(await readAgain(found, context)), persons } };
}

/** Why a step cannot be taken from where the case stands. */
export const stepProblems = (status: CaseStatus, { from, to }: CaseStepPlan): readonly string[] =>
  from.includes(status)
    ? []
    : [`「${caseStatusLabels[status].ja}」のケースは「${caseStatusLabels[to].ja}」にできません。`];

const linesOfCase = (field: string, { row }: CaseInHand, persons: readonly PersonId[]) => [
  lineOf(field, row.id, { category: Category.INVOLVEMENT, household: row.householdId }),
  ...linesOf(persons, Category.INVOLVEMENT, field, row.id),
];

async function readAgain(
  { row, persons }: CaseInHand,
  { manager, loaders }: CollaborationContext,
): Promise<CaseInHand> {
  loaders.cases.clear(row.householdId);
  return { row: await manager.findOneByOrFail(CaseRow, { id: row.id }), persons };
}
