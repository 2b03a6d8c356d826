import { DecidedByRow, rowsOfHousehold } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HouseholdLivelihoodRecord } from '../household-livelihood-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { newest, newestFirst } from '../newest.js';
import { HouseholdHousing } from './household-housing.js';

@Resolver(() => HouseholdLivelihoodRecord)
export class HousingResolver {
  @DecidedByRow()
  @FieldResolver(() => HouseholdHousing, {
    nullable: true,
    description: '住まい — the newest that every adult whom it speaks of lets be shown',
  })
  async housing(
    @Root() { members }: HouseholdLivelihoodRecord,
    @Ctx() context: LivelihoodSupportContext,
  ): Promise<HouseholdHousing | null> {
    const { homes } = context.loaders;
    return newest(
      await rowsOfHousehold(context, Category.HOUSING, members, homes, 'HouseholdLivelihoodRecord.housing'),
    );
  }

  @DecidedByRow()
  @FieldResolver(() => [HouseholdHousing], {
    nullable: true,
    description: '住まいの履歴 — all that every adult whom it speaks of lets be shown, the newest first',
  })
  async homes(
    @Root() { members }: HouseholdLivelihoodRecord,
    @Ctx() context: LivelihoodSupportContext,
  ): Promise<readonly HouseholdHousing[]> {
    const { homes } = context.loaders;
    return newestFirst(
      await rowsOfHousehold(context, Category.HOUSING, members, homes, 'HouseholdLivelihoodRecord.homes'),
    );
  }
}
