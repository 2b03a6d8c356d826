import { about, Disclosed, mayShow, requirePurpose } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { personOf } from '../person/person.js';
import { decidePlanAlone, type Undecided } from './decide-plan.js';
import { noteSeen } from './own-items.js';
import { itemOf, openPlans, stepOf, versionOf } from './open-plan.js';
import { PlannedItem, PlanStep, SupportPlan, SupportPlanVersion } from './plan.js';
import { PlanItem } from './plan-item.js';
import { planInSight } from './plan-in-hand.js';
import { PlanInput } from './plan-input.js';
import { DecidePlanResult, PlanConsentGap, PlanResult } from './plan-results.js';
import { draftPlan, proposePlan, revisePlan } from './plan-service.js';
import { PlanKind } from './plan-state.js';
import { replan, suspendPlan } from './replan.js';
import type { ChangedPlan } from './write-plan.js';

export const EXPECTED_VERSION = '見ていた版 — the version that you saw';

@Resolver(() => SupportCase)
export class CasePlansResolver {
  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => [SupportPlan], { nullable: true, description: '支援プラン — plans, the newest first' })
  async plans(
    @Root() { row }: SupportCase,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly SupportPlan[]> {
    return openPlans(await context.loaders.plansOfCase.load(row.id), context);
  }
}

@Resolver(() => SupportPlan)
export class SupportPlanResolver {
  @Query(() => SupportPlan, {
    nullable: true,
    description: '支援プラン — one plan; found by who has a part in it, or by consent',
  })
  async supportPlan(
    @Arg('id', () => ID) id: string,
    @Ctx() context: CollaborationContext,
  ): Promise<SupportPlan> {
    requirePurpose(context.viewer);
    const field = 'Query.supportPlan';
    const plan = await planInSight(id, context, field);
    // That it is found tells that there is one, whatever is asked of it.
    mayShow(context, plan.subjects ?? [], Category.SUPPORT_PLAN, field, { record: plan });
    return plan;
  }

