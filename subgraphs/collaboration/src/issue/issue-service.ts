import { Category, isCalendarDate, japanDate, type PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { absent } from '../absent.js';
import { requireCaseWorker } from '../case/case-worker.js';
import { caseNode } from '../case/case-node.js';
import type { SupportCase } from '../case/case.js';
import type { CaseRow } from '../case/case-tables.js';
import { caseWorkedOn } from '../case/coordinate-case.js';
import { change, linesOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { askedId, charProblems, optionalTextProblems, textOf } from '../input.js';
import { newId } from '../new-id.js';
import { issueCategory, IssueCode, IssueScope } from './issue-code.js';
import type { IssueInput } from './issue-input.js';
import { findIssue } from './issue-loader.js';
import { IssuePersonRow, IssueResolutionRow, IssueRow } from './issue-tables.js';

export type ChangedIssue =
  { readonly case: SupportCase } | { readonly problems: readonly string[] } | { readonly since: string };

/** What is wrong with an issue, in words for who writes it down. */
export function issueProblems(
  { code, observedOn, text }: Pick<IssueInput, 'code' | 'observedOn' | 'text'>,
  today: string,
): readonly string[] {
  return [
    ...dayProblems('把握した日', observedOn, today),
    ...charProblems(text),
    ...(code === IssueCode.OTHER && !text?.trim() ? ['「その他」の課題は、内容を記入してください。'] : []),
  ];
}

const dayProblems = (what: string, day: string | null | undefined, today: string): readonly string[] => {
  if (day === undefined || day === null) return [];
  if (!isCalendarDate(day)) return [`${what}「${day}」は存在しない日付です。`];
  return day > today ? [`${what}「${day}」は今日より後です。`] : [];
};

/**
 * Writes issues of one case, as a part of a larger change.
 * @param of the 本人 of personal issues, and everybody of whom an issue of the household speaks
 */
export async function insertIssues(
  transaction: EntityManager,
  inputs: readonly IssueInput[],
  {
    row,
    self,
    household,
  }: { readonly row: CaseRow; readonly self: PersonId | null; readonly household: readonly PersonId[] },
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<void> {
  const issues = inputs.map((input) => ({
    id: newId('i'),
    input,
    of: input.scope === IssueScope.PERSON ? self : null,
  }));
  await transaction.insert(
    IssueRow,
    issues.map(({ id, input, of }) => ({
      id,
      caseId: row.id,
      householdId: row.householdId,
      personId: of,
      code: input.code,
      certainty: input.certainty,
      officeCode: viewer.office,
      staffId: viewer.staffId,
      observedOn: input.observedOn ?? japanDate(now),
      text: textOf(input.text),
      recordedAt: now,
    })),
  );
  await transaction.insert(
    IssuePersonRow,
    issues.flatMap(({ id, of }) =>
      (of === null ? household : [of]).map((personId) => ({ issueId: id, personId })),
    ),
  );
}

/**
 * Records an issue, as the viewer's office sees it.
 * @throws {HubError} `FORBIDDEN` to who works on no cases; `NOT_FOUND` for a case that is not the viewer's, and for
 * somebody in it with whom the viewer does not work: the same words
 */
export async function recordIssue(
  caseId: string,
  person: string | null,
  input: IssueInput,
  context: CollaborationContext,
): Promise<ChangedIssue> {
  const field = 'Mutation.recordIssue';
  requireCaseWorker(context.viewer);
  const { row, persons } = await caseWorkedOn(caseId, context, field);
  const self = persons.find((each) => each === person) ?? null;
  if (person !== null && self === null) return absent(context.recorder, Category.INVOLVEMENT, field);
  const problems = [
    ...((input.scope === IssueScope.PERSON) === (self !== null)
      ? []
      : ['個人の課題には本人を示し、世帯の課題には示さないでください。']),
    ...issueProblems(input, japanDate(context.now)),
  ];
  if (problems.length > 0) return { problems };
  const category = issueCategory(input.code);
  await change(context, linesOf(self === null ? persons : [self], category, field, row.id), (transaction) =>
    insertIssues(transaction, [input], { row, self, household: persons }, context),
  );
  return { case: caseNode(row, persons) };
}

/**
 * Records that an issue is none any more: by the office that wrote it down, for nobody else's opinion it was.
 * @throws {HubError} `NOT_FOUND` for any other issue, there or not; `CONFLICT` when a colleague was first
 */
export async function resolveIssue(
  id: string,
  { on, text }: { readonly on: string | null; readonly text: string | null },
  context: CollaborationContext,
): Promise<ChangedIssue> {
  const field = 'Mutation.resolveIssue';
  const { manager, viewer, scope, recorder, now } = context;
  requireCaseWorker(viewer);
  const found = await findIssue(manager, askedId(id));
  const issue = found?.officeCode === viewer.office ? found : undefined;
  // Where it is not the viewer's, the case is looked for all the same: time must not tell.
  const { row, persons } = await caseWorkedOn(issue?.caseId ?? '', context, field);
  if (!issue?.persons.every((person) => scope.worksWith(person)))
    return absent(recorder, Category.INVOLVEMENT, field);
  if (issue.resolvedOn !== null) return { since: issue.resolvedOn };
  const today = japanDate(now);
  const resolvedOn = on ?? today;
  const problems = [
    ...dayProblems('解消した日', on, today),
    ...(text === null ? [] : optionalTextProblems('内容', text)),
    ...(resolvedOn < issue.observedOn
      ? [`解消した日は、把握した日(${issue.observedOn})以後にしてください。`]
      : []),
  ];
  if (problems.length > 0) return { problems };
  await change(context, linesOf(issue.persons, issueCategory(issue.code), field, id), async (transaction) => {
    await transaction.insert(IssueResolutionRow, {
      issueId: id,
      resolvedOn,
      text: textOf(text),
      staffId: viewer.staffId,
      recordedAt: now,
    });
  });
  return { case: caseNode(row, persons) };
}
