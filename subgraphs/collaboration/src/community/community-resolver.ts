import { NotPersonal } from '@kasane/subgraph-kit';
import { CommunityProgramme } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { textOf } from '../input.js';
import { newId } from '../new-id.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import {
  activityProblems,
  CommunityActivity,
  CommunityActivityInput,
  CommunityActivityResult,
} from './community.js';
import { CommunityActivityRow } from './community-tables.js';
import { requireOwnCity } from './own-city.js';

const MAX_ACTIVITIES = 500;

@Resolver(() => CommunityActivity)
export class CommunityResolver {
  @Query(() => [CommunityActivity], {
    description: `地域づくりの場・活動 — places, activities and coordinators of a municipality; at most ${MAX_ACTIVITIES}`,
  })
  communityActivities(
    @Arg('municipality', () => ID) municipality: string,
    @Arg('programme', () => CommunityProgramme, { nullable: true, description: '事業 — of one programme' })
    programme: CommunityProgramme | null | undefined,
    @Ctx() { manager }: CollaborationContext,
  ): Promise<readonly CommunityActivity[]> {
    return manager.find(CommunityActivityRow, {
      where: { localGovernmentCode: municipality, ...(programme && { programme }) },
      order: { programme: 'ASC', id: 'ASC' },
      take: MAX_ACTIVITIES,
    });
  }

  @Mutation(() => CommunityActivityResult, {
    description:
      '地域づくりの場・活動を登録する — list a place or an activity; for coordinators and managers',
  })
  async listCommunityActivity(
    @Arg('input', () => CommunityActivityInput) input: CommunityActivityInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CommunityActivityResult> {
    await requireOwnCity(input.municipality, context);
    const problems = activityProblems(input);
    if (problems.length > 0) return { problems };
    const activity: CommunityActivityRow = {
      id: newId('ca'),
      programme: input.programme,
      title: input.title.trim(),
      words: textOf(input.words),
      officeCode: null,
      place: textOf(input.place),
      localGovernmentCode: input.municipality,
    };
    await change(context, [lineOf('Mutation.listCommunityActivity', activity.id)], async (transaction) => {
      await transaction.insert(CommunityActivityRow, activity);
    });
    return { activity };
  }

  @NotPersonal('published facts of an office')
  @FieldResolver(() => Office, {
    nullable: true,
    description: '機関 — office that runs it; null where none is named',
  })
  async office(
    @Root() activity: CommunityActivity,
    @Ctx() context: CollaborationContext,
  ): Promise<Office | null> {
    const { officeCode } = activity as CommunityActivityRow;
    return officeCode === null ? null : officeOf(officeCode, context);
  }
}
