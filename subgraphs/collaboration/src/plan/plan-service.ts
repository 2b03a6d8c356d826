import { ErrorCode, HubError, japanDate } from '@kasane/vocabulary';
import { randomBytes } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { CaseStatus, mayFollow } from '../case/case-status.js';
import type { CaseRow } from '../case/case-tables.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { EvaluationOutcome } from '../evaluation/evaluation.js';
import { DirectoryOfficeRow } from '../office/office-tables.js';
import { reasonProblems } from '../reason.js';
import {
  caseToPlan,
  movePlan,
  planInHand,
  planInSight,
  planLines,
  stepCase,
  writePlan,
  type ChangedPlan,
  type PlanInHand,
} from './plan-in-hand.js';
import type { PlanInput } from './plan-input.js';
import { checkPlan, type CheckedPlan, type RosterPart } from './plan-rules.js';
import { planFollowers, PlanKind, PlanState } from './plan-state.js';
import { PlanEventRow, PlanRow, PlanVersionRow, type PlanWords } from './plan-tables.js';

const { ASSESSING, PLANNING, PLAN_DECIDED, IN_SUPPORT, MONITORING, SUSPENDED } = CaseStatus;

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
  const id = newPlanId();
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
  const newId = newPlanId();
  const changed = await writePlan(inHand, expected, context, field, async () => {
    const { row, case: of } = inHand;
    const problems = await replanProblems(inHand, context);
    if (problems.length > 0) return problems;
    const checked = await checkSheet(input, of, context);
    if (!checked.ok) return checked.problems;
    const { words } = checked;
    await change(context, planLines(words.persons, field, newId), async (transaction) => {
      // A step of the older plan too, so that of two who replan it at once one wins.
      await movePlan(
        transaction,
        row,
        { expected, to: row.state, reason: `再プランの作成(${newId})` },
        context,
      );
      await insertPlan(transaction, { id: newId, of, kind: row.kind, words, replaces: id }, context);
      if (of.status !== PLANNING && !beingSupported.includes(of.status))
        await stepCase(transaction, of, [PLANNING], '再プランのため', context);
    });
    return [];
  });
  return 'plan' in changed ? { plan: await planInSight(newId, context, field) } : changed;
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

/** A sheet checked against the case as it stands today. */
export async function checkSheet(
  input: PlanInput,
  of: Pick<CaseRow, 'id' | 'householdId'>,
  context: CollaborationContext,
): Promise<CheckedPlan> {
  const { scope, now, manager } = context;
  const known = scope.membersOf(of.householdId).filter((person) => scope.worksWith(person));
  const offices = await manager.findBy(DirectoryOfficeRow, {
    code: In(input.items.map(({ office }) => office)),
  });
  return checkPlan(input, {
    known,
    roster: await rosterOf(of, context),
    offices: new Map(offices.map((office) => [office.code, office])),
    today: japanDate(now),
  });
}

/**
 * The seats of a case today, each with those members for whom it is of whom the viewer may know: else what an office
 * is said not to do would tell of somebody hidden.
 */
async function rosterOf(
  { id, householdId }: Pick<CaseRow, 'id' | 'householdId'>,
  { loaders, scope, now }: CollaborationContext,
): Promise<readonly RosterPart[]> {
  const today = japanDate(now);
  const known = scope.membersOf(householdId);
  const seats = (await loaders.seats.load(id)).filter(
    ({ from, to }) => from <= today && (to === null || today <= to),
  );
  const named = await Promise.all(
    seats.map((seat) => (seat.forEveryone ? known : loaders.seatPersons.load(seat.id))),
  );
  return seats.map(({ officeCode: office, staffId: staff }, at) => ({
    office,
    staff,
    persons: known.filter((person) => named[at]?.includes(person)),
  }));
}

interface NewPlan {
  readonly id: string;
  readonly of: Pick<CaseRow, 'id' | 'householdId'>;
  readonly kind: PlanKind;
  readonly words: PlanWords;
  readonly replaces?: string;
}

async function insertPlan(
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

const ofSheet = ({ persons, from, until }: PlanWords) => ({ persons, from, until });

const versionRow = (
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

const newPlanId = (): string => `pl-${randomBytes(10).toString('hex')}`;
