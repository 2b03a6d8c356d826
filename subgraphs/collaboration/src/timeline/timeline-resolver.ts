import { mayShow, NotPersonal } from '@kasane/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { pageOf, readPlace, requirePage, type Connection } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { Household, MAX_PAGE } from '../household/household.js';
import { TimelineConnection, TimelineKind, type TimelineEvent } from './timeline.js';
import { timelineSources } from './timeline-sources.js';

@Resolver(() => Household)
export class TimelineResolver {
  @NotPersonal('each event decides for itself')
  @FieldResolver(() => TimelineConnection, {
    description: '経過 — what happened to the household, the newest first, of whom and what you may know',
  })
  async timeline(
    @Root() { id: household }: Household,
    @Arg('first', () => Int, { defaultValue: 20, description: `at most ${MAX_PAGE}` }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Arg('kinds', () => [TimelineKind], {
      nullable: true,
      description: '種類 — which kinds; all when absent',
    })
    kinds: readonly TimelineKind[] | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<Connection<TimelineEvent>> {
    requirePage(first);
    const { loaders, scope } = context;
    const [cases, all] = await Promise.all([loaders.cases.load(household), loaders.livingIn.load(household)]);
    const page = {
      household,
      known: scope.membersOf(household),
      all,
      cases: cases.map((row) => row.id),
      before: after ? readPlace(after) : undefined,
      limit: first + 1,
    };
    const sources = timelineSources.filter(({ kind }) => !kinds || kinds.includes(kind));
    const found = (await Promise.all(sources.map(({ read }) => read(page, context)))).flat();
    const newest = found
      .map((each) => ({ ...each, place: { at: each.event.at.toISOString(), id: each.event.id } }))
      .sort((one, other) => compare(other.place.at, one.place.at) || compare(other.place.id, one.place.id));
    // An event on a page tells of whom it speaks, by being there; each record in it notes what is asked of it.
    for (const { event, category, subjects, record = event.note } of newest.slice(0, first))
      mayShow(context, subjects, category, 'Household.timeline', { ...(record && { record }) });
    return pageOf(
      newest,
      first,
      ({ place }) => place,
      ({ event }) => event,
    );
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
