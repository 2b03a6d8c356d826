import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { ServiceUsePlan } from './service-use-plan.js';

@Resolver(() => DisabilitySupportRecord)
export class ServiceUsePlanResolver {
  @Disclosed(Category.DISABILITY_PLAN)
  @FieldResolver(() => ServiceUsePlan, {
    nullable: true,
    description: 'サービス等利用計画 — the newest service use plan',
  })
  serviceUsePlan(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<ServiceUsePlan>> {
    return loaders.serviceUsePlans.load(personId);
  }

  @Disclosed(Category.DISABILITY_PLAN)
  @FieldResolver(() => [ServiceUsePlan], {
    nullable: true,
    description: 'サービス等利用計画の履歴 — all service use plans, the newest first',
  })
  serviceUsePlans(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<ServiceUsePlan>> {
    return loaders.serviceUsePlans.load(personId);
  }
}
