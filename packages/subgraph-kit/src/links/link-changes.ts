import {
  Category,
  ErrorCode,
  HubError,
  japanDate,
  Role,
  type PersonId,
  type SectorEntry,
} from '@kasane/vocabulary';
import { randomBytes } from 'node:crypto';
import { In, MoreThan, Not, type EntityManager } from 'typeorm';
import type { RequestBase } from '../context.js';
import { isOpaqueId, requirePurpose } from '../references.js';
import { LinkStatus, PersonLink } from '../sector-tables.js';
import { findCandidates, problemsOfIdentity } from './candidates.js';
import { LinkEvent, LinkStep } from './link-tables.js';
import { areAlike, type HubIdentity, type Match } from './matching.js';
import { ownFilesAmong } from './own-files.js';
import { wrongDisclosures, type WrongDisclosure } from './wrong-disclosures.js';

/** Searches of one worker within an hour: people are linked one by one. Our own choice. */
export const MAX_SEARCHES_PER_HOUR = 30;
const HOUR_MS = 3_600_000;
/** Whose work it is. Whoever else belongs to the office (an operator, a committee member) links nobody. */
const LINKING: readonly Role[] = [Role.SECTOR_WORKER, Role.OFFICE_MANAGER];
const MAX_REASON = 500;

/** A link as the sector's own staff see it. */
export interface ToldLink {
  readonly person: PersonId;
  readonly clientNumber: string;
  readonly status: LinkStatus;
  readonly method: string;
  readonly score: number | null;
}

export interface Candidate extends ToldLink, Pick<Match, 'name' | 'birthDate' | 'address'> {
  /** That others are as alike: twins, 同姓同名. */
  readonly alike: boolean;
  readonly unlinkedBefore: boolean;
  /** That it is confirmed for somebody else: one of the two is wrong. */
  readonly taken: boolean;
}

/** Nothing was changed, and why; who was first, and when, where somebody was. */
export interface NotChanged {
  readonly problems: readonly string[];
  readonly since?: string;
  readonly by?: string;
}

export type Changed<T> = { readonly done: T } | { readonly refused: NotChanged };
const refused = (...problems: readonly string[]): { readonly refused: NotChanged } => ({
  refused: { problems },
});

/** Which file is, or is not, whose; and the field through which it was said. */
export interface Pair {
  readonly person: PersonId;
  readonly clientNumber: string;
  readonly coordinate: string;
}

type Request = Pick<RequestBase, 'viewer' | 'now' | 'manager' | 'recorder' | 'record' | 'ledger'>;

/**
 * Who may touch links at all: the sector's own staff, with a purpose. Whoever else tries leaves a refusal in the
 * ledger, in the same words whether or not the sector knows the person.
 * @throws {HubError} `PURPOSE_REQUIRED`, `FORBIDDEN`, `BAD_USER_INPUT`
 */
export async function requireOwnStaff(
  request: Request,
  sector: SectorEntry,
  person: PersonId,
  coordinate: string,
): Promise<void> {
  requirePurpose(request.viewer);
  if (!isOpaqueId(person)) throw new HubError(ErrorCode.BAD_USER_INPUT);
  const { sector: own, roles } = request.viewer;
  if (own === sector.id && LINKING.some((role) => roles.includes(role))) return;
  recordDenied(request, person, coordinate);
  throw new HubError(ErrorCode.FORBIDDEN);
}

const recordDenied = ({ recorder }: Request, person: PersonId, coordinate: string): void =>
  recorder.add({
    kind: 'CHANGE',
    person,
    outcome: 'DENIED',
    items: [{ category: Category.INVOLVEMENT, fields: [coordinate] }],
  });

/**
 * Looks among the own office's files for the hub's person and notes the best few as suggestions, which give no data.
 * Every search is kept, also one that finds nobody.
 * @throws {HubError} `RATE_LIMITED` after {@link MAX_SEARCHES_PER_HOUR} searches of this worker within an hour
 */
