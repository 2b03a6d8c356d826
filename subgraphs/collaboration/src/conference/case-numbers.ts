import { Disclosed } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { ConferenceMinutes } from './conference.js';

@Resolver(() => ConferenceMinutes)
export class ConferenceMinutesResolver {
  // With it they are printed and carried away: not by who is shown a summary within a session.
  @Disclosed(Category.CONFERENCE_RECORD)
  @FieldResolver(() => [String], {
    nullable: true,
    description: '事案番号 — numbers of the cases on the agenda; to who may read these minutes in full',
  })
  async caseNumbers(
    @Root() { stored }: ConferenceMinutes,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly string[]> {
    const households = [...new Set(stored.people.map(({ household }) => household))];
    const cases = await Promise.all(households.map((household) => loaders.cases.load(household)));
    return cases
      .flat()
      .filter(({ id }) => stored.caseId === null || stored.caseId === id)
      .map(({ number }) => number);
  }
}
