import type { EntityManager } from 'typeorm';
import { CaseStatus } from '../case/case-status.js';
import { CaseRow } from '../case/case-tables.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { FactsRepository } from '../disclosure/facts.js';
import { newId } from '../new-id.js';
import { charProblems } from '../input.js';
import { consentTo, recipientsOf, type ConsentGap } from './plan-consent.js';
import { conferenceProblems, isOnPaper } from './plan-conference.js';
import { planInHand, type PlanInHand } from './plan-in-hand.js';
import { checkSheet } from './plan-sheet.js';
import { PlanItemState, PlanState } from './plan-state.js';
import { PlanItemRow, PlanRow, type PlanWords } from './plan-tables.js';
import { movePlan, planLines, stepCase, writePlan, type ChangedPlan } from './write-plan.js';

/** Why a plan is not decided; nothing of it was written. */
export type Undecided = { readonly problems: readonly string[] } | { readonly gaps: readonly ConsentGap[] };

/**
 * Decides a plan, as a part of a larger change: of the conference that found it appropriate. Its items are given to
 * their offices, the case goes on, and the plan in whose place it stands ends.
 *
 * The caller has taken the plan in hand before (`planToDecide`), and writes `planLines` with its own lines in the
 * ledger.
 * @returns why it is not decided; nothing when it is
 * @throws {HubError} `CONFLICT` when somebody else changed the plan or its case first
 */
export async function decidePlan(
  transaction: EntityManager,
  { plan, conference, expected }: PlanDecision,
  context: CollaborationContext,
): Promise<Undecided | undefined> {
  const { row, problems } = plan;
  const { words } = plan.sheet;
  if (problems.length > 0) return { problems };
  if (conference.trim() === '' || conference.length > MAX_CONFERENCE)
    return { problems: [`会議の番号または名称を、${MAX_CONFERENCE}文字以内で記入してください。`] };
  const unsaid = await conferenceProblems(transaction, plan, conference);
  if (unsaid.length > 0) return { problems: unsaid };
  if (charProblems(conference).length > 0) return { problems: charProblems(conference) };
  const { gaps, consents } = await consentsOf(transaction, words, context);
  if (gaps.length > 0) return { gaps };

  await movePlan(
    transaction,
    row,
    {
      expected,
      to: PlanState.DECIDED,
      conference: conference.trim(),
      consents,
      set: { nextMonitoringOn: words.monitoringOn[0] ?? null },
    },
    context,
  );
  await transaction.insert(
    PlanItemRow,
    words.items.map(({ office, staff, persons, ...item }, position) => ({
      ...item,
      id: newId('pi'),
      planId: row.id,
      position,
      officeCode: office,
      staffId: staff,
      persons: [...persons],
      state: PlanItemState.GIVEN,
      version: 1,
      givenAt: context.now,
    })),
  );
  const replaced = row.replacesId && (await transaction.findOneBy(PlanRow, { id: row.replacesId }));
  if (replaced)
    await movePlan(
      transaction,
      replaced,
      { expected: replaced.version, to: PlanState.REPLANNED, reason: '再プランの決定' },
      context,
    );
  const of = await transaction.findOneByOrFail(CaseRow, { id: row.caseId });
  if (of.status === CaseStatus.PLANNING)
    await stepCase(
      transaction,
      of,
      [CaseStatus.PLAN_DECIDED],
      isOnPaper(conference) ? `プランの決定(${conference.trim()})` : 'プランの決定',
      context,
    );
  return undefined;
}

/** Characters that the name of a conference on paper has at most. */
const MAX_CONFERENCE = 64;

/** A plan, and why it cannot be decided as it is. */
export interface PlanToDecide extends PlanInHand {
  readonly problems: readonly string[];
}

/**
 * Takes a plan in hand to decide it: read outside of the transaction, which holds a connection of its own.
 * @throws {HubError} as {@link planInHand}
 */
export async function planToDecide(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<PlanToDecide> {
  const plan = await planInHand(id, context, field);
  if (plan.row.state !== PlanState.PROPOSED)
    return { ...plan, problems: ['会議に提出されたプランだけを決定できます。'] };
  // The roster may have changed since it was written: whoever left it must not be given anything.
  const checked = await checkSheet(inputOf(plan.sheet.words), plan.case, context);
  return { ...plan, problems: checked.ok ? [] : checked.problems };
}

export interface PlanDecision {
  readonly plan: PlanToDecide;
  /** Id of the conference that found it appropriate, or where the minutes of one on paper are found. */
  readonly conference: string;
  /** The version of the plan that the conference had before it. */
  readonly expected: number;
}

/** Whether everybody consents, by what the same transaction reads: a withdrawal written before it counts. */
async function consentsOf(
  transaction: EntityManager,
  words: PlanWords,
  { viewer, now, scope }: CollaborationContext,
) {
  const facts = await new FactsRepository(transaction).of(words.persons, viewer, now);
  const { consents, measures, suspicions, birthDates } = facts;
  const record = { now, registry: scope.registry, consents, measures, suspicions, birthDates };
  return consentTo(recipientsOf(words, viewer.office), record);
}

/** A sheet as it was typed. */
const inputOf = (words: PlanWords) => ({
  ...words,
  persons: [...words.persons],
  issues: [...words.issues],
  shortTermGoals: [...words.shortTermGoals],
  items: words.items.map((item) => ({ ...item, persons: [...item.persons] })),
  monitoringOn: [...words.monitoringOn],
});

/** Ends a change of which nothing may stand. */
class NotDecided extends Error {
  constructor(readonly why: Undecided) {
    super('not decided');
  }
}

/**
 * The same by a coordinator, after the conference: one of the hub, or on paper.
 * @throws {HubError} as {@link planInHand}
 */
export async function decidePlanAlone(
  id: string,
  conference: string,
  expected: number,
  context: CollaborationContext,
): Promise<ChangedPlan | Undecided> {
  const field = 'Mutation.decidePlan';
  const plan = await planToDecide(id, context, field);
  try {
    return await writePlan(plan, expected, context, field, async () => {
      await change(context, planLines(plan.row.persons, field, id), async (transaction) => {
        const why = await decidePlan(transaction, { plan, conference, expected }, context);
        if (why) throw new NotDecided(why);
      });
      return [];
    });
  } catch (error) {
    if (error instanceof NotDecided) return error.why;
    throw error;
  }
}
