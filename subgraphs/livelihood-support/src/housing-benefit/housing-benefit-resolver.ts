import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LivelihoodSupportRecord } from '../livelihood-support-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { HousingSecurityBenefit } from './housing-security-benefit.js';

@Resolver(() => LivelihoodSupportRecord)
export class HousingBenefitResolver {
  @Disclosed(Category.HOUSING)
  @FieldResolver(() => [HousingSecurityBenefit], {
    nullable: true,
    description: '住居確保給付金 — housing security benefits, the newest first',
  })
  housingBenefits(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<HousingSecurityBenefit>> {
    return loaders.housingBenefits.load(personId);
  }
}
