import { about, createLoader, groupBy } from '@kasane/subgraph-kit';
import type { PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { personOf } from '../person/person.js';
import { isSensitive, IssueScope } from './issue-code.js';
import type { IssueRow } from './issue-tables.js';
import { Issue, SensitiveIssue } from './issue.js';

export interface StoredIssue extends Omit<IssueRow, 'recordedAt'> {
  readonly resolvedOn: string | null;
  readonly resolutionText: string | null;
  readonly persons: readonly PersonId[];
}

/** The issues of cases, the earliest observed first: one statement, however many cases. */
export const issueLoaders = (manager: EntityManager) => ({
  issuesOf: createLoader<string, readonly StoredIssue[]>(
    async (cases) => groupBy(await readIssues(manager, { cases }), ({ caseId }) => caseId),
    () => [],
  ),
});

/** One issue, whoever asks; none when there is none of that id. */
export async function findIssue(manager: EntityManager, id: string): Promise<StoredIssue | undefined> {
  const [row] = await readIssues(manager, { id });
  return row;
}

const readIssues = (
  manager: EntityManager,
  { cases = [], id = null }: { readonly cases?: readonly string[]; readonly id?: string | null },
): Promise<readonly StoredIssue[]> =>
  manager.sql<StoredIssue[]>`
    SELECT i.id, i.case_id AS "caseId", i.household_id AS "householdId", i.person_id AS "personId", i.code, i.certainty,
           i.office_code AS "officeCode", i.staff_id AS "staffId", i.observed_on AS "observedOn", i.text,
           i.resolved_on AS "resolvedOn", i.resolution_text AS "resolutionText",
           (SELECT json_agg(p.person_id ORDER BY p.person_id) FROM issue_person p WHERE p.issue_id = i.id) AS persons
    FROM issue i
    WHERE i.case_id = ANY (${[...cases]}::varchar[]) OR i.id = ${id}::varchar
    ORDER BY i.observed_on, i.id`;

/** An issue as the schema shows it: it speaks of everybody of whom its writer wrote it. */
export function issueNode(stored: StoredIssue): Issue | SensitiveIssue {
  const { persons, personId, ...rest } = stored;
  return about(
    Object.assign(isSensitive(stored.code) ? new SensitiveIssue() : new Issue(), rest, {
      author: stored.officeCode,
      scope: personId === null ? IssueScope.HOUSEHOLD : IssueScope.PERSON,
      person: personId === null ? null : personOf(personId),
    }),
    persons,
  );
}
