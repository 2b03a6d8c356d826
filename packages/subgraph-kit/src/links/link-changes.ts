import { ErrorCode, HubError, japanDate, type PersonId } from '@kasane/vocabulary';
import { Not, type EntityManager } from 'typeorm';
import { isOpaqueId } from '../references.js';
import { LinkStatus, PersonLink } from '../sector-tables.js';
import {
  recordDenied,
  recordLink,
  refused,
  step,
  told,
  type Changed,
  type LinkRequest,
  type NotChanged,
  type ToldLink,
} from './link-request.js';
import { LinkEvent, LinkStep } from './link-tables.js';
import { areAlike } from './matching.js';
import { ownFilesAmong } from './own-files.js';
import { wrongDisclosures, type WrongDisclosure } from './wrong-disclosures.js';

const MAX_REASON = 500;

/** Which file is, or is not, whose; and the field through which it was said. */
export interface Pair {
  readonly person: PersonId;
  readonly clientNumber: string;
  readonly coordinate: string;
}

/**
 * A human of the responsible office says that a suggested file is this person's, and how they checked it. Of two who
 * confirm at once one wins; a file is never two persons'.
 */
export async function confirmLink(
  request: LinkRequest,
  pair: Pair,
  checkedBy: string,
): Promise<Changed<ToldLink>> {
  const problems = reasonProblems(checkedBy, '確認の方法');
  if (problems.length > 0) return refused(...problems);
  return changeLink(request, pair, async (transaction, link, others) => {
    if (link.status !== LinkStatus.SUGGESTED) return overtaken(transaction, link);
    const other = others.find(({ status }) => status === LinkStatus.CONFIRMED);
    if (other)
      return overtaken(
        transaction,
        other,
        'この利用者番号は、別の人に確定されています。先にその結び付けを解除してください。',
      );
    const rivals = [
      ...others.filter(({ status }) => status === LinkStatus.SUGGESTED),
      ...(await transaction.findBy(PersonLink, {
        personId: pair.person,
        status: LinkStatus.SUGGESTED,
        localId: Not(pair.clientNumber),
      })),
    ];
    if (rivals.some(({ score }) => areAlike(score ?? 0, link.score ?? 0)))
      return refused(
        'よく似た候補がほかにもあります(同姓同名、双子など)。別人であることを確かめ、ほかの候補を先に却下してください。',
      );
    const day = japanDate(request.now);
    return write(request, transaction, link, pair.coordinate, LinkStep.CONFIRMED, checkedBy, {
      status: LinkStatus.CONFIRMED,
      confirmedBy: request.viewer.staffId,
      confirmedOn: day,
    });
  });
}

/** A human says that a suggested file is somebody else's. */
export async function rejectLink(
  request: LinkRequest,
  pair: Pair,
  reason: string,
): Promise<Changed<ToldLink>> {
  const problems = reasonProblems(reason, '却下の理由');
  if (problems.length > 0) return refused(...problems);
  return changeLink(request, pair, async (transaction, link) =>
    link.status === LinkStatus.SUGGESTED
      ? write(request, transaction, link, pair.coordinate, LinkStep.REJECTED, reason, {
          status: LinkStatus.REJECTED,
        })
      : overtaken(transaction, link),
  );
}

/**
 * Takes a confirmed link back: from the next request on it gives nothing. Tells who was shown what under it, out of
 * the sector's own ledger, so that they can be told. A rejection that was wrong is taken back in the same way: the
 * file is a suggestion again, and nobody was shown anything.
 */
export async function unlink(
  request: LinkRequest,
  pair: Pair,
  reason: string,
): Promise<Changed<ToldLink & { readonly shownTo: readonly WrongDisclosure[] }>> {
  const problems = reasonProblems(reason, '解除の理由');
  if (problems.length > 0) return refused(...problems);
  const changed = await changeLink(request, pair, async (transaction, link) => {
    const turn = (to: LinkStep, status: LinkStatus) =>
      write(request, transaction, link, pair.coordinate, to, reason, { status });
    if (link.status === LinkStatus.CONFIRMED) return turn(LinkStep.UNLINKED, LinkStatus.UNLINKED);
    if (link.status === LinkStatus.REJECTED) return turn(LinkStep.SUGGESTED, LinkStatus.SUGGESTED);
    return overtaken(transaction, link);
  });
  if ('refused' in changed) return changed;
  if (changed.done.status !== LinkStatus.UNLINKED) return { done: { ...changed.done, shownTo: [] } };
  const [ended] = await request.manager.find(LinkEvent, {
    where: { personId: pair.person, localId: pair.clientNumber, step: LinkStep.UNLINKED },
    order: { at: 'DESC', id: 'ASC' },
    take: 1,
  });
  return { done: { ...changed.done, shownTo: ended ? await wrongDisclosures(request, ended) : [] } };
}

/**
 * One change of one pair, in its turn: whoever else changes a link of the same file waits. What is decided is decided
 * from the rows that were locked, not from an older picture of them.
 */
function changeLink(
  request: LinkRequest,
  { person, clientNumber, coordinate }: Pair,
  work: (
    transaction: EntityManager,
    link: PersonLink,
    others: readonly PersonLink[],
  ) => Promise<Changed<ToldLink>>,
): Promise<Changed<ToldLink>> {
  return request.manager.transaction(async (transaction) => {
    const links = isOpaqueId(clientNumber)
      ? await transaction.find(PersonLink, {
          where: { localId: clientNumber },
          order: { personId: 'ASC' },
          lock: { mode: 'pessimistic_write' },
        })
      : [];
    const link = links.find(({ personId }) => personId === person);
    const own = await ownFilesAmong(transaction, [clientNumber], request);
    if (!link || !own.has(clientNumber)) {
      recordDenied(request, person, coordinate);
      throw new HubError(ErrorCode.NOT_FOUND);
    }
    return work(
      transaction,
      link,
      links.filter((each) => each !== link),
    );
  });
}

async function write(
  request: LinkRequest,
  transaction: EntityManager,
  link: PersonLink,
  coordinate: string,
  to: LinkStep,
  reason: string,
  changes: Partial<PersonLink>,
): Promise<Changed<ToldLink>> {
  const { personId: person, localId, method, score } = link;
  const { affected } = await transaction.update(
    PersonLink,
    { personId: person, localId, status: link.status },
    changes,
  );
  if (affected !== 1) return overtaken(transaction, link);
  const event = step(request, person, to, { localId, method, score }, reason.trim());
  await transaction.insert(LinkEvent, event);
  await recordLink(request, person, coordinate, event.id);
  return { done: told(person, { localId, method, score }, changes.status ?? link.status) };
}

/** What somebody else did first, and when. */
async function overtaken(
  transaction: EntityManager,
  { personId, localId }: PersonLink,
  problem = '他の人が先に更新しました。もう一度読み直してください。',
): Promise<{ readonly refused: NotChanged }> {
  const [last] = await transaction.find(LinkEvent, {
    where: { personId, localId, step: Not(LinkStep.SUGGESTED) },
    order: { at: 'DESC', id: 'ASC' },
    take: 1,
  });
  return { refused: { problems: [problem], ...(last && { since: last.at, by: last.staffId }) } };
}

const reasonProblems = (reason: string, what: string): readonly string[] =>
  reason.trim() === ''
    ? [`${what}を書いてください。`]
    : reason.length > MAX_REASON
      ? [`${what}は${MAX_REASON}字までです。`]
      : [];
