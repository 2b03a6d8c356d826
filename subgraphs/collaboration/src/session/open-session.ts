import { basisAt } from '@kasane/disclosure';
import { about, UNLINKED } from '@kasane/subgraph-kit';
import { Category, householdId, japanDate, type PersonId } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import type { CollaborationContext } from '../context.js';
import { askedId } from '../input.js';
import { SessionMember, StatutorySession } from './session.js';
import { mayKnowOf, seatIn, stateOf } from './session-access.js';
import { findSession, type StoredSession } from './session-repository.js';

/** Nobody's household: so that a session that is not there costs as much as one that is. */
const NO_HOUSEHOLD = householdId('');

/**
 * A session that the viewer may know of, with everybody on its agenda decided.
 * @throws {HubError} `NOT_FOUND` when there is none, or none that the viewer may know of: the same words, the same
 * line in the ledger
 */
export async function sessionInHand(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<StatutorySession> {
  const { manager, viewer, recorder } = context;
  const stored = await findSession(manager, askedId(id));
  const known = stored && mayKnowOf(stored, viewer) ? stored : undefined;
  const [session] = await openSessions(context, known ? [known] : []);
  if (!session) return absent(recorder, Category.INVOLVEMENT, field);
  return session;
}

/** Sessions as the schema shows them. Each speaks of everybody on its agenda, whether or not the viewer may know of them. */
export async function openSessions(
  { loaders, scope, viewer, now }: CollaborationContext,
  stored: readonly StoredSession[],
): Promise<readonly StatutorySession[]> {
  const households = [...new Set(stored.flatMap((session) => session.households))];
  const members = await loaders.facts.members(
    households.length === 0 ? [NO_HOUSEHOLD] : households,
    japanDate(now),
  );
  await scope.admitMembers(members);
  return stored.map((session) => {
    const persons: readonly PersonId[] = [
      ...new Set(
        members
          .filter((member) => session.households.includes(member.householdId))
          .map(({ personId }) => personId),
      ),
    ];
    const { id, basis, convenedBy, opensAt, closesAt, closedAt, categories } = session;
    const law = basisAt(basis, opensAt);
    return about(
      Object.assign(new StatutorySession(), {
        stored: session,
        id,
        basis,
        legalBasis: law?.citation === undefined ? (law?.ja ?? basis) : `${law.ja}(${law.citation})`,
        convenedBy,
        opensAt,
        closesAt,
        closedAt,
        state: stateOf(session, now),
        categories,
        members: session.members.map((member) => Object.assign(new SessionMember(), member)),
        pledgedAt: seatIn(session, viewer)?.pledgedAt ?? null,
      }),
      persons.length === 0 ? [UNLINKED] : persons,
    );
  });
}
