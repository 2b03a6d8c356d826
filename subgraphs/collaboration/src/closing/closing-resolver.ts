import { Disclosed, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { ofPersons } from '../plan/open-plan.js';
import { CaseClosing, CaseOpenItem, CloseCaseResult, ReopenCaseResult } from './closing.js';
import { closeCase } from './closing-service.js';
import { reopenCase, type ReopenedCase } from './reopening.js';

@Resolver(() => SupportCase)
export class CaseClosingResolver {
  @Mutation(() => CloseCaseResult, {
    description:
      'ケースを終結する — close a case that you coordinate; names who is responsible from then on, and is refused while anybody still holds something of it',
  })
  async closeCase(
    @Arg('case', () => ID) id: string,
    @Arg('leadOfficeAfterClosure', () => ID, { description: '終結後の主担当 — code of the office' })
    leadOffice: string,
    @Arg('reason', () => String, { description: '理由 — why; at least 10 characters' }) reason: string,
    @Arg('expectedVersion', () => Int, {
      description: '見ていたケースの版 — the version of the case that you saw',
    })
    expected: number,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CloseCaseResult> {
    requirePurpose(context.viewer);
    const closed = await closeCase({ id, leadOffice, reason, expected }, context);
    if (!('obstacles' in closed)) return closed;
    return {
      items: closed.obstacles.map(({ office, ...rest }) =>
        Object.assign(new CaseOpenItem(), rest, { officeCode: office }),
      ),
    };
  }

  @Mutation(() => ReopenCaseResult, {
    description:
      'ケースを再開する — take up a closed case that your office coordinated, as a new case that refers to it',
  })
  async reopenCase(
    @Arg('case', () => ID) id: string,
    @Arg('reason', () => String, { description: '理由 — why; at least 10 characters' }) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<ReopenedCase> {
    requirePurpose(context.viewer);
    return reopenCase(id, reason, context);
  }

  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => CaseClosing, {
    nullable: true,
    description: '終結の記録 — how it was closed; null while it is open',
  })
  async closing(
    @Root() { row }: SupportCase,
    @Ctx() context: CollaborationContext,
  ): Promise<CaseClosing | undefined> {
    const found = await context.loaders.caseClosings.load(row.id);
    if (!found) return undefined;
    const { leadOffice: leadCode, reason, officeCode: author, staffId: staff, at, persons } = found;
    const closing = Object.assign(new CaseClosing(), { leadCode, reason, author, staff, at });
    return ofPersons(closing, persons, row.householdId, context)[0];
  }

  @Disclosed(Category.INVOLVEMENT, Level.SUMMARY)
  @FieldResolver(() => ID, {
    nullable: true,
    description: '再開の元 — id of the closed case that it takes up again',
  })
  async reopenedFrom(
    @Root() { row }: SupportCase,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<string | null> {
    return (await loaders.caseReopenings.load(row.id))?.reopenedFrom ?? null;
  }
}

@Resolver(() => CaseClosing)
export class ClosingLeadResolver {
  @Disclosed(Category.INVOLVEMENT)
  @FieldResolver(() => Office, {
    nullable: true,
    description: '終結後の主担当 — office that is responsible from then on',
  })
  leadOffice(@Root() { leadCode }: CaseClosing, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(leadCode, context);
  }
}

@Resolver(() => CaseOpenItem)
export class CaseOpenItemResolver {
  @NotPersonal('published facts of an office')
  @FieldResolver(() => Office, { description: '持っている機関 — office that holds it' })
  office(@Root() { officeCode }: CaseOpenItem, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(officeCode, context);
  }
}
