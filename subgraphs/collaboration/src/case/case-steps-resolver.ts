import { Disclosed, mayShow, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category, ErrorCode, HubError, personId } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf, readPlace, requirePage, type Connection } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { MAX_PAGE } from '../household/household.js';
import { personOf } from '../person/person.js';
import { SupportCase } from './case.js';
import { CaseStep, CaseStepConnection, caseStepOf, wordsOf } from './case-step.js';
import { beginAssessment, resumption, suspension, takeStep } from './case-steps.js';
import { CaseStepResult, DeathResult, toldStep } from './case-steps-results.js';
import { CaseStatus } from './case-status.js';
import { caseWorkedOn, supportCaseOf } from './coordinate-case.js';
import { endCaseByDeath, recordDeath } from './death.js';
import { CaseTransfer, caseTransferOf, moveOutCase } from './move-out.js';
import { CaseTransferInput } from './transfer.js';

const VERSION = '版 — the version of the case that you saw';

@Resolver(() => SupportCase)
export class CaseStepsResolver {
  @Query(() => SupportCase, {
    nullable: true,
    description: 'ケース — one open case on which you work; not found for every other id',
  })
  async supportCase(
    @Arg('id', () => ID) id: string,
    @Ctx() context: CollaborationContext,
  ): Promise<SupportCase> {
    requirePurpose(context.viewer);
    return supportCaseOf(await caseWorkedOn(id, context, 'Query.supportCase'));
  }

  @Mutation(() => CaseStepResult, { description: 'アセスメントを始める — begin to assess an accepted case' })
  async beginAssessment(
    @Arg('case', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CaseStepResult> {
    requirePurpose(context.viewer);
    return toldStep(await takeStep({ id, expected }, beginAssessment, undefined, context));
  }

  @Mutation(() => CaseStepResult, { description: 'ケースを中断する — suspend a case' })
  async suspendCase(
    @Arg('case', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Arg('reason', () => String, { description: '理由 — why' }) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CaseStepResult> {
    requirePurpose(context.viewer);
    return toldStep(await takeStep({ id, expected }, suspension, reason, context));
  }

  @Mutation(() => CaseStepResult, { description: 'ケースを再開する — resume a suspended case' })
  async resumeCase(
    @Arg('case', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Arg('to', () => CaseStatus, {
      defaultValue: CaseStatus.ASSESSING,
      description: '再開後の状態 — ASSESSING or PLANNING',
    })
    to: CaseStatus,
    @Arg('reason', () => String, { description: '理由 — why' }) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CaseStepResult> {
    requirePurpose(context.viewer);
    if (to !== CaseStatus.ASSESSING && to !== CaseStatus.PLANNING)
      throw new HubError(ErrorCode.BAD_USER_INPUT, 'A case is resumed as ASSESSING or as PLANNING.');
    return toldStep(await takeStep({ id, expected }, resumption(to), reason, context));
  }

  @Mutation(() => CaseStepResult, {
    description:
      '転出引継 — end a case because the household moved; print the notice from the answer: afterwards nobody has a seat',
  })
  async moveOutCase(
    @Arg('case', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Arg('input', () => CaseTransferInput) input: CaseTransferInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CaseStepResult> {
    requirePurpose(context.viewer);
    return toldStep(await moveOutCase({ id, expected }, input, context));
  }

  @Mutation(() => CaseStepResult, {
    description: '死亡により終了する — end a case whose 本人 is on record as deceased',
  })
  async endCaseByDeath(
    @Arg('case', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Arg('reason', () => String, { description: '理由 — why it ends' }) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CaseStepResult> {
    requirePurpose(context.viewer);
    return toldStep(await endCaseByDeath({ id, expected }, reason, context));
  }

  @Mutation(() => DeathResult, {
    description: '死亡を記録する — record that somebody died, or take back a record made in error',
  })
  async recordDeath(
    @Arg('case', () => ID) id: string,
    @Arg('person', () => ID) person: string,
    @Arg('deceasedOn', () => String, {
      nullable: true,
      description: '死亡日 — day of death (YYYY-MM-DD); null takes back a record made in error',
    })
    deceasedOn: string | null | undefined,
    @Arg('source', () => String, { description: '把握した経緯 — from where it is known' }) source: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof DeathResult> {
    requirePurpose(context.viewer);
    const report = { person: personId(person), deceasedOn: deceasedOn ?? null, source };
    const recorded = await recordDeath(id, report, context);
    return 'person' in recorded ? { person: personOf(recorded.person) } : recorded;
  }

  @NotPersonal('each step decides for itself')
  @FieldResolver(() => CaseStepConnection, { description: '経緯 — steps of the case, the newest first' })
  async history(
    @Root() { row }: SupportCase,
    @Arg('first', () => Int, { defaultValue: 20, description: `at most ${MAX_PAGE}` }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<Connection<CaseStep>> {
    requirePage(first);
    const { loaders, scope } = context;
    const before = after ? readPlace(after) : undefined;
    const [rows, members] = await Promise.all([
      loaders.caseSteps.load({ of: row.id, limit: first + 1, before }),
      loaders.livingIn.load(row.householdId),
    ]);
    const known = scope.membersOf(row.householdId);
    const isTold =
      rows.length > 0 &&
      known.length > 0 &&
      mayShow(context, known, Category.INVOLVEMENT, 'SupportCase.history');
    return pageOf(
      isTold ? rows : [],
      first,
      ({ at, id }) => ({ at: at.toISOString(), id }),
      (step) => caseStepOf(step, { known, all: members }),
    );
  }

  @Disclosed(Category.NOTES)
  @FieldResolver(() => CaseTransfer, {
    nullable: true,
    description: '転出引継 — what stands on the notice of transfer',
  })
  async transfer(
    @Root() { row }: SupportCase,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<CaseTransfer | null> {
    const stored = await loaders.transfers.load(row.id);
    return stored && caseTransferOf(stored);
  }
}

@Resolver(() => CaseStep)
export class CaseStepResolver {
  // Besides those whom the record concerns, its words may speak of everybody in the household.
  @Disclosed(Category.NOTES)
  @FieldResolver(() => String, { nullable: true, description: '理由 — why' })
  reason(@Root() step: CaseStep, @Ctx() context: CollaborationContext): string | null {
    return wordsOf(step, context, 'CaseStep.reason');
  }
}
