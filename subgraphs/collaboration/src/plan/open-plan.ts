import { about, type PersonalRecord } from '@kasane/subgraph-kit';
import { Category, type HouseholdId, type PersonId } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import type { CollaborationScope } from '../disclosure/collaboration-scope.js';
import { personOf } from '../person/person.js';
import {
  GoalTerm,
  PlanGoal,
  PlannedIssue,
  PlannedItem,
  PlanStep,
  SupportPlan,
  SupportPlanVersion,
} from './plan.js';
import { isOnPaper } from './plan-conference.js';
import { PlanItem } from './plan-item.js';
import type { PlanEventRow, PlanItemRow, PlanRow, PlanVersionRow } from './plan-tables.js';

type Scoped = Pick<CollaborationContext, 'scope'>;

/**
 * Plans as the schema shows them, those of which the viewer may know. That there is a plan is told of the persons for
 * whom the viewer knows it: who brings a part of it learns of their own part, and not who else is in it.
 */
export const openPlans = (rows: readonly PlanRow[], { scope }: Scoped): readonly SupportPlan[] =>
  rows.flatMap((row) => {
    const persons = toldOf(row, scope);
    if (persons.length === 0) return [];
    const { id, kind, state, version, from, until, nextMonitoringOn, replacesId: replaces } = row;
    const shown = { row, id, kind, state, version, from, until, nextMonitoringOn, replaces };
    return [about(Object.assign(new SupportPlan(), shown, { persons: persons.map(personOf) }), persons)];
  });

function toldOf({ persons, householdId }: PlanRow, scope: CollaborationScope): readonly PersonId[] {
  const known = knownOf(persons, householdId, scope);
  if (known.length === persons.length && scope.permits(known, Category.SUPPORT_PLAN)) return known;
  const own = known.filter((person) => scope.worksWith(person));
  return own.length > 0 ? own : known.filter((person) => scope.permits([person], Category.SUPPORT_PLAN));
}

const knownOf = (
  persons: readonly PersonId[],
  household: HouseholdId,
  scope: CollaborationScope,
): readonly PersonId[] => persons.filter((person) => scope.membersOf(household).includes(person));

/**
 * A record of a plan, marked with everybody of whom it speaks; none when the viewer may not know of one of them, for
 * the plan would tell that they belong to the household.
 */
export const ofPersons = <Told extends PersonalRecord>(
  record: Told,
  persons: readonly PersonId[],
  household: HouseholdId,
  { scope }: Scoped,
): readonly Told[] =>
  knownOf(persons, household, scope).length === persons.length ? [about(record, persons)] : [];

export function versionOf(
  { words, version, officeCode, staffId, at }: PlanVersionRow,
  { householdId }: PlanRow,
  context: Scoped,
): readonly SupportPlanVersion[] {
  const { personWishes, householdWishes, monitoringOn, consentReference } = words;
  const goals = goalsOf(words).map((goal) => Object.assign(new PlanGoal(), goal));
  const issues = words.issues.map((issue, at) =>
    Object.assign(new PlannedIssue(), issue, { number: at + 1 }),
  );
  const items = words.items.map(({ office, persons, ...item }) =>
    Object.assign(new PlannedItem(), item, { officeCode: office, persons: persons.map(personOf) }),
  );
  const shown = {
    version,
    personWishes,
    householdWishes,
    goals,
    issues,
    items,
    monitoringOn,
    consentReference,
  };
  return ofPersons(
    Object.assign(new SupportPlanVersion(), shown, { author: officeCode, staff: staffId, at }),
    words.persons,
    householdId,
    context,
  );
}

/** Whether a sheet speaks of nobody but these. */
export const speaksOnlyOf = (
  { persons }: { readonly persons: readonly PersonId[] },
  those: readonly PersonId[],
): boolean => persons.every((person) => those.includes(person));

/** The goals of a sheet by number: the long-term one first. */
export const goalsOf = ({
  longTermGoal,
  shortTermGoals,
}: Pick<PlanVersionRow['words'], 'longTermGoal' | 'shortTermGoals'>) =>
  [longTermGoal, ...shortTermGoals].map((words, at) => ({
    number: at + 1,
    term: at === 0 ? GoalTerm.LONG : GoalTerm.SHORT,
    words,
  }));

export const stepOf = (
  { officeCode, staffId, conferenceId, consentIds, version, to, reason, at }: PlanEventRow,
  { persons, householdId }: PlanRow,
  context: Scoped,
): readonly PlanStep[] =>
  ofPersons(
    Object.assign(new PlanStep(), {
      author: officeCode,
      staff: staffId,
      conference: conferenceId,
      conferenceOnPaper: conferenceId === null ? null : isOnPaper(conferenceId),
      consents: consentIds,
      version,
      to,
      reason,
      at,
    }),
    persons,
    householdId,
    context,
  );

/** An item belongs to the office that holds it, whoever wrote it: so its workers are shown what they are to do. */
export const itemOf = (row: PlanItemRow, household: HouseholdId, context: Scoped): readonly PlanItem[] =>
  ofPersons(
    Object.assign(new PlanItem(), {
      row,
      author: row.officeCode,
      id: row.id,
      planId: row.planId,
      content: row.content,
      staff: row.staffId,
      frequency: row.frequency,
      dueOn: row.dueOn,
      ownEffort: row.ownEffort,
      state: row.state,
      version: row.version,
      givenAt: row.givenAt,
      persons: row.persons.map(personOf),
    }),
    row.persons,
    household,
    context,
  );
