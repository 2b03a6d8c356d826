import { Category, ErrorCode, HubError, type PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { CaseStatus } from '../case/case-status.js';
import type { CaseRow } from '../case/case-tables.js';
import { moveCase } from '../case/move-case.js';
import { linesOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import type { SupportPlan } from './plan.js';
import { planInSight, type PlanInHand } from './plan-in-hand.js';
import type { PlanState } from './plan-state.js';
import { PlanEventRow, PlanRow } from './plan-tables.js';

export interface PlanMove {
  /** The version that the writer saw. */
  readonly expected: number;
  readonly to: PlanState;
  readonly reason?: string | undefined;
  readonly conference?: string | undefined;
  readonly consents?: readonly string[];
  /** What else of the plan changes with it. */
  readonly set?: Partial<Pick<PlanRow, 'wordsVersion' | 'persons' | 'from' | 'until' | 'nextMonitoringOn'>>;
}

/**
 * Moves a plan on, as a part of a larger change.
 * @throws {HubError} `CONFLICT` when somebody else changed it first
 */
export async function movePlan(
  transaction: EntityManager,
  { id }: Pick<PlanRow, 'id'>,
  { expected, to, reason, conference, consents = [], set = {} }: PlanMove,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<void> {
  const { affected } = await transaction.update(
    PlanRow,
    { id, version: expected },
    { ...(set as object), state: to, version: expected + 1 },
  );
  if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
  await transaction.insert(PlanEventRow, {
    planId: id,
    version: expected + 1,
    to,
    reason: reason?.trim() ?? null,
    conferenceId: conference ?? null,
    consentIds: [...consents],
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  });
}

/** Takes a case through some steps, one after the other, each on record. @throws {HubError} as {@link moveCase} */
export async function stepCase(
  transaction: EntityManager,
  { id, status, version }: Pick<CaseRow, 'id' | 'status' | 'version'>,
  steps: readonly CaseStatus[],
  reason: string,
  context: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<void> {
  let from = status;
  for (const [at, to] of steps.entries()) {
    await moveCase(transaction, { row: { id, status: from }, expected: version + at, to, reason }, context);
    from = to;
  }
}

/** The lines that a change of a plan leaves in the ledger: one for everybody of whom it speaks. */
export const planLines = (persons: readonly PersonId[], field: string, evidence: string) =>
  linesOf(persons, Category.SUPPORT_PLAN, field, evidence);

/** What became of a change of a plan: done, not to be recorded and why, or somebody else was first. */
export type ChangedPlan =
  { readonly plan: SupportPlan } | { readonly problems: readonly string[] } | { readonly newer: SupportPlan };

/**
 * Writes a change of a plan that was in hand. Of two who saw the same version the second is given what stands there
 * now, so that nothing they typed is lost.
 */
export async function writePlan(
  { row }: Pick<PlanInHand, 'row'>,
  expected: number,
  context: CollaborationContext,
  field: string,
  write: () => Promise<readonly string[]>,
): Promise<ChangedPlan> {
  try {
    const problems = row.version === expected ? await write() : [];
    if (problems.length > 0) return { problems };
    forget(row.id, context);
    const plan = await planInSight(row.id, context, field);
    return row.version === expected ? { plan } : { newer: plan };
  } catch (error) {
    if (!(error instanceof HubError && error.code === ErrorCode.CONFLICT)) throw error;
    forget(row.id, context);
    const newer = await planInSight(row.id, context, field);
    // The case moved on, and not the plan: whoever writes must read the case again.
    if (newer.version === expected) throw error;
    return { newer };
  }
}

/** What was read of a plan before it was changed is not what it is now. */
function forget(plan: string, { loaders }: CollaborationContext): void {
  loaders.planVersions.clear(plan);
  loaders.planEvents.clear(plan);
  loaders.planItems.clear(plan);
  loaders.planMonitorings.clear(plan);
  loaders.planEvaluations.clear(plan);
}
