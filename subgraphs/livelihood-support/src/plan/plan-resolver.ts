import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LivelihoodSupportRecord } from '../livelihood-support-record.js';
import type { LivelihoodSupportContext } from '../loaders.js';
import { LivelihoodPlan } from './livelihood-plan.js';

@Resolver(() => LivelihoodSupportRecord)
export class PlanResolver {
  @Disclosed(Category.LIVELIHOOD_PLAN)
  @FieldResolver(() => LivelihoodPlan, { nullable: true, description: '自立支援プラン — the newest plan' })
  plan(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<LivelihoodPlan>> {
    return loaders.plans.load(personId);
  }

  @Disclosed(Category.LIVELIHOOD_PLAN)
  @FieldResolver(() => [LivelihoodPlan], {
    nullable: true,
    description: 'プランの履歴 — all plans, the newest first',
  })
  plans(
    @Root() { personId }: LivelihoodSupportRecord,
    @Ctx() { loaders }: LivelihoodSupportContext,
  ): Promise<Rows<LivelihoodPlan>> {
    return loaders.plans.load(personId);
  }
}
