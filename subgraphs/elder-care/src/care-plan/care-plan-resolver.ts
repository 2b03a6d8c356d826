import { Disclosed, subjectsOf, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ElderCareContext } from '../loaders.js';
import { ElderCareRecord } from '../elder-care-record.js';
import { CareConference } from './care-conference.js';
import { CarePlan } from './care-plan.js';
import { CarePlanNeed } from './care-plan-need.js';
import { CarePlannerNotice } from './care-planner-notice.js';

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

  @Disclosed(Category.CARE_PLAN)
  @FieldResolver(() => [CarePlan], {
    nullable: true,
    description: 'ケアプランの履歴 — all, the newest first',
  })
  carePlans(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CarePlan>> {
    return loaders.carePlans.load(personId);
  }

  @Disclosed(Category.CARE_PLAN)
  @FieldResolver(() => [CarePlanNeed], {
    nullable: true,
    description: '第2表の全行 — all needs of all plans, those too whose plan is not on record',
  })
  carePlanNeeds(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CarePlanNeed>> {
    return loaders.carePlanNeeds.load(personId);
  }

  @Disclosed(Category.CARE_PLAN)
  @FieldResolver(() => [CareConference], {
    nullable: true,
    description: 'サービス担当者会議 — meetings, the newest first',
  })
  careConferences(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CareConference>> {
    return loaders.careConferences.load(personId);
  }

  @Disclosed(Category.CARE_PLAN)
  @FieldResolver(() => [CarePlannerNotice], {
    nullable: true,
    description: '居宅届出 — who makes the care plan, the newest first',
  })
  plannerNotices(
    @Root() { personId }: ElderCareRecord,
    @Ctx() { loaders }: ElderCareContext,
  ): Promise<Rows<CarePlannerNotice>> {
    return loaders.plannerNotices.load(personId);
  }
}

@Resolver(() => CarePlan)
export class CarePlanNeedResolver {
  @Disclosed(Category.CARE_PLAN)
  @FieldResolver(() => [CarePlanNeed], { nullable: true, description: '第2表 — needs, goals and services' })
  async needs(@Root() plan: CarePlan, @Ctx() { loaders }: ElderCareContext): Promise<Rows<CarePlanNeed>> {
    // A plan is in one file: its needs are in the same.
    const [person] = subjectsOf(plan, 'CarePlan.needs');
    const rows = person === undefined ? [] : await loaders.carePlanNeeds.load(person);
    return [...rows].filter(({ planId }) => planId === plan.id);
  }
}