  @Mutation(() => PlanResult, {
    description: '支援プランを作成する — begin a plan of a case that you coordinate',
  })
  async draftPlan(
    @Arg('case', () => ID) caseId: string,
    @Arg('kind', () => PlanKind) kind: PlanKind,
    @Arg('input', () => PlanInput) input: PlanInput,
    @Arg('expectedVersion', () => Int, {
      description: '見ていたケースの版 — the version of the case that you saw',
    })
    expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedPlan> {
    requirePurpose(context.viewer);
    return draftPlan(caseId, kind, input, expected, context);
  }

  @Mutation(() => PlanResult, {
    description:
      '支援プランを書き直す — write a plan anew that is not decided; what stood there before stays on record',
  })
  async revisePlan(
    @Arg('plan', () => ID) plan: string,
    @Arg('input', () => PlanInput) input: PlanInput,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedPlan> {
    requirePurpose(context.viewer);
    return revisePlan(plan, input, expected, context);
  }

  @Mutation(() => PlanResult, { description: '支援プランを会議に提出する — hand a plan to the conference' })
  async proposePlan(
    @Arg('plan', () => ID) plan: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedPlan> {
    requirePurpose(context.viewer);
    return proposePlan(plan, expected, context);
  }

  @Mutation(() => DecidePlanResult, {
    description:
      '支援プランを決定する — decide a plan that the conference found appropriate; needs the consent of everybody of whom it speaks',
  })
  async decidePlan(
    @Arg('plan', () => ID) plan: string,
    @Arg('conference', () => ID, {
      description: '会議 — id of the conference, or where its minutes are found',
    })
    conference: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof DecidePlanResult> {
    requirePurpose(context.viewer);
    const decided = await decidePlanAlone(plan, conference, expected, context);
    return 'gaps' in decided ? { gaps: gapsOf(decided.gaps, context) } : decided;
  }

  @Mutation(() => PlanResult, {
    description:
      '再プランを作成する — begin the plan that is to stand in the place of another; work goes on meanwhile',
  })
  async replan(
    @Arg('plan', () => ID) plan: string,
    @Arg('input', () => PlanInput) input: PlanInput,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedPlan> {
    requirePurpose(context.viewer);
    return replan(plan, input, expected, context);
  }

  @Mutation(() => PlanResult, { description: '支援プランを中断する — suspend a decided plan' })
  async suspendPlan(
    @Arg('plan', () => ID) plan: string,
    @Arg('reason', () => String, { description: '理由 — why; at least 10 characters' }) reason: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedPlan> {
    requirePurpose(context.viewer);
    return suspendPlan(plan, reason, expected, context);
  }

  @Disclosed(Category.SUPPORT_PLAN, Level.EXISTENCE)
  @FieldResolver(() => SupportPlanVersion, { nullable: true, description: 'プランの記載 — its newest words' })
  async sheet(
    @Root() { row }: SupportPlan,
    @Ctx() context: CollaborationContext,
  ): Promise<SupportPlanVersion | undefined> {
    const [newest] = await context.loaders.planVersions.load(row.id);
    return newest && versionOf(newest, row, context)[0];
  }

  @Disclosed(Category.SUPPORT_PLAN, Level.EXISTENCE)
  @FieldResolver(() => [SupportPlanVersion], {
    nullable: true,
    description: 'これまでの記載 — all versions of its words, the newest first',
  })
  async versions(
    @Root() { row }: SupportPlan,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly SupportPlanVersion[]> {
    const rows = await context.loaders.planVersions.load(row.id);
    return rows.flatMap((version) => versionOf(version, row, context));
  }

  @Disclosed(Category.SUPPORT_PLAN, Level.EXISTENCE)
  @FieldResolver(() => [PlanStep], { nullable: true, description: '経過 — its steps, the oldest first' })
  async steps(
    @Root() { row }: SupportPlan,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly PlanStep[]> {
    const rows = await context.loaders.planEvents.load(row.id);
    return rows.flatMap((step) => stepOf(step, row, context));
  }

  @Disclosed(Category.SUPPORT_PLAN, Level.EXISTENCE)
  @FieldResolver(() => [PlanItem], {
    nullable: true,
    description: '支援内容 — items of a decided plan; to an office those that it holds',
  })
  async items(
    @Root() { row }: SupportPlan,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly PlanItem[]> {
    const rows = await context.loaders.planItems.load(row.id);
    const items = rows.flatMap((item) => itemOf(item, row.householdId, context));
    const shown = items.filter((item) =>
      context.scope.permits(item.row.persons, Category.SUPPORT_PLAN, { record: item }),
    );
    await noteSeen(shown, context);
    return items;
  }
}

@Resolver(() => PlannedItem)
export class PlannedItemResolver {
  @Disclosed(Category.SUPPORT_PLAN, Level.SUMMARY)
  @FieldResolver(() => Office, { nullable: true, description: '担当機関 — office that is to hold it' })
  office(@Root() { officeCode }: PlannedItem, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(officeCode, context);
  }
}

/** Those of whom the viewer may know; how many others there are is not told. */
const gapsOf = (
  gaps: Extract<Undecided, { gaps: unknown }>['gaps'],
  { scope }: CollaborationContext,
): readonly PlanConsentGap[] =>
  gaps
    .filter(({ person }) => scope.mayBeNamed(person))
    .map(({ person, offices }) =>
      about(Object.assign(new PlanConsentGap(), { officeCodes: offices, person: personOf(person) }), [
        person,
      ]),
    );

@Resolver(() => PlanConsentGap)
export class PlanConsentGapResolver {
  @Disclosed(Category.CONSENT)
  @FieldResolver(() => [Office], {
    nullable: true,
    description: '提供先 — offices to which the consent has to reach',
  })
  offices(
    @Root() { officeCodes }: PlanConsentGap,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly Office[]> {
    return Promise.all(officeCodes.map((code) => officeOf(code, context)));
  }
}
