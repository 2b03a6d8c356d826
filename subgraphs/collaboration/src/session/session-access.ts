import type { VerifiedViewer } from '@kasane/identity';
import { Role } from '@kasane/vocabulary';
import type { StoredMember, StoredSession } from './session-repository.js';

type Who = Pick<VerifiedViewer, 'staffId' | 'office' | 'roles'>;

/** Whoever convened it, and the coordinators of the same office: they lead it. */
export const leads = ({ office, convenedBy }: StoredSession, viewer: Who): boolean =>
  viewer.office === office && (viewer.staffId === convenedBy || viewer.roles.includes(Role.COORDINATOR));

/** The viewer's own line of the roster. */
export const seatIn = ({ members }: StoredSession, { staffId, office }: Who): StoredMember | undefined =>
  members.find((member) => member.staff === staffId && member.office === office);

/** That a session was held at all tells of those on its agenda: nobody else learns of it. */
export const mayKnowOf = (session: StoredSession, viewer: Who): boolean =>
  leads(session, viewer) || seatIn(session, viewer) !== undefined;

/** Where a session stands. */
export const SessionState = { PLANNED: 'PLANNED', OPEN: 'OPEN', OVER: 'OVER' } as const;
export type SessionState = (typeof SessionState)[keyof typeof SessionState];

/** A closing counts once it can be read, whatever the clock said that wrote it; an opening waits for its time. */
export function stateOf(
  { opensAt, closesAt, closedAt }: Pick<StoredSession, 'opensAt' | 'closesAt' | 'closedAt'>,
  now: Date,
): SessionState {
  if (closedAt !== null || !(now < closesAt)) return SessionState.OVER;
  return now < opensAt ? SessionState.PLANNED : SessionState.OPEN;
}
