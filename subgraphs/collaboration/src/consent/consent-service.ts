import { hasEnded, consentStateAt } from '@kasane/disclosure';
import {
  Category,
  ConsentExpression,
  ConsentState,
  ErrorCode,
  HubError,
  type PersonId,
} from '@kasane/vocabulary';
import { isOpaqueId } from '@kasane/subgraph-kit';
import { randomBytes } from 'node:crypto';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { CollaborationContext } from '../context.js';
import { DirectoryOfficeRow } from '../office/office-tables.js';
import { checkConsent } from './consent-rules.js';
import type { ConsentInput } from './consent-input.js';
import { happened } from './happened.js';
import { ConsentEventRow, ConsentRow } from './consent-tables.js';

/** Characters that an event keeps of who expressed it; the consent itself names every grantor in full. */
export const MAX_EXPRESSED_BY = 256;

export const CONSENT_SCHEMA = '27560-1';

export type RecordedConsent = { readonly id: string } | { readonly problems: readonly string[] };
export type WithdrawnConsent = { readonly id: string } | { readonly alreadyEnded: ConsentState };

/**
 * Records what a person decided, as GIVEN or REFUSED.
 * @throws {HubError} `NOT_FOUND` when there is no such person, or none that the viewer may record for: the same words.
 */
export async function recordConsent(
  input: ConsentInput,
  state: typeof ConsentState.GIVEN | typeof ConsentState.REFUSED,
  context: CollaborationContext,
): Promise<RecordedConsent> {
  const { loaders, manager, now, scope, viewer, recorder, record } = context;
  const subjectId = input.subject as PersonId;
  const field = `Mutation.${state === ConsentState.GIVEN ? 'giveConsent' : 'refuseConsent'}`;
  await mayHandle(context, subjectId, field);
  const subject = await loaders.persons.load(subjectId);
  if (!subject) throw new HubError(ErrorCode.NOT_FOUND);
  const offices = new Set(
    (await manager.find(DirectoryOfficeRow, { select: { code: true } })).map(({ code }) => code),
  );
  const checked = checkConsent(input, { subject, state, registry: scope.registry, offices, now });
  if (!checked.ok) return { problems: checked.problems };

  const id = `c-${randomBytes(10).toString('hex')}`;
  await manager.transaction(async (transaction) => {
    if (input.supersedes !== undefined && input.supersedes !== null)
      await supersede(transaction, input.supersedes, subjectId, context);
    await transaction.insert(ConsentRow, {
      id,
      schemaVersion: CONSENT_SCHEMA,
      subjectId,
      grantors: input.grantors.map(({ name, relation, authorityDocument }) => ({
        name,
        relation,
        person: null,
        authorityDocument: authorityDocument ?? null,
      })),
      noticeId: input.noticeId,
      noticeVersion: input.noticeVersion,
      noticeLanguage: input.noticeLanguage,
      purposes: input.purposes,
      rules: input.rules.map((rule) => ({ ...rule })) as never,
      validFrom: checked.validFrom,
      validUntil: checked.validUntil,
      supersedesId: input.supersedes ?? null,
    });
    await appendEvent(transaction, id, 1, {
      at: now,
      state,
      expression: input.expression,
      expressedBy: input.grantors
        .map(({ name }) => name)
        .join('、')
        .slice(0, MAX_EXPRESSED_BY),
      recordedBy: viewer.staffId,
      witnesses: input.witnesses,
    });
    recorder.add({
      kind: 'CHANGE',
      person: subjectId,
      outcome: 'PERMITTED',
      items: [id, ...(input.supersedes ? [input.supersedes] : [])].map((each) => changeOf(field, each)),
    });
    await record();
  });
  return { id };
}

/**
 * Withdraws a consent. It bites on the next request; what was shown before stays recorded.
 * @throws {HubError} `NOT_FOUND` for an unknown or foreign consent; `CONFLICT` when somebody else was first.
 */
export async function withdrawConsent(
  id: string,
  expression: ConsentExpression,
  expressedBy: string,
  context: CollaborationContext,
): Promise<WithdrawnConsent> {
  const { manager, now, viewer, recorder, record } = context;
  const consent = isOpaqueId(id) ? await manager.findOneBy(ConsentRow, { id }) : null;
  if (!consent) {
    recorder.noteAbsent(Category.CONSENT, 'Mutation.withdrawConsent');
    throw new HubError(ErrorCode.NOT_FOUND);
  }
  await mayHandle(context, consent.subjectId, 'Mutation.withdrawConsent');
  const events = await context.loaders.consentEvents.load(id);
  const state = consentStateAt({ events: happened(events, now), validUntil: consent.validUntil }, now);
  if (hasEnded(state) || state === ConsentState.REFUSED) return { alreadyEnded: state };
  await manager.transaction(async (transaction) => {
    await appendEvent(transaction, id, events.length + 1, {
      at: now,
      state: ConsentState.WITHDRAWN,
      expression,
      expressedBy,
      recordedBy: viewer.staffId,
      witnesses: [],
    });
    recorder.add({
      kind: 'CHANGE',
      person: consent.subjectId,
      outcome: 'PERMITTED',
      items: [changeOf('Mutation.withdrawConsent', id)],
    });
    await record();
  });
  context.loaders.consentEvents.clear(id);
  return { id };
}

/** Only who works on the person's case handles their consents; to everybody else the person is not found. */
async function mayHandle(
  { scope, recorder }: CollaborationContext,
  person: PersonId,
  field: string,
): Promise<void> {
  if (!isOpaqueId(person)) {
    recorder.noteAbsent(Category.CONSENT, field);
    throw new HubError(ErrorCode.NOT_FOUND);
  }
  await scope.admit(person);
  const permit = scope.permits([person], Category.CONSENT)?.[0];
  const own = permit?.rule === 'OWN_OFFICE' ? permit : undefined;
  recorder.note(person, Category.CONSENT, field, own);
  if (!own) throw new HubError(ErrorCode.NOT_FOUND);
}

async function supersede(
  transaction: EntityManager,
  id: string,
  subject: PersonId,
  { now, viewer }: CollaborationContext,
): Promise<void> {
  const old = await transaction.findOneBy(ConsentRow, { id, subjectId: subject });
  if (!old)
    throw new HubError(
      ErrorCode.NOT_FOUND,
      '置き換える同意が見つかりません。 The consent to replace was not found.',
    );
  const events = await transaction.find(ConsentEventRow, { where: { consentId: id }, order: { seq: 'ASC' } });
  // What had ended keeps the end that it had.
  if (hasEnded(consentStateAt({ events: happened(events, now), validUntil: old.validUntil }, now))) return;
  await appendEvent(transaction, id, events.length + 1, {
    at: now,
    state: ConsentState.INVALIDATED,
    expression: ConsentExpression.WRITTEN,
    expressedBy: '再同意による置き換え',
    recordedBy: viewer.staffId,
    witnesses: [],
  });
}

/** PostgreSQL's code for a key that is already there. */
const UNIQUE_VIOLATION = '23505';

async function appendEvent(
  manager: EntityManager,
  consentId: string,
  seq: number,
  event: Omit<ConsentEventRow, 'consentId' | 'seq'>,
): Promise<void> {
  try {
    await manager.insert(ConsentEventRow, { consentId, seq, ...event });
  } catch (error) {
    if (
      error instanceof QueryFailedError &&
      (error.driverError as { code?: string }).code === UNIQUE_VIOLATION
    )
      throw new HubError(ErrorCode.CONFLICT);
    throw error;
  }
}

const changeOf = (field: string, evidence: string) => ({
  category: Category.CONSENT,
  fields: [field],
  evidence,
});
