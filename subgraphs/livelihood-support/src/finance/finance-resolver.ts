import { DecidedByRow, rowsOfHousehold } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HouseholdLivelihoodRecord } from '../household-livelihood-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { newest, newestFirst } from '../newest.js';
import { HouseholdFinance } from './household-finance.js';

@Resolver(() => HouseholdLivelihoodRecord)
export class FinanceResolver {
  @DecidedByRow()
  @FieldResolver(() => HouseholdFinance, {
    nullable: true,
    description: '家計 — the newest that every adult whose money is in it lets be shown',
  })
  async finance(
    @Root() { members }: HouseholdLivelihoodRecord,
    @Ctx() context: LivelihoodSupportContext,
  ): Promise<HouseholdFinance | null> {
    const { finances } = context.loaders;
    return newest(
      await rowsOfHousehold(
        context,
        Category.FINANCE,
        members,
        finances,
        'HouseholdLivelihoodRecord.finance',
      ),
    );
  }

  @DecidedByRow()
  @FieldResolver(() => [HouseholdFinance], {
    nullable: true,
    description: '家計の履歴 — all that every adult whose money is in it lets be shown, the newest first',
  })
  async finances(
    @Root() { members }: HouseholdLivelihoodRecord,
    @Ctx() context: LivelihoodSupportContext,
  ): Promise<readonly HouseholdFinance[]> {
    const { finances } = context.loaders;
    return newestFirst(
      await rowsOfHousehold(
        context,
        Category.FINANCE,
        members,
        finances,
        'HouseholdLivelihoodRecord.finances',
      ),
    );
  }
}
