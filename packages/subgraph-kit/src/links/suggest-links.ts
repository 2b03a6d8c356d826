import { ErrorCode, HubError, type PersonId } from '@kasane/vocabulary';
import { In, MoreThan, Not, type EntityManager } from 'typeorm';
import { LinkStatus, PersonLink } from '../sector-tables.js';
import { findCandidates, problemsOfIdentity } from './candidates.js';
import {
  recordDenied,
  recordLink,
  refused,
  step,
  told,
  type Changed,
  type LinkRequest,
  type ToldLink,
} from './link-request.js';
import { LinkEvent, LinkStep } from './link-tables.js';
import { areAlike, type HubIdentity, type Match } from './matching.js';

/** Searches of one worker within an hour: people are linked one by one. Our own choice. */
const MAX_SEARCHES_PER_HOUR = 30;
const HOUR_MS = 3_600_000;

export interface Candidate extends ToldLink, Pick<Match, 'name' | 'birthDate' | 'address'> {
  /** That others are as alike: twins, 同姓同名. */
  readonly alike: boolean;
  readonly unlinkedBefore: boolean;
  /** That it is confirmed for somebody else: one of the two is wrong. */
  readonly taken: boolean;
}

/**
 * Looks among the own office's files for the hub's person and notes the best few as suggestions, which give no data.
 * Every search is kept, also one that finds nobody.
 * @throws {HubError} `RATE_LIMITED` after {@link MAX_SEARCHES_PER_HOUR} searches of this worker within an hour
 */
export async function suggestLinks(
  request: LinkRequest,
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
