import { Disclosed, requirePurpose } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { ofPersons } from '../plan/open-plan.js';
import { SupportPlan } from '../plan/plan.js';
import type { ChangedPlan } from '../plan/write-plan.js';
import { EXPECTED_VERSION } from '../plan/plan-resolver.js';
import { PlanResult } from '../plan/plan-results.js';
import { MonitoredItem, MonitoringInput, PlanMonitoring } from './monitoring.js';
import { recordMonitoring } from './monitoring-service.js';

@Resolver(() => SupportPlan)
export class MonitoringResolver {
  @Mutation(() => PlanResult, {
    description:
      'モニタリングを記録する — record that a plan was looked at, and when next; or that it is now to be evaluated',
  })
  async recordMonitoring(
    @Arg('plan', () => ID) plan: string,
    @Arg('input', () => MonitoringInput) input: MonitoringInput,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedPlan> {
    requirePurpose(context.viewer);
    return recordMonitoring(plan, input, expected, context);
  }

  @Disclosed(Category.SUPPORT_PLAN, Level.EXISTENCE)
  @FieldResolver(() => [PlanMonitoring], { nullable: true, description: 'モニタリング — the newest first' })
  async monitorings(
    @Root() { row }: SupportPlan,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly PlanMonitoring[]> {
    const rows = await context.loaders.planMonitorings.load(row.id);
    return rows.flatMap(({ items, persons, officeCode: author, staffId: staff, ...rest }) =>
      ofPersons(
        Object.assign(new PlanMonitoring(), rest, {
          author,
          staff,
          items: items.map((item) => Object.assign(new MonitoredItem(), item)),
        }),
        persons,
        row.householdId,
        context,
      ),
    );
  }
}
