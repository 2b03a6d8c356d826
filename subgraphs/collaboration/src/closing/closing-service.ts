import { about } from '@kasane/subgraph-kit';
import {
  Category,
  ErrorCode,
  HubError,
  japanDate,
  officeCode,
  OfficeStatus,
  type PersonId,
} from '@kasane/vocabulary';
import { In, type EntityManager } from 'typeorm';
import { SupportCase } from '../case/case.js';
import { CaseStatus, mayFollow } from '../case/case-status.js';
import { CaseRow } from '../case/case-tables.js';
import { change, linesOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { EvaluationOutcome } from '../evaluation/evaluation.js';
import { caseToPlan } from '../plan/plan-in-hand.js';
import { movePlan, stepCase } from '../plan/write-plan.js';
import { PlanState } from '../plan/plan-state.js';
import { PlanRow } from '../plan/plan-tables.js';
import { reasonProblems } from '../reason.js';
import { CaseClosingRow } from './closing-tables.js';
import { obstacleSources, type Obstacle } from './obstacles.js';

/** What became of a closure: done, not possible and why, or somebody still holds something. */
export type ClosedCase =
  | { readonly case: SupportCase }
  | { readonly problems: readonly string[] }
  | { readonly obstacles: readonly Obstacle[] };

export interface Closure {
  readonly id: string;
  /** Code of the office that is responsible from then on (主担当). */
  readonly leadOffice: string;
  readonly reason: string;
  /** The version of the case that the writer saw. */
  readonly expected: number;
}

const live = [PlanState.DRAFT, PlanState.PROPOSED, PlanState.DECIDED, PlanState.SUSPENDED];

/**
 * Closes a case: its plans and its seats end with it. Whoever is named as lead keeps what it has in its own system,
 * and has nothing of the hub's by being named.
 * @throws {HubError} as {@link caseToPlan}; `CONFLICT` when somebody else moved the case, or one of its plans, first
 */
export async function closeCase(closure: Closure, context: CollaborationContext): Promise<ClosedCase> {
  const { manager, scope } = context;
  const field = 'Mutation.closeCase';
  const { row, persons } = await caseToPlan(closure.id, context, field);
  if (row.version !== closure.expected) throw new HubError(ErrorCode.CONFLICT);
  const known = persons.filter((person) => scope.membersOf(row.householdId).includes(person));
  const plans = await manager.findBy(PlanRow, { caseId: row.id, state: In(live) });
  const problems = [
    ...(await statusProblems(
      row.status,
      plans.filter((plan) => plan.persons.some((person) => known.includes(person))),
      context,
    )),
    ...reasonProblems(closure.reason),
    ...(await leadProblems(closure.leadOffice, context)),
  ];
  if (problems.length > 0) return { problems };
  const obstacles = (
    await Promise.all(obstacleSources.map((source) => source(manager, row.id, known)))
  ).flat();
  if (obstacles.length > 0) return { obstacles };

  await change(context, caseLines(known, field, row.id), (transaction) =>
    writeClosure(transaction, { ...closure, row, plans, known }, context),
  );
  const closed = await manager.findOneByOrFail(CaseRow, { id: row.id });
  return { case: about(Object.assign(new SupportCase(), closed, { row: closed }), persons) };
}

async function writeClosure(
  transaction: EntityManager,
  {
    row,
    plans,
    known,
    leadOffice,
    reason,
  }: Closure & {
    readonly row: CaseRow;
    readonly plans: readonly PlanRow[];
    readonly known: readonly PersonId[];
  },
  context: CollaborationContext,
): Promise<void> {
  const { viewer, now } = context;
  const today = japanDate(now);
  await stepCase(transaction, row, [CaseStatus.CLOSED], `終結(主担当 ${leadOffice})`, context);
  // One after the other: they share the connection of the transaction.
  for (const plan of plans)
    await movePlan(
      transaction,
      plan,
      { expected: plan.version, to: PlanState.CLOSED, reason: 'ケースの終結' },
      context,
    );
  await transaction.insert(CaseClosingRow, {
    caseId: row.id,
    leadOffice: officeCode(leadOffice),
    reason: reason.trim(),
    persons: [...known],
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  });
  await transaction.sql`UPDATE roster_seat SET to_date = ${today}
    WHERE case_id = ${row.id} AND (to_date IS NULL OR to_date > ${today})`;
}

/** What was planned and decided is evaluated before it ends; what never came to a plan ends with a reason. */
async function statusProblems(
  status: CaseStatus,
  plans: readonly PlanRow[],
  { loaders }: CollaborationContext,
): Promise<readonly string[]> {
  if (!mayFollow(status, CaseStatus.CLOSED))
    return ['今のケースの状態では終結できません。支援中のケースは、先に評価シートを記録してください。'];
  const decided = plans.filter(({ state }) => state === PlanState.DECIDED || state === PlanState.SUSPENDED);
  const latest = await Promise.all(
    decided.map(async ({ id }) => (await loaders.planEvaluations.load(id))[0]),
  );
  return latest.every((evaluation) => evaluation?.outcome === EvaluationOutcome.CLOSE)
    ? []
    : ['決定したプランについて、評価シートで「終結」と結論してください。'];
}

async function leadProblems(
  leadOffice: string,
  { loaders }: CollaborationContext,
): Promise<readonly string[]> {
  const office = await loaders.offices.load(leadOffice);
  return office?.status === OfficeStatus.OPEN
    ? []
    : ['終結後の主担当は、開設されている登録機関にしてください。'];
}

/** The lines that a change of a case leaves in the ledger. */
export const caseLines = (persons: readonly PersonId[], field: string, evidence: string) =>
  linesOf(persons, Category.INVOLVEMENT, field, evidence);
