import type { VerifiedViewer } from '@kasane/identity';
import { Role } from '@kasane/vocabulary';
import { isOfficial, requireOfficial, requireRole } from '../permission.js';

/** Who works on cases; of several roles of a viewer the first that is named here is that of their seat. */
const caseRoles = [Role.COORDINATOR, Role.SECTOR_WORKER, Role.OFFICE_MANAGER] as const;

/**
 * Any official who works on cases, whatever the sector and the matter: no consultation is refused (断らない相談).
 * @throws {HubError} `FORBIDDEN`, told from who the viewer is alone
 */
export function requireCaseWorker(viewer: Pick<VerifiedViewer, 'roles' | 'capacity'>): void {
  requireRole(viewer, ...caseRoles);
  requireOfficial(viewer);
}

/** Whether somebody works on cases at all, of whatever kind of office. */
export const hasCaseRole = ({ roles }: Pick<VerifiedViewer, 'roles'>): boolean =>
  caseRoles.some((role) => roles.includes(role));

/** {@link requireCaseWorker}, for what shows nothing to anybody else. */
export const isCaseWorker = (viewer: Pick<VerifiedViewer, 'roles' | 'capacity'>): boolean =>
  isOfficial(viewer) && hasCaseRole(viewer);

/** As what the viewer sits in a case. */
export const seatRole = ({ roles }: Pick<VerifiedViewer, 'roles'>): Role =>
  caseRoles.find((role) => roles.includes(role)) ?? Role.SECTOR_WORKER;
