import type { VerifiedViewer } from '@kasane/identity';
import { Role } from '@kasane/vocabulary';
import type { StoredConference } from './conference-repository.js';

type Who = Pick<VerifiedViewer, 'staffId' | 'office' | 'roles'>;

/** Who convened it, its secretariat and the coordinators of the same office. */
export const leadsConference = (
  { office, convenedBy, secretariat }: Pick<StoredConference, 'office' | 'convenedBy' | 'secretariat'>,
  viewer: Who,
): boolean =>
  viewer.office === office &&
  (viewer.staffId === convenedBy ||
    viewer.staffId === secretariat ||
    viewer.roles.includes(Role.COORDINATOR));

/** Whether they are on its roster: for one office, as in a session. */
export const isInvited = (
  { participants }: Pick<StoredConference, 'participants'>,
  { staffId, office }: Who,
): boolean => participants.some((seat) => seat.staff === staffId && seat.office === office);
