import { consentEndAt, consentStateAt, hasEnded, isGiven } from '@kasane/disclosure';
import {
  ConsentAnswer,
  ConsentState,
  endOfJapanDay,
  ErrorCode,
  GrantorRelation,
  HubError,
  japanDate,
  type ConsentExpression,
  type PersonId,
} from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import { searchKey } from '../person/search-key.js';
import { authorityProblems, isNameOf, ofAgeAfter, type KnownPerson } from './authority.js';
import { changeConsent } from './consent-events.js';
import type { ConsentExpressionInput } from './consent-input.js';
import { minorityProblems } from './consent-rules.js';
import type { ConsentRow } from './consent-tables.js';
import { explanationProblems, expressionProblems, storedExpression } from './expression.js';
import { consentInHand, asOf, type ConsentInHand } from './handling.js';
import { lastDayBefore, periodProblems } from './period.js';

/** What became of a withdrawal: done, or too late. */
export type WithdrawnConsent = { readonly id: string } | { readonly standsAs: ConsentState };
/** What became of another change: it may also be that it cannot be recorded, and why. */
export type ChangedConsent = WithdrawnConsent | { readonly problems: readonly string[] };

/** What every change of a consent names. */
interface Change {
  readonly id: string;
  readonly expectedEvents: number | null | undefined;
}

/**
 * Withdraws a consent. It bites on the next request; what was shown before stays recorded.
 * @throws {HubError} `NOT_FOUND` for an unknown or foreign consent; `CONFLICT` when somebody else was first.
 */
export async function withdrawConsent(
  { id, expectedEvents }: Change,
  expression: ConsentExpression,
  expressedBy: string,
  context: CollaborationContext,
): Promise<WithdrawnConsent> {
  const field = 'Mutation.withdrawConsent';
  const consent = await consentInHand(id, expectedEvents, context, field);
  const state = stateOf(consent, context);
  if (hasEnded(state) || state === ConsentState.REFUSED) return { standsAs: state };
  if (expressedBy.trim() === '')
    throw new HubError(
      ErrorCode.BAD_USER_INPUT,
      '撤回した人の氏名を記入してください。 Name who withdrew it.',
    );
  await changeConsent(consent, { state: ConsentState.WITHDRAWN, expression, expressedBy }, context, field);
  return { id };
}

/**
 * Renews a consent that has not ended: the same people say again the same to the same words, until a later day. What
 * ended does not come to life, and what was explained in other words is another consent.
 * @throws {HubError} as {@link withdrawConsent}
 */
export async function renewConsent(
  { id, expectedEvents }: Change,
  renewal: { readonly until: string; readonly noticeVersion: string },
  how: ConsentExpressionInput,
  context: CollaborationContext,
): Promise<ChangedConsent> {
  const field = 'Mutation.renewConsent';
  const consent = await consentInHand(id, expectedEvents, context, field);
  const { now } = context;
  const state = stateOf(consent, context);
  if (!isGiven(state)) return { standsAs: state };
  const subject = await subjectOf(consent.row, context);
  const lastSoFar = lastDayBefore(consentEndAt(asOf(consent, now), now));
  const problems = [
    ...(renewal.noticeVersion === consent.row.noticeVersion
      ? []
      : [
          `この同意は説明書の第「${consent.row.noticeVersion}」版によるものです。新しい版を説明したときは、新しい同意として記録してください。`,
        ]),
    ...periodProblems(japanDate(now), renewal.until, japanDate(now)),
    ...(renewal.until > lastSoFar ? [] : [`新しい終了日は、今の終了日(${lastSoFar})より後にしてください。`]),
    ...minorityProblems(renewal.until, ofAgeAfter(subject, now)),
    ...(await consentingProblems(consent.row, subject, how, context)),
  ];
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  await changeConsent(
    consent,
    {
      ...eventOf(consent.row, how, now),
      state: ConsentState.RENEWED,
      validUntil: endOfJapanDay(renewal.until),
    },
    context,
    field,
  );
  return { id };
}

