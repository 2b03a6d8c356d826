import { consentStateAt } from '@kasane/disclosure';
import { Disclosed, requirePurpose } from '@kasane/subgraph-kit';
import {
  Category,
  ConsentAnswer,
  ConsentExpression,
  ConsentState,
  ErrorCode,
  HubError,
} from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { Person } from '../person/person.js';
import { ConsentRecord, ConsentRule } from './consent.js';
import {
  answerConsent,
  renewConsent,
  withdrawConsent,
  type ChangedConsent,
  type WithdrawnConsent,
} from './consent-changes.js';
import { ConsentExpressionInput, ConsentInput, EXPECTED_EVENTS } from './consent-input.js';
import { consentRecordOf } from './consent-record.js';
import {
  AnswerConsentResult,
  RecordConsentResult,
  RenewConsentResult,
  WithdrawConsentResult,
} from './consent-results.js';
import type { FirstState } from './consent-rules.js';
import { recordConsent } from './consent-service.js';
import { ConsentRow } from './consent-tables.js';
import { consentsExpiring, MAX_EXPIRING } from './expiring.js';
import { asOf, consentInSight } from './handling.js';

/** Days ahead for which one may ask what ends: a year, the usual length of a consent. */
const MAX_DAYS_AHEAD = 366;

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

  @Mutation(() => RecordConsentResult, {
    description:
      '同意を求めたことを記録する — record that a person was asked; it opens nothing until they answer',
  })
  requestConsent(
    @Arg('input', () => ConsentInput) input: ConsentInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RecordConsentResult> {
    return this.record(input, ConsentState.REQUESTED, context);
  }

  @Mutation(() => AnswerConsentResult, {
    description:
      '求めた同意への回答を記録する — record the answer to a request: yes (of everybody who was asked), no, or not yet',
  })
  async answerConsent(
    @Arg('id', () => ID) id: string,
    @Arg('answer', () => ConsentAnswer) answer: ConsentAnswer,
    @Arg('input', () => ConsentExpressionInput) input: ConsentExpressionInput,
    @Arg('expectedEvents', () => Int, { nullable: true, description: EXPECTED_EVENTS })
    expectedEvents: number | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof AnswerConsentResult> {
    requirePurpose(context.viewer);
    return toldOf(await answerConsent({ id, expectedEvents }, answer, input, context), context);
  }

  @Mutation(() => RenewConsentResult, {
    description:
      '同意を更新する — renew a consent that has not ended, until a later day; its words stay those that were explained',
  })
  async renewConsent(
    @Arg('id', () => ID) id: string,
    @Arg('until', () => String, { description: '新しい終了日 — new last day in Japan (YYYY-MM-DD)' })
    until: string,
    @Arg('noticeVersion', () => String, {
      description:
        '説明書の版 — version of the notice that was explained now; another one needs a new consent',
    })
    noticeVersion: string,
    @Arg('input', () => ConsentExpressionInput) input: ConsentExpressionInput,
    @Arg('expectedEvents', () => Int, { nullable: true, description: EXPECTED_EVENTS })
    expectedEvents: number | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RenewConsentResult> {
    requirePurpose(context.viewer);
    const renewed = await renewConsent({ id, expectedEvents }, { until, noticeVersion }, input, context);
    return toldOf(renewed, context);
  }

  @Mutation(() => WithdrawConsentResult, {
    description: '同意を撤回する — withdraw a consent; it bites on the next request',
  })
  async withdrawConsent(
    @Arg('id', () => ID) id: string,
    @Arg('expression', () => ConsentExpression) expression: ConsentExpression,
    @Arg('expressedBy', () => String, { description: '意思表示した人 — who withdrew it' })
    expressedBy: string,
    @Arg('expectedEvents', () => Int, { nullable: true, description: EXPECTED_EVENTS })
    expectedEvents: number | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof WithdrawConsentResult> {
    requirePurpose(context.viewer);
    return toldOf(await withdrawConsent({ id, expectedEvents }, expression, expressedBy, context), context);
  }

  @Query(() => ConsentRecord, {
    nullable: true,
    description: '同意の記録 — one consent; null when there is none, or none that you may know of',
  })
  async consent(
    @Arg('id', () => ID) id: string,
    @Ctx() context: CollaborationContext,
  ): Promise<ConsentRecord | null> {
    requirePurpose(context.viewer);
    const consent = await consentInSight(id, context, 'Query.consent');
    return consent && consentRecordOf(consent, context.now);
  }

  @Query(() => [ConsentRecord], {
    description: `期限の近い同意 — consents that end within so many days, of those on whose case you work, the soonest first; at most ${MAX_EXPIRING}`,
  })
  async consentsExpiring(
    @Arg('withinDays', () => Int, { defaultValue: 30, description: `0 to ${MAX_DAYS_AHEAD}` })
    withinDays: number,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly ConsentRecord[]> {
    requirePurpose(context.viewer);
    if (withinDays < 0 || withinDays > MAX_DAYS_AHEAD)
      throw new HubError(ErrorCode.BAD_USER_INPUT, `withinDays must be between 0 and ${MAX_DAYS_AHEAD}.`);
    const consents = await consentsExpiring(withinDays, context, 'Query.consentsExpiring');
    return consents.map((consent) => consentRecordOf(consent, context.now));
  }

  @Disclosed(Category.CONSENT)
  @FieldResolver(() => ConsentState, {
    nullable: true,
    description: '状態 — its state at a moment, past or present: was this lawful then? Now when absent',
  })
  state(
    @Root() consent: ConsentRecord,
    @Arg('at', () => GraphQLDateTimeISO, { nullable: true }) at: Date | null | undefined,
    @Ctx() { now }: CollaborationContext,
  ): ConsentState {
    return at ? consent.stateAt(at) : consentStateAt(asOf(consent.inHand, now), now);
  }

  private async record(
    input: ConsentInput,
    state: FirstState,
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
    description: '同意の記録 — all consents with their dates, ended ones too',
  })
  async consents(
    @Root() { id }: Person,
    @Ctx() { loaders, now }: CollaborationContext,
  ): Promise<readonly ConsentRecord[]> {
    const rows = await loaders.consentsOf.load(id);
    const events = await Promise.all(rows.map((row) => loaders.consentEvents.load(row.id)));
    return rows.map((row, at) => consentRecordOf({ row, events: events[at] ?? [] }, now));
  }
}

type Told = { consent: ConsentRecord } | { state: ConsentState };

/** The outcome of a change, as the schema tells it. */
function toldOf(changed: WithdrawnConsent, context: CollaborationContext): Promise<Told>;
function toldOf(
  changed: ChangedConsent,
  context: CollaborationContext,
): Promise<Told | { problems: readonly string[] }>;
async function toldOf(
  changed: ChangedConsent,
  context: CollaborationContext,
): Promise<Told | { problems: readonly string[] }> {
  if ('id' in changed) return { consent: await read(changed.id, context) };
  return 'standsAs' in changed ? { state: changed.standsAs } : { problems: changed.problems };
}

async function read(id: string, { manager, loaders, now }: CollaborationContext): Promise<ConsentRecord> {
  const row = await manager.findOneBy(ConsentRow, { id });
  if (!row) throw new HubError(ErrorCode.NOT_FOUND);
  return consentRecordOf({ row, events: await loaders.consentEvents.load(id) }, now);
}
