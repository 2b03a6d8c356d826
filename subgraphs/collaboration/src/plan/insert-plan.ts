import type { EntityManager } from 'typeorm';
import type { CaseRow } from '../case/case-tables.js';
import type { CollaborationContext } from '../context.js';
import { PlanState, type PlanKind } from './plan-state.js';
import { PlanEventRow, PlanRow, PlanVersionRow, type PlanWords } from './plan-tables.js';

/** A plan to begin. */
export interface NewPlan {
  readonly id: string;
  readonly of: Pick<CaseRow, 'id' | 'householdId'>;
  readonly kind: PlanKind;
  readonly words: PlanWords;
  readonly replaces?: string;
}

/** Writes a new plan with its first words, as a part of a larger change. */
export async function insertPlan(
  transaction: EntityManager,
  { id, of, kind, words, replaces }: NewPlan,
  context: CollaborationContext,
): Promise<void> {
  const { viewer, now } = context;
  await transaction.insert(PlanRow, {
    id,
    caseId: of.id,
    householdId: of.householdId,
    kind,
    state: PlanState.DRAFT,
    version: 1,
    wordsVersion: 1,
    ...(ofSheet(words) as object),
    nextMonitoringOn: null,
    replacesId: replaces ?? null,
    draftedAt: now,
  });
  await transaction.insert(PlanVersionRow, versionRow(id, 1, words, context));
  await transaction.insert(PlanEventRow, {
    planId: id,
    version: 1,
    to: PlanState.DRAFT,
    reason: null,
    conferenceId: null,
    consentIds: [],
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  });
}

/** What of its words stands with the plan itself. */
export const ofSheet = ({ persons, from, until }: PlanWords) => ({ persons, from, until });

/** Words as they are written once. */
export const versionRow = (
  planId: string,
  version: number,
  words: PlanWords,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
) => ({
  planId,
  version,
  words: words as never,
  officeCode: viewer.office,
  staffId: viewer.staffId,
  at: now,
});
