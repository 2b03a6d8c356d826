import { about, Disclosed, groupBy, isOpaqueId, mayShow, requirePurpose } from '@kasane/subgraph-kit';
import {
  Category,
  ErrorCode,
  householdId,
  HubError,
  japanDate,
  Relation,
  type HouseholdId,
} from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { personOf } from '../person/person.js';
import { Household, HouseholdConnection, HouseholdMember, MAX_PAGE } from './household.js';
import { findHouseholds, type FoundHousehold } from './household-repository.js';
import type { Member } from '../disclosure/facts.js';

@Resolver(() => Household)
export class HouseholdResolver {
  @Query(() => Household, {
    nullable: true,
    description: '世帯 — one household; null when there is none, or none that you may know of',
  })
  async household(
    @Arg('id', () => ID) id: string,
    @Ctx() context: CollaborationContext,
  ): Promise<Household | null> {
    requirePurpose(context.viewer);
    return openHousehold(context, id, 'Query.household');
  }

  @Query(() => HouseholdConnection, {
    description: '世帯の検索 — households that you work on, by name, kana or case number; page by page',
  })
  async households(
    @Arg('search', () => String, {
      nullable: true,
      description: '氏名・カナ・ケース番号 — part of a name or kana, or a case number',
    })
    search: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, description: `at most ${MAX_PAGE}` }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<HouseholdConnection> {
    requirePurpose(context.viewer);
    if (first < 1 || first > MAX_PAGE)
      throw new HubError(ErrorCode.BAD_USER_INPUT, `first must be between 1 and ${MAX_PAGE}.`);
    const text = search?.trim() || undefined;
    const found = await knownHouseholds(context, text, after ? readCursor(after) : undefined, first + 1);
    const page = found.slice(0, first);
    const edges = (await openHouseholds(context, page, 'Query.households')).map((node) => ({
      cursor: cursorOf(node.id),
      node,
    }));
    // Probing names is looked at by who reviews the ledger, so a search without a result leaves a trace too.
    if (text !== undefined && edges.length === 0)
      context.recorder.noteAbsent(Category.HOUSEHOLD, 'Query.households');
    const last = page.at(-1);
    return {
      edges,
      pageInfo: { hasNextPage: found.length > first, endCursor: last ? cursorOf(last) : null },
    };
  }

  @Disclosed(Category.HOUSEHOLD)
  @FieldResolver(() => [HouseholdMember], {
    nullable: true,
    description: '世帯員 — members whom you may know of',
  })
  members(@Root() { members }: Household): readonly HouseholdMember[] {
    return members;
  }
}

/**
 * One household by its id; null when there is none, or none that the viewer may know of. Both leave a refusal in the
 * ledger: the answers, and what they cost, are the same.
 */
export async function openHousehold(
  context: CollaborationContext,
  text: string,
  field: string,
): Promise<Household | null> {
  const id = isOpaqueId(text) ? householdId(text) : undefined;
  const [found] = await openHouseholds(context, id ? [id] : [], field);
  if (!found) context.recorder.noteAbsent(Category.HOUSEHOLD, field, id);
  return found ?? null;
}

/**
 * Those of these households of which the viewer may know at least one member, with those members alone. That it is
 * found, be it by its id alone, tells of each of them (a search by name confirms the name), and so is noted: as `field`.
 */
export async function openHouseholds(
  context: CollaborationContext,
  ids: readonly HouseholdId[],
  field: string,
): Promise<readonly Household[]> {
  if (ids.length === 0) return [];
  const { scope, loaders, now } = context;
  const members = await loaders.facts.members(ids, japanDate(now));
  await scope.admitMembers(members);
  const membersOf = groupBy(members, ({ householdId: of }) => of);
  return ids.flatMap((id) => {
    const all = membersOf.get(id) ?? [];
    const known = scope.membersOf(id);
    for (const { personId } of all.filter((member) => !known.includes(member.personId)))
      mayShow(context, [personId], Category.HOUSEHOLD, 'Household.members');
    if (known.length === 0) return [];
    for (const personId of known) mayShow(context, [personId], Category.HOUSEHOLD, field);
    // A relation speaks of two: to somebody whom the viewer may not know of, it is not told.
    const selfIsKnown = all.some(
      ({ personId, relation }) => relation === Relation.SELF && known.includes(personId),
    );
    const household = Object.assign(new Household(), { id, kind: all[0]?.kind });
    household.members = all
      .filter(({ personId }) => known.includes(personId))
      .map((member) => memberOf(member, selfIsKnown));
    return [about(household, known)];
  });
}

/**
 * The first of the households that a question finds through somebody of whom the viewer may know. A household that is
 * found through nobody else is passed over, and leaves no gap: to be found by the name of a protected person, or to
 * make a page shorter, would tell of them.
 */
async function knownHouseholds(
  context: CollaborationContext,
  text: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<readonly HouseholdId[]> {
  const { viewer, manager, now, loaders, scope, recorder } = context;
  const today = japanDate(now);
  const mayTell = ({ person, byName }: FoundHousehold['matches'][number]): boolean => {
    const permits = scope.permits([person], Category.HOUSEHOLD);
    const isTold =
      permits !== undefined && (!byName || scope.permits([person], Category.IDENTITY) !== undefined);
    if (!isTold)
      recorder.note(
        person,
        Category.HOUSEHOLD,
        'Query.households',
        undefined,
        scope.deniedBy(person, Category.HOUSEHOLD),
      );
    return isTold;
  };
  const known: HouseholdId[] = [];
  for (let from = after; ;) {
    const found = await findHouseholds(manager, { viewer, today, text, after: from, limit });
    const ids = found.map(({ id }) => id);
    // Where nothing is found as much is read: else the time would tell that somebody hidden has that name.
    await scope.admitMembers(await loaders.facts.members(ids.length > 0 ? ids : [NO_HOUSEHOLD], today));
    known.push(...found.filter(({ matches }) => matches.filter(mayTell).length > 0).map(({ id }) => id));
    if (found.length < limit || known.length >= limit) return known.slice(0, limit);
    from = ids.at(-1);
  }
}

/** Nobody's household. */
const NO_HOUSEHOLD = householdId('');

const memberOf = ({ personId, relation, from, to }: Member, selfIsKnown: boolean): HouseholdMember =>
  about(
    Object.assign(new HouseholdMember(), {
      person: personOf(personId),
      relation: selfIsKnown ? relation : null,
      from,
      to,
    }),
    [personId],
  );

const cursorOf = (id: HouseholdId): string => Buffer.from(id).toString('base64url');

function readCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!/^[\w-]{1,64}$/.test(id))
    throw new HubError(ErrorCode.BAD_USER_INPUT, 'after is not a cursor of this list.');
  return id;
}
