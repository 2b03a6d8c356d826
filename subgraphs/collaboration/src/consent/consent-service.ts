import { consentStateAt, hasEnded } from '@kasane/disclosure';
import { isOpaqueId, mayShow } from '@kasane/subgraph-kit';
import {
  Category,
  ConsentExpression,
  ConsentState,
  ErrorCode,
  GrantorRelation,
  HubError,
  japanDate,
  type PersonId,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { newId } from '../new-id.js';
import { DirectoryOfficeRow } from '../office/office-tables.js';
import type { KnownPerson } from './authority.js';
import { appendEvent, changeOf } from './consent-events.js';
import type { ConsentInput, GrantorInput } from './consent-input.js';
import { checkConsent, type FirstState } from './consent-rules.js';
import { ConsentEventRow, ConsentRow } from './consent-tables.js';
import { storedExpression } from './expression.js';
import { assertUnchanged, asOf, mayHandle } from './handling.js';

export const CONSENT_SCHEMA = '27560-1';

const fields: Readonly<Record<FirstState, string>> = {
  GIVEN: 'Mutation.giveConsent',
  REFUSED: 'Mutation.refuseConsent',
  REQUESTED: 'Mutation.requestConsent',
};

export type RecordedConsent = { readonly id: string } | { readonly problems: readonly string[] };

/**
 * Records what a person decided, as GIVEN or REFUSED, or that they were asked, as REQUESTED.
 * @throws {HubError} `NOT_FOUND` when there is no such person, or none that the viewer may record for: the same words;
 * `CONFLICT` when something happened to the consent that it replaces since that was read.
 */
export async function recordConsent(
  input: ConsentInput,
  state: FirstState,
  context: CollaborationContext,
): Promise<RecordedConsent> {
  const { loaders, manager, now, scope } = context;
  const subjectId = input.subject as PersonId;
  const field = fields[state];
  await mayHandle(context, subjectId, field);
  const subject = await loaders.persons.load(subjectId);
  if (!subject) throw new HubError(ErrorCode.NOT_FOUND);
  const offices = new Set(
    (await manager.find(DirectoryOfficeRow, { select: { code: true } })).map(({ code }) => code),
  );
  const known = await knownGrantors(input.grantors, context, field);
  const checked = checkConsent(input, { subject, known, state, registry: scope.registry, offices, now });
  if (!checked.ok) return { problems: checked.problems };

  const id = newId('c');
  const line = changeOf(subjectId, field, [id, ...(input.supersedes ? [input.supersedes] : [])]);
  await change(context, [line], async (transaction) => {
    if (input.supersedes !== undefined && input.supersedes !== null)
      await supersede(transaction, input.supersedes, subjectId, input.expectedEvents, context);
    await transaction.insert(ConsentRow, {
      id,
      schemaVersion: CONSENT_SCHEMA,
      subjectId,
      grantors: input.grantors.map(({ name, relation, person, authorityDocument }) => ({
        name,
        relation,
        person: relation === GrantorRelation.SELF ? subjectId : ((person as PersonId | undefined) ?? null),
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
    const how = storedExpression(input, input.noticeLanguage, japanDate(now));
    const expressedBy = input.grantors.map(({ name }) => name).join('、');
    await appendEvent(transaction, id, 1, { ...how, state, expressedBy }, context);
  });
  return { id };
}

/**
 * The grantors whom a form names by their id, those of whom the viewer may know who they are. Nobody learns by trying
 * ids who is who: somebody hidden is missing here as somebody unknown is.
 */
async function knownGrantors(
  grantors: readonly GrantorInput[],
  context: CollaborationContext,
  field: string,
): Promise<ReadonlyMap<string, KnownPerson>> {
  const { scope, loaders } = context;
  const ids = [...new Set(grantors.flatMap(({ person }) => person ?? []))].filter(isOpaqueId) as PersonId[];
  await Promise.all(ids.map((id) => scope.admit(id)));
  const permitted = ids.filter((id) => mayShow(context, [id], Category.IDENTITY, field));
  const rows = await Promise.all(permitted.map((id) => loaders.persons.load(id)));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

async function supersede(
  transaction: EntityManager,
  id: string,
  subject: PersonId,
  expectedEvents: number | null | undefined,
  context: CollaborationContext,
): Promise<void> {
  const row = isOpaqueId(id) ? await transaction.findOneBy(ConsentRow, { id, subjectId: subject }) : null;
  if (!row)
    throw new HubError(
      ErrorCode.NOT_FOUND,
      '置き換える同意が見つかりません。 The consent to replace was not found.',
    );
  const events = await transaction.find(ConsentEventRow, { where: { consentId: id }, order: { seq: 'ASC' } });
  assertUnchanged(events, expectedEvents);
  // What had ended keeps the end that it had.
  if (hasEnded(consentStateAt(asOf({ row, events }, context.now), context.now))) return;
  await appendEvent(
    transaction,
    id,
    events.length + 1,
    {
      state: ConsentState.INVALIDATED,
      expression: ConsentExpression.WRITTEN,
      expressedBy: '再同意による置き換え',
    },
    context,
  );
}
