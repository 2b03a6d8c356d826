import { Disclosed, groupBy, requirePurpose } from '@kasane/subgraph-kit';
import { Category, japanDate, Level, type PersonId } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { caseNode } from '../case/case-node.js';
import { SupportCase } from '../case/case.js';
import { CaseStatus } from '../case/case-status.js';
import type { CaseRow } from '../case/case-tables.js';
import { connectionOf, pageOf, readPlace, requirePage, type Connection } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { toldTogether } from '../disclosure/told-together.js';
import { Person, personOf } from '../person/person.js';
import { ownCases } from './own-cases.js';

export const SupportCaseConnection = connectionOf('SupportCase', () => SupportCase);

interface OwnCase {
  readonly row: CaseRow;
  readonly persons: readonly PersonId[];
}

@Resolver(() => SupportCase)
export class MyCasesResolver {
  @Query(() => SupportCaseConnection, {
    description:
      '担当ケース — open cases in which you (for a manager: the office) have a seat, the newest first',
  })
  async myCases(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Arg('status', () => CaseStatus, { nullable: true, description: '状態 — any when absent' })
    status: CaseStatus | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<Connection<SupportCase>> {
    requirePurpose(context.viewer);
    requirePage(first);
    const known: OwnCase[] = [];
    const limit = first + 1;
    // Filled up from the next: a page that is shorter would tell of what the viewer is kept from.
    for (let place = after ? readPlace(after) : undefined; ;) {
      const found = await ownCases({ status: status ?? null, after: place, limit }, context);
      known.push(...(await withPersons(found, context)));
      const last = found.at(-1);
      if (!last || found.length < limit || known.length >= limit) break;
      place = { at: last.openedOn, id: last.id };
    }
    if (known.length === 0) context.recorder.noteAbsent(Category.INVOLVEMENT, 'Query.myCases');
    return pageOf(
      known,
      first,
      ({ row }) => ({ at: row.openedOn, id: row.id }),
      ({ row, persons }) => caseNode(row, persons),
    );
  }

  @Disclosed(Category.INVOLVEMENT)
  @FieldResolver(() => [Person], {
    nullable: true,
    description: '対象 — those of the household whom it concerns, as far as you may know of them',
  })
  persons(@Root() { subjects }: SupportCase): readonly Person[] {
    return (subjects ?? []).map(personOf);
  }

  @Disclosed(Category.HOUSEHOLD, Level.SUMMARY)
  @FieldResolver(() => ID, { nullable: true, description: '世帯 — id of the household that it is about' })
  householdId(@Root() { row }: SupportCase): string {
    return row.householdId;
  }
}

/** Those of some cases in which the viewer works with somebody, with whom. */
async function withPersons(
  found: readonly CaseRow[],
  { loaders, scope, now }: CollaborationContext,
): Promise<readonly OwnCase[]> {
  const households = [...new Set(found.map(({ householdId }) => householdId))];
  const members = await loaders.facts.members(
    households.length === 0 ? [NO_HOUSEHOLD] : households,
    japanDate(now),
  );
  await scope.admitMembers(members);
  const livingIn = groupBy(members, ({ householdId }) => householdId);
  return found.flatMap((row) => {
    const persons = toldTogether(
      (livingIn.get(row.householdId) ?? [])
        .map(({ personId }) => personId)
        .filter((person) => scope.worksWith(person)),
      scope,
    );
    return persons.length > 0 ? [{ row, persons }] : [];
  });
}

/** Nobody's household: so that a list of nothing costs as much. */
const NO_HOUSEHOLD = '' as CaseRow['householdId'];