/**
 * Records what somebody says who was asked for a consent. To consent takes everybody who was asked, for it is theirs
 * together; one of them is enough to refuse.
 * @throws {HubError} as {@link withdrawConsent}
 */
export async function answerConsent(
  { id, expectedEvents }: Change,
  answer: ConsentAnswer,
  how: ConsentExpressionInput,
  context: CollaborationContext,
): Promise<ChangedConsent> {
  const field = 'Mutation.answerConsent';
  const consent = await consentInHand(id, expectedEvents, context, field);
  const { now } = context;
  const { row } = consent;
  const state = stateOf(consent, context);
  if (state !== ConsentState.REQUESTED && state !== ConsentState.DEFERRED) return { standsAs: state };
  const subject = await subjectOf(row, context);
  const problems =
    answer === ConsentAnswer.GIVEN
      ? [
          ...(now < row.validUntil ? [] : ['依頼した期間が過ぎています。新しい同意として記録してください。']),
          ...minorityProblems(lastDayBefore(row.validUntil), ofAgeAfter(subject, now)),
          ...(await consentingProblems(row, subject, how, context)),
        ]
      : [
          ...(how.expressedBy.some((name) => row.grantors.some((grantor) => isBy(grantor, name, subject)))
            ? []
            : ['意思表示した人が、同意を求めた人の中にいません。']),
          // Who wants to think about it has decided nothing that could be disputed later.
          ...(answer === ConsentAnswer.DEFERRED
            ? explanationProblems(how.explanation, japanDate(now))
            : expressionProblems(how, how.expressedBy, japanDate(now))),
        ];
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  await changeConsent(consent, { ...eventOf(row, how, now), state: answer }, context, field);
  return { id };
}

type StoredGrantor = ConsentRow['grantors'][number];

/** Why what was said is no consent of those who are to give it, as they stand today. */
async function consentingProblems(
  row: ConsentRow,
  subject: KnownPerson,
  how: ConsentExpressionInput,
  { loaders, now }: CollaborationContext,
): Promise<readonly string[]> {
  const { grantors } = row;
  const ids = [...new Set(grantors.flatMap(({ person }) => person ?? []))];
  const persons = await Promise.all(ids.map((id) => loaders.persons.load(id)));
  const known = new Map(
    persons.flatMap((person) => (person ? [[person.id as string, person] as const] : [])),
  );
  const areSame =
    grantors.every((grantor) => how.expressedBy.some((name) => isBy(grantor, name, subject))) &&
    how.expressedBy.every((name) => grantors.some((grantor) => isBy(grantor, name, subject)));
  return [
    ...(areSame
      ? []
      : [
          `この同意は「${grantors.map(({ name }) => name).join('、')}」の全員によるものです。全員の意思表示が必要です。`,
        ]),
    ...authorityProblems({ subject, grantors, known, isRefusal: false, now }),
    ...expressionProblems(how, how.expressedBy, japanDate(now)),
  ];
}

/** Whether a name is a grantor's, as they signed or, for the person themselves, as they are called. */
const isBy = ({ name, relation }: StoredGrantor, signed: string, subject: KnownPerson): boolean =>
  searchKey(signed) === searchKey(name) || (relation === GrantorRelation.SELF && isNameOf(subject, signed));

const eventOf = ({ noticeLanguage }: ConsentRow, how: ConsentExpressionInput, now: Date) => ({
  ...storedExpression(how, noticeLanguage, japanDate(now)),
  expressedBy: how.expressedBy.join('、'),
});

const stateOf = (consent: ConsentInHand, { now }: CollaborationContext): ConsentState =>
  consentStateAt(asOf(consent, now), now);

/** @throws {HubError} `NOT_FOUND` */
async function subjectOf(
  { subjectId }: { readonly subjectId: PersonId },
  { loaders }: CollaborationContext,
): Promise<KnownPerson> {
  const subject = await loaders.persons.load(subjectId);
  if (!subject) throw new HubError(ErrorCode.NOT_FOUND);
  return subject;
}
