import { LedgerOutcome } from '@kasane/ledger';
import { about, Disclosed } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { ConsentRecord } from './consent.js';
import { ConsentWithdrawn } from './consent-results.js';
import { ConsentViewing } from './consent-viewing.js';

const SEEN_BY =
  '閲覧した職員 — who had been shown what under this consent, the earliest first; reading it is recorded';

@Resolver(() => ConsentRecord)
export class ConsentSeenByResolver {
  @Disclosed(Category.CONSENT)
  @FieldResolver(() => [ConsentViewing], { nullable: true, description: SEEN_BY })
  seenBy(
    @Root() consent: ConsentRecord,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly ConsentViewing[]> {
    return seenBy(consent, context, 'ConsentRecord.seenBy');
  }
}

@Resolver(() => ConsentWithdrawn)
export class ConsentWithdrawnResolver {
  @FieldResolver(() => [ConsentViewing], {
    description: `${SEEN_BY}; what they are asked to give back or destroy, the hub cannot take from them`,
  })
  seenBy(
    @Root() { consent }: ConsentWithdrawn,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly ConsentViewing[]> {
    return seenBy(consent, context, 'ConsentWithdrawn.seenBy');
  }
}

@Resolver(() => ConsentViewing)
export class ConsentViewingResolver {
  @Disclosed(Category.CONSENT)
  @FieldResolver(() => Office, { nullable: true, description: '機関 — office' })
  office(@Root() { office }: ConsentViewing, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(office.code, context);
  }
}

async function seenBy(
  { inHand: { row } }: ConsentRecord,
  { loaders, recorder }: CollaborationContext,
  field: string,
): Promise<readonly ConsentViewing[]> {
  const { id, subjectId } = row;
  // Who reads the ledger is in the ledger.
  recorder.noteReading(subjectId, field, LedgerOutcome.PERMITTED);
  const viewings = (await loaders.seenUnderConsents.load(subjectId)).get(id) ?? [];
  return viewings.map((viewing) =>
    about(Object.assign(new ConsentViewing(), viewing, { office: { code: viewing.office } }), [subjectId]),
  );
}
