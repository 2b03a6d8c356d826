import { about } from '@kasane/subgraph-kit';
import { japanDate, type PersonId } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import { SupportCase } from './case.js';
import type { CaseRow } from './case-tables.js';

/** A case as the schema shows it, as it concerns these of its household. */
export const caseNode = (row: CaseRow, persons: readonly PersonId[]): SupportCase =>
  about(Object.assign(new SupportCase(), row, { row }), persons);

/** A case that was just opened or changed, with everybody of its household decided. */
export async function freshCase(
  row: CaseRow,
  persons: readonly PersonId[],
  { loaders, scope, now }: CollaborationContext,
): Promise<SupportCase> {
  await scope.admitMembers(await loaders.facts.members([row.householdId], japanDate(now)));
  return caseNode(row, persons);
}
