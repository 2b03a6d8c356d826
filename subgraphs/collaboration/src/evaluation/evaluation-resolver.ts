import { Disclosed, requirePurpose } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { ofPersons } from '../plan/open-plan.js';
import { SupportPlan } from '../plan/plan.js';
import type { ChangedPlan } from '../plan/write-plan.js';
import { EXPECTED_VERSION } from '../plan/plan-resolver.js';
import { PlanResult } from '../plan/plan-results.js';
import { EvaluatedGoal, EvaluatedIssue, EvaluationInput, PlanEvaluation } from './evaluation.js';
import { evaluatePlan } from './evaluation-service.js';

@Resolver(() => SupportPlan)
export class EvaluationResolver {
  @Mutation(() => PlanResult, { description: '支援プランを評価する — record the evaluation sheet of a plan' })
  async evaluatePlan(
    @Arg('plan', () => ID) plan: string,
    @Arg('input', () => EvaluationInput) input: EvaluationInput,
    @Arg('expectedVersion', () => Int, { description: EXPECTED_VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<ChangedPlan> {
    requirePurpose(context.viewer);
    return evaluatePlan(plan, input, expected, context);
  }

  @Disclosed(Category.SUPPORT_PLAN, Level.EXISTENCE)
  @FieldResolver(() => [PlanEvaluation], {
    nullable: true,
    description: '評価シート — evaluations, the newest first',
  })
  async evaluations(
    @Root() { row }: SupportPlan,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly PlanEvaluation[]> {
    const rows = await context.loaders.planEvaluations.load(row.id);
    return rows.flatMap(
      ({ goals, issues, persons, officeCode: author, staffId: staff, successorOffice, ...rest }) =>
        ofPersons(
          Object.assign(new PlanEvaluation(), rest, {
            author,
            staff,
            successorCode: successorOffice,
            goals: goals.map((goal) => Object.assign(new EvaluatedGoal(), goal)),
            issues: issues.map((issue) => Object.assign(new EvaluatedIssue(), issue)),
          }),
          persons,
          row.householdId,
          context,
        ),
    );
  }
}

@Resolver(() => PlanEvaluation)
export class EvaluationSuccessorResolver {
  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => Office, {
    nullable: true,
    description: '引継先 — office that is responsible afterwards',
  })
  async successor(
    @Root() { successorCode }: PlanEvaluation,
    @Ctx() context: CollaborationContext,
  ): Promise<Office | null> {
    return successorCode === null ? null : officeOf(successorCode, context);
  }
}
