import { Disclosed, requirePurpose } from '@kasane/subgraph-kit';
import { Category, ConsentExpression, ConsentState, ErrorCode, HubError } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { Person } from '../person/person.js';
import { ConsentRecord, ConsentRule } from './consent.js';
import { ConsentInput } from './consent-input.js';
import { consentRecordOf } from './consent-record.js';
import { RecordConsentResult, WithdrawConsentResult } from './consent-results.js';
import { MAX_EXPRESSED_BY, recordConsent, withdrawConsent } from './consent-service.js';
import { ConsentRow } from './consent-tables.js';

@Resolver(() => ConsentRecord)
export class ConsentResolver {
  @Mutation(() => RecordConsentResult, { description: '同意を記録する — record that a person consents' })
  giveConsent(
    @Arg('input', () => ConsentInput) input: ConsentInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RecordConsentResult> {
    return this.record(input, ConsentState.GIVEN, context);
  }

  @Mutation(() => RecordConsentResult, { description: '不同意を記録する — record that a person refuses' })
  refuseConsent(
    @Arg('input', () => ConsentInput) input: ConsentInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RecordConsentResult> {
    return this.record(input, ConsentState.REFUSED, context);
  }

  @Mutation(() => WithdrawConsentResult, {
    description: '同意を撤回する — withdraw a consent; it bites on the next request',
  })
  async withdrawConsent(
    @Arg('id', () => ID) id: string,
    @Arg('expression', () => ConsentExpression) expression: ConsentExpression,
    @Arg('expressedBy', () => String, { description: '意思表示した人 — who withdrew it' })
    expressedBy: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof WithdrawConsentResult> {
    requirePurpose(context.viewer);
    const result = await withdrawConsent(id, expression, expressedBy.slice(0, MAX_EXPRESSED_BY), context);
    return 'alreadyEnded' in result
      ? { state: result.alreadyEnded }
      : { consent: await read(result.id, context) };
  }

  @Disclosed(Category.CONSENT)
  @FieldResolver(() => ConsentState, {
    nullable: true,
    description: '状態 — its state at a moment; now when absent',
  })
  state(
    @Root() consent: ConsentRecord,
    @Arg('at', () => GraphQLDateTimeISO, { nullable: true }) at: Date | null | undefined,
    @Ctx() { now }: CollaborationContext,
  ): ConsentState {
    return consent.stateAt(at ?? now);
  }

  private async record(
    input: ConsentInput,
    state: typeof ConsentState.GIVEN | typeof ConsentState.REFUSED,
    context: CollaborationContext,
  ): Promise<typeof RecordConsentResult> {
    requirePurpose(context.viewer);
    const result = await recordConsent(input, state, context);
    return 'problems' in result ? { problems: result.problems } : { consent: await read(result.id, context) };
  }
}

@Resolver(() => ConsentRule)
export class ConsentRuleResolver {
  @Disclosed(Category.CONSENT)
  @FieldResolver(() => [Office], { nullable: true, description: '提供先 — recipient offices' })
  recipientOffices(
    @Root() { recipientOffices }: ConsentRule,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly Office[]> {
    return Promise.all(recipientOffices.map(({ code }) => officeOf(code, context)));
  }
}

@Resolver(() => Person)
export class PersonConsentsResolver {
  @Disclosed(Category.CONSENT)
  @FieldResolver(() => [ConsentRecord], {
    nullable: true,
    description: '同意の記録 — all consents with their dates',
  })
  async consents(
    @Root() { id }: Person,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly ConsentRecord[]> {
    const rows = await loaders.consentsOf.load(id);
    const events = await Promise.all(rows.map((row) => loaders.consentEvents.load(row.id)));
    return rows.map((row, at) => consentRecordOf(row, events[at] ?? []));
  }
}

async function read(id: string, { manager, loaders }: CollaborationContext): Promise<ConsentRecord> {
  const row = await manager.findOneBy(ConsentRow, { id });
  if (!row) throw new HubError(ErrorCode.NOT_FOUND);
  return consentRecordOf(row, await loaders.consentEvents.load(id));
}
