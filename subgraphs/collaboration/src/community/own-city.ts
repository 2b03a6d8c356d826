import { ErrorCode, HubError, Role } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import { requireOfficial, requireRole } from '../permission.js';

/**
 * Coordinators and managers, of their own municipality: the lists of another city are another tenant's.
 * @throws {HubError} `FORBIDDEN`, told from who the viewer is alone
 */
export async function requireOwnCity(
  municipality: string,
  { viewer, loaders }: Pick<CollaborationContext, 'viewer' | 'loaders'>,
): Promise<void> {
  requireOfficial(viewer);
  requireRole(viewer, Role.COORDINATOR, Role.OFFICE_MANAGER);
  const office = await loaders.offices.load(viewer.office);
  if (office?.localGovernmentCode !== municipality) throw new HubError(ErrorCode.FORBIDDEN);
}
