import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { ChildSupportPlan } from './child-support-plan.js';

@Resolver(() => ChildFamilyRecord)
export class ChildSupportPlanResolver {
  @Disclosed(Category.CHILD_SUPPORT_PLAN)
  @FieldResolver(() => ChildSupportPlan, {
    nullable: true,
    description: 'サポートプラン — the newest support plan',
  })
  supportPlan(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ChildSupportPlan>> {
    return loaders.supportPlans.load(personId);
  }

  @Disclosed(Category.CHILD_SUPPORT_PLAN)
  @FieldResolver(() => [ChildSupportPlan], {
    nullable: true,
    description: 'サポートプランの履歴 — all support plans, the newest first',
  })
  supportPlans(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<ChildSupportPlan>> {
    return loaders.supportPlans.load(personId);
  }
}
