import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { PlanMonitoring } from './plan-monitoring.js';

@Resolver(() => DisabilitySupportRecord)
export class PlanMonitoringResolver {
  @Disclosed(Category.DISABILITY_PLAN)
  @FieldResolver(() => PlanMonitoring, {
    nullable: true,
    description: 'モニタリング — the newest review of a plan',
  })
  planMonitoring(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<PlanMonitoring>> {
    return loaders.planMonitorings.load(personId);
  }

  @Disclosed(Category.DISABILITY_PLAN)
  @FieldResolver(() => [PlanMonitoring], {
    nullable: true,
    description: 'モニタリングの履歴 — all reviews of plans, the newest first',
  })
  planMonitorings(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<PlanMonitoring>> {
    return loaders.planMonitorings.load(personId);
  }
}