export async function suggestLinks(
  request: Request,
  person: PersonId,
  identity: HubIdentity,
  coordinate: string,
): Promise<Changed<readonly Candidate[]>> {
  const { viewer, now, manager } = request;
  const problems = problemsOfIdentity(identity);
  if (problems.length > 0) {
    recordDenied(request, person, coordinate);
    return refused(...problems);
  }
  const since = new Date(now.getTime() - HOUR_MS).toISOString();
  const searches = await manager.countBy(LinkEvent, {
    step: LinkStep.SEARCHED,
    staffId: viewer.staffId,
    at: MoreThan(since),
  });
  if (searches >= MAX_SEARCHES_PER_HOUR) {
    recordDenied(request, person, coordinate);
    throw new HubError(
      ErrorCode.RATE_LIMITED,
      `候補の検索は1時間に${MAX_SEARCHES_PER_HOUR}件までです。 At most ${MAX_SEARCHES_PER_HOUR} searches within an hour.`,
    );
  }
  return manager.transaction(async (transaction) => {
    const matches = await findCandidates(transaction, identity, request);
    const known = await transaction.findBy(PersonLink, { personId: person });
    const before = new Map(known.map((link) => [link.localId, link.status]));
    const taken = await takenFiles(transaction, person, matches);
    const isJudged = (localId: string): boolean =>
      judged.includes(before.get(localId) ?? LinkStatus.SUGGESTED);
    const free = matches.filter(({ localId }) => !isJudged(localId));
    if (free.length > 0) await noteSuggestions(transaction, person, free);
    const events = [
      step(request, person, LinkStep.SEARCHED, {}),
      ...free.map((match) => step(request, person, LinkStep.SUGGESTED, match)),
    ];
    await transaction.insert(LinkEvent, events);
    await recordLink(request, person, coordinate, events[0]?.id);
    return {
      done: matches.map((match) => ({
        ...told(
          person,
          match,
          (isJudged(match.localId) && before.get(match.localId)) || LinkStatus.SUGGESTED,
        ),
        name: match.name,
        birthDate: match.birthDate,
        address: match.address,
        alike: matches.some((other) => other !== match && areAlike(other.score, match.score)),
        unlinkedBefore: before.get(match.localId) === LinkStatus.UNLINKED,
        taken: taken.has(match.localId),
      })),
    };
  });
}

/**
 * A human of the responsible office says that a suggested file is this person's, and how they checked it. Of two who
 * confirm at once one wins; a file is never two persons'.
 */
export async function confirmLink(
  request: Request,
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
export async function rejectLink(request: Request, pair: Pair, reason: string): Promise<Changed<ToldLink>> {
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
  request: Request,
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
  request: Request,
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
  request: Request,
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

/** What a human has decided stays as it is until a human takes it back. */
const judged: readonly LinkStatus[] = [LinkStatus.CONFIRMED, LinkStatus.REJECTED];

/** Whoever asks for the same person at the same moment notes the same pairs: that is no conflict. */
async function noteSuggestions(
  transaction: EntityManager,
  person: PersonId,
  matches: readonly Match[],
): Promise<void> {
  await transaction
    .createQueryBuilder()
    .insert()
    .into(PersonLink)
    .values(
      matches.map(({ localId, method, score }) => ({
        personId: person,
        localId,
        status: LinkStatus.SUGGESTED,
        method,
        score,
        confirmedBy: null,
        confirmedOn: null,
      })),
    )
    .orIgnore()
    .execute();
  await transaction.update(
    PersonLink,
    { personId: person, localId: In(matches.map(({ localId }) => localId)), status: LinkStatus.UNLINKED },
    { status: LinkStatus.SUGGESTED, confirmedBy: null, confirmedOn: null },
  );
}

/** Which of these files are confirmed for somebody else. */
async function takenFiles(
  transaction: EntityManager,
  person: PersonId,
  matches: readonly Match[],
): Promise<ReadonlySet<string>> {
  if (matches.length === 0) return new Set();
  const found = await transaction.findBy(PersonLink, {
    localId: In(matches.map(({ localId }) => localId)),
    status: LinkStatus.CONFIRMED,
    personId: Not(person),
  });
  return new Set(found.map(({ localId }) => localId));
}

const step = (
  { viewer, now }: Pick<Request, 'viewer' | 'now'>,
  personId: PersonId,
  to: LinkStep,
  of: { readonly localId?: string; readonly method?: string; readonly score?: number | null },
  reason: string | null = null,
): LinkEvent => ({
  id: `lnk-${randomBytes(10).toString('hex')}`,
  personId,
  localId: of.localId ?? null,
  step: to,
  method: of.method ?? null,
  score: of.score ?? null,
  staffId: viewer.staffId,
  officeCode: viewer.office,
  at: now.toISOString(),
  reason,
});

/** The last step of every change: what the ledger does not take is not done either. */
async function recordLink(
  { recorder, record }: Request,
  person: PersonId,
  coordinate: string,
  evidence: string | undefined,
): Promise<void> {
  recorder.add({
    kind: 'CHANGE',
    person,
    outcome: 'PERMITTED',
    items: [{ category: Category.INVOLVEMENT, fields: [coordinate], evidence }],
  });
  await record();
}

const told = (
  person: PersonId,
  {
    localId,
    method,
    score,
  }: { readonly localId: string; readonly method: string; readonly score: number | null },
  status: LinkStatus,
): ToldLink => ({ person, clientNumber: localId, status, method, score });

const reasonProblems = (reason: string, what: string): readonly string[] =>
  reason.trim() === ''
    ? [`${what}を書いてください。`]
    : reason.length > MAX_REASON
      ? [`${what}は${MAX_REASON}字までです。`]
      : [];
