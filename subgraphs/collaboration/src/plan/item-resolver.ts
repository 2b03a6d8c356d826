import { about, Disclosed, mayShow, requirePurpose } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { moveItem, type ChangedItem } from './item-service.js';
import { findOwnItems, noteSeen } from './own-items.js';
import { PlanItem, PlanItemReport } from './plan-item.js';
import { EXPECTED_VERSION } from './plan-resolver.js';
import { PlanItemResult } from './plan-results.js';
import { PlanItemState } from './plan-state.js';

@Resolver(() => PlanItem)
export class PlanItemResolver {
  @Query(() => [PlanItem], {
    description: '自機関の支援内容 — items that your office holds, the most urgent first; at most 100',
  })
  async myPlanItems(
    @Arg('withSettled', () => Boolean, {
      defaultValue: false,
      description: '完了・実施困難も — those too that are done, or cannot be done',
    })
    withSettled: boolean,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly PlanItem[]> {
    requirePurpose(context.viewer);
    const items = (await findOwnItems(context, withSettled)).filter((item) =>
      mayShow(context, item.row.persons, Category.SUPPORT_PLAN, 'Query.myPlanItems', { record: item }),
    );
    await noteSeen(items, context);
    return items;
  }

  @Mutation(() => PlanItemResult, { description: '支援内容に着手する — begin an item' })
  async startPlanItem(
    @Arg('item', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedItem> {
    requirePurpose(context.viewer);
    const to = PlanItemState.IN_PROGRESS;
    return moveItem({ id, expected, to, words: undefined }, context, 'Mutation.startPlanItem');
  }

  @Mutation(() => PlanItemResult, {
    description: '支援内容の経過を記録する — report on an item that is under way',
  })
  async reportPlanItem(
    @Arg('item', () => ID) id: string,
    @Arg('progress', () => String, { description: '経過 — how it goes' }) words: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedItem> {
    requirePurpose(context.viewer);
    const to = PlanItemState.IN_PROGRESS;
    return moveItem({ id, expected, to, words }, context, 'Mutation.reportPlanItem');
  }

  @Mutation(() => PlanItemResult, { description: '支援内容を完了する — an item is done' })
  async finishPlanItem(
    @Arg('item', () => ID) id: string,
    @Arg('result', () => String, { description: '結果 — what came of it' }) words: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedItem> {
    requirePurpose(context.viewer);
    return moveItem({ id, expected, to: PlanItemState.DONE, words }, context, 'Mutation.finishPlanItem');
  }

  @Mutation(() => PlanItemResult, {
    description: '支援内容を実施できない — an item cannot be done: the coordinator is told',
  })
  async cannotDoPlanItem(
    @Arg('item', () => ID) id: string,
    @Arg('reason', () => String, { description: '理由 — why; at least 10 characters' }) words: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedItem> {
    requirePurpose(context.viewer);
    return moveItem(
      { id, expected, to: PlanItemState.CANNOT_DO, words },
      context,
      'Mutation.cannotDoPlanItem',
    );
  }

  @Disclosed(Category.SUPPORT_PLAN, Level.SUMMARY)
  @FieldResolver(() => Office, { nullable: true, description: '担当機関 — office that holds it' })
  office(@Root() { author }: PlanItem, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(author, context);
  }

  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => [PlanItemReport], {
    nullable: true,
    description: '経過 — what was reported, the oldest first',
  })
  async reports(
    @Root() item: PlanItem,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly PlanItemReport[]> {
    const rows = await loaders.planItemEvents.load(item.id);
    // It belongs to whose item it is, whoever wrote it: the coordinator may have reported for an office.
    return rows.map(({ to, words, staffId: staff, at }) =>
      about(
        Object.assign(new PlanItemReport(), { author: item.author, to, words, staff, at }),
        item.row.persons,
      ),
    );
  }

  @Disclosed(Category.SUPPORT_PLAN, Level.SUMMARY)
  @FieldResolver(() => GraphQLDateTimeISO, {
    nullable: true,
    description: '担当機関の確認日時 — when the office first looked at it; null when it never has',
  })
  async firstSeenAt(
    @Root() { id }: PlanItem,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<Date | null> {
    return (await loaders.planItemsSeen.load(id))?.at ?? null;
  }
}
