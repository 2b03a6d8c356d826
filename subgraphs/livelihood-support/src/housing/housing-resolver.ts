import { DecidedByRow, rowsOfHousehold } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HouseholdLivelihoodRecord } from '../household-livelihood-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { newest } from '../newest.js';
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
}
