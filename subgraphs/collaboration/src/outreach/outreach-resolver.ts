import { Disclosed, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { contactOf, Outreach, OutreachContact, outreachOf, OutreachResult } from './outreach.js';
import { OutreachContactInput, OutreachInput } from './outreach-input.js';
import { beginOutreach, recordContact, type ChangedOutreach } from './outreach-service.js';

@Resolver(() => SupportCase)
export class CaseOutreachResolver {
  @Disclosed(Category.NOTES)
  @FieldResolver(() => [Outreach], {
    nullable: true,
    description: 'アウトリーチ — whom an office tries to reach, the newest first',
  })
  async outreaches(
    @Root() { row }: SupportCase,
    @Ctx() { loaders, now }: CollaborationContext,
  ): Promise<readonly Outreach[]> {
    return (await loaders.outreachesOf.load(row.id)).map((each) => outreachOf(each, now));
  }
}

@Resolver(() => Outreach)
export class OutreachResolver {
  @Mutation(() => OutreachResult, {
    description: 'アウトリーチを始める — give an office of the roster the task to reach somebody',
  })
  async beginOutreach(
    @Arg('input', () => OutreachInput) input: OutreachInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof OutreachResult> {
    requirePurpose(context.viewer);
    return told(await beginOutreach(input, context), context);
  }

  @Mutation(() => OutreachResult, {
    description: '働きかけを記録する — record an attempt at contact, and how far the relationship has come',
  })
  async recordOutreachContact(
    @Arg('outreach', () => ID) outreach: string,
    @Arg('input', () => OutreachContactInput) input: OutreachContactInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof OutreachResult> {
    requirePurpose(context.viewer);
    return told(await recordContact(outreach, input, context), context);
  }

  @NotPersonal('published facts of an office')
  @FieldResolver(() => Office, { description: '担当する機関 — office that goes there' })
  office(@Root() { row }: Outreach, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(row.officeCode, context);
  }

  @Disclosed(Category.NOTES)
  @FieldResolver(() => [OutreachContact], {
    nullable: true,
    description: '働きかけ — attempts that you may see, the newest first',
  })
  async contacts(
    @Root() { row }: Outreach,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly OutreachContact[]> {
    return (await loaders.outreachContactsOf.load(row.id)).map((each) => contactOf(each, row));
  }
}

const told = (changed: ChangedOutreach, { now }: CollaborationContext): typeof OutreachResult =>
  'problems' in changed
    ? changed
    : 'newest' in changed
      ? { newest: outreachOf(changed.newest, now) }
      : { outreach: outreachOf(changed.row, now) };
