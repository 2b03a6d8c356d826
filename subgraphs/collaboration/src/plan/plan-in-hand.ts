import {
  Category,
  ErrorCode,
  HubError,
  japanDate,
  Role,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { CaseRow } from '../case/case-tables.js';
import { coordinates as leadsCase } from '../case/coordinate-case.js';
import { caseInHand, type CaseInHand } from '../case/move-case.js';
import type { CollaborationContext } from '../context.js';
import { askedId } from '../input.js';
import { requireOfficial, requireRole } from '../permission.js';
import { openPlans } from './open-plan.js';
import type { SupportPlan } from './plan.js';
import { PlanRow, PlanVersionRow } from './plan-tables.js';

/** Nobody's household: so that a plan that is not there costs as much as one that is. */
const NO_HOUSEHOLD = '' as HouseholdId;

/**
 * A plan of which the viewer may know, with everybody of its household decided.
 * @throws {HubError} `NOT_FOUND` when there is none, or none of which the viewer may know: the same words, the same
 * line in the ledger
 */
export async function planInSight(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<SupportPlan> {
  const { manager, loaders, scope, recorder, now } = context;
  const row = await manager.findOneBy(PlanRow, { id: askedId(id) });
  await scope.admitMembers(await loaders.facts.members([row?.householdId ?? NO_HOUSEHOLD], japanDate(now)));
  const [plan] = row ? openPlans([row], context) : [];
  if (plan) return plan;
  return absent(recorder, Category.SUPPORT_PLAN, field);
}

/**
 * A case that the viewer coordinates.
 * @throws {HubError} `FORBIDDEN` to who is no coordinator, and to who sits in the case as something else; `NOT_FOUND`
 * as {@link caseInHand}
 */
export async function caseToPlan(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<CaseInHand> {
  requireRole(context.viewer, Role.COORDINATOR);
  requireOfficial(context.viewer);
  const inHand = await caseInHand(id, context, field);
  if (!coordinates(inHand.persons, context) || !(await leadsCase(inHand, context)))
    throw new HubError(ErrorCode.FORBIDDEN);
  return inHand;
}

/** Whether plans about these persons are the viewer's own duty: by a coordinator's seat, and no other. */
export const coordinates = (
  persons: readonly PersonId[],
  { scope }: Pick<CollaborationContext, 'scope'>,
): boolean =>
  scope.permits(persons, Category.SUPPORT_PLAN)?.every(({ rule }) => rule === 'OWN_OFFICE') ?? false;

/** A plan before it is changed. */
export interface PlanInHand {
  readonly plan: SupportPlan;
  /**
   * Those of whom it speaks with whom the viewer works: not who has left the household since, nor whoever is hidden.
   * Work on the plan goes on for them, and can be ended; words about the others are shown to nobody.
   */
  readonly persons: readonly PersonId[];
  readonly row: PlanRow;
  readonly case: CaseRow;
  readonly sheet: PlanVersionRow;
}

/**
 * A plan of a case that the viewer coordinates.
 * @throws {HubError} as {@link caseToPlan} and {@link planInSight}
 */
export async function planInHand(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<PlanInHand> {
  requireRole(context.viewer, Role.COORDINATOR);
  requireOfficial(context.viewer);
  const plan = await planInSight(id, context, field);
  const { row } = plan;
  const persons = plan.subjects ?? [];
  const [of, sheet] = await Promise.all([
    context.manager.findOneByOrFail(CaseRow, { id: row.caseId }),
    context.manager.findOneByOrFail(PlanVersionRow, { planId: id, version: row.wordsVersion }),
  ]);
  // The duty may come of a newer case about the same persons: what an older one left is read by it, not written.
  if (!coordinates(persons, context) || !(await leadsCase({ row: of }, context)))
    throw new HubError(ErrorCode.FORBIDDEN);
  return { plan, row, case: of, sheet, persons };
}
