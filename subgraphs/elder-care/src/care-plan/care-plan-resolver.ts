import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ElderCareContext } from '../loaders.js';
import { ElderCareRecord } from '../elder-care-record.js';
import { CarePlan } from './care-plan.js';

@Resolver(() => ElderCareRecord)
export class CarePlanResolver {
  @Disclosed(Category.CARE_PLAN)
  @FieldResolver(() => CarePlan, { nullable: true, description: 'ケアプラン — the newest care plan' })
  carePlan(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CarePlan>> {
    return loaders.carePlans.load(personId);
  }
}
