import { isOpaqueId, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { ErrorCode, HubError, personId } from '@kasane/vocabulary';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { markOf } from './disclosure.js';

/** More than live in any household. */
const MAX_PERSONS = 50;

/**
 * How an open screen learns within seconds that less may be shown, or more: it asks for nothing but whether anything
 * changed, so that looking at the same screen for an hour is not a thousand lines in the ledger.
 */
@Resolver()
export class DisclosureMarksResolver {
  @NotPersonal('told from the decision alone; for an id that is nobody’s as for one of whom nothing is shown')
  @Query(() => [String], {
    description:
      '開示の可否の目印 — the mark of the decision about each of these persons, in their order; it changes when what is shown to you does',
  })
  async disclosureMarks(
    @Arg('persons', () => [ID], { description: `at most ${MAX_PERSONS}` }) persons: readonly string[],
    @Ctx() { viewer, scope }: CollaborationContext,
  ): Promise<readonly string[]> {
    requirePurpose(viewer);
    if (persons.length > MAX_PERSONS || !persons.every(isOpaqueId))
      throw new HubError(ErrorCode.BAD_USER_INPUT, `persons must be at most ${MAX_PERSONS} ids.`);
    const apart = scope.apart();
    return Promise.all(persons.map(async (id) => markOf(await apart.admit(personId(id)))));
  }
}
