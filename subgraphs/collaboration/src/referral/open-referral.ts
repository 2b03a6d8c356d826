import type { VerifiedViewer } from '@kasane/identity';
import { about, UNLINKED } from '@kasane/subgraph-kit';
import { Category, type OfficeCode } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import type { CollaborationContext } from '../context.js';
import { isKeptFrom } from '../disclosure/kept-from.js';
import { askedId } from '../input.js';
import { findReferral, type StoredReferral } from './referral-repository.js';
import { Referral, ReferralEvent, ReferralLetter, ReferralNote } from './referral.js';

type Parties = Pick<StoredReferral, 'fromOffice' | 'toOffice' | 'onPaper'>;

/** Whether an office is one of the two between which a referral goes; on paper it has but one desk. */
export const isParty = ({ fromOffice, toOffice, onPaper }: Parties, office: OfficeCode): boolean =>
  office === fromOffice || (!onPaper && office === toOffice);

/** Whether an office answers a referral and records what becomes of it: the receiver; on paper the sender for them. */
export const answers = ({ fromOffice, toOffice, onPaper }: Parties, office: OfficeCode): boolean =>
  office === (onPaper ? fromOffice : toOffice);

/**
 * A referral of the viewer's own office, with everybody decided whom it is about.
 * @throws {HubError} `NOT_FOUND` when there is none, none of the viewer's office, or one about somebody from whom the
 * viewer is kept: the same words, the same line in the ledger
 */
export async function referralInHand(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<StoredReferral> {
  const { manager, viewer, recorder } = context;
  const stored = await findReferral(manager, askedId(id));
  const own = stored && isParty(stored, viewer.office) ? stored : undefined;
  const [known] = await withoutKept(context, own ? [own] : [], field);
  if (known) return known;
  return absent(recorder, Category.INVOLVEMENT, field);
}

/** Those of some referrals that are about nobody from whom the viewer is kept; everybody in them is decided. */
export async function withoutKept(
  context: CollaborationContext,
  stored: readonly StoredReferral[],
  field: string,
): Promise<readonly StoredReferral[]> {
  await admitAll(context, stored);
  return stored.filter(({ persons }) => !isKeptFrom(context, persons, field));
}

async function admitAll({ scope }: CollaborationContext, stored: readonly StoredReferral[]): Promise<void> {
  const persons = [...new Set(stored.flatMap((referral) => referral.persons))];
  // Where there is nobody as much is read: time must not tell.
  await Promise.all(
    persons.length === 0 ? [scope.admit(UNLINKED)] : persons.map((person) => scope.admit(person)),
  );
}

/** A referral as the schema shows it. It speaks of everybody whom it is about. */
export const referralNode = (stored: StoredReferral): Referral =>
  about(
    Object.assign(new Referral(), {
      stored,
      id: stored.id,
      state: stored.state,
      version: stored.version,
      urgency: stored.urgency,
      handsOver: stored.handsOver,
      onPaper: stored.onPaper,
      sentAt: stored.sentAt,
      answerDue: stored.answerDue,
      firstContactDue: stored.firstContactDue,
      dueOn: stored.dueOn,
      events: stored.events.map(({ text: _, ...event }) => Object.assign(new ReferralEvent(), event)),
    }),
    stored.persons,
  );

/** What the sender wrote: theirs, and to others what any office's words are. */
export const letterOf = (stored: StoredReferral): ReferralLetter =>
  about(
    Object.assign(new ReferralLetter(), {
      author: stored.fromOffice,
      reason: stored.reason,
      request: stored.request,
      toldBy: stored.toldBy,
      toldTo: stored.toldTo,
      toldOn: stored.toldOn,
    }),
    stored.persons,
  );

/**
 * What was written with the steps. An answer is written to the sender, about those whom the sender brought: it is the
 * sender's as well as the writer's.
 */
export const notesOf = (
  stored: StoredReferral,
  { office }: Pick<VerifiedViewer, 'office'>,
): readonly ReferralNote[] =>
  stored.events.flatMap(({ version, text, officeCode }) =>
    text === null
      ? []
      : [
          about(
            Object.assign(new ReferralNote(), {
              author: office === stored.fromOffice ? stored.fromOffice : officeCode,
              version,
              text,
            }),
            stored.persons,
          ),
        ],
  );
