import { ErrorCode, HubError, Purpose, Role } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import { requireRole } from '../permission.js';

/**
 * The committee, coordinators and managers, for statistics, of their own municipality.
 * @throws {HubError} `PURPOSE_REQUIRED` for another purpose; `FORBIDDEN`, told from who the viewer is alone
 */
export async function requireStatistics(
  municipality: string,
  { viewer, loaders }: CollaborationContext,
): Promise<void> {
  requireRole(viewer, Role.COMMITTEE, Role.COORDINATOR, Role.OFFICE_MANAGER);
  if (viewer.purpose !== Purpose.STATISTICS)
    throw new HubError(
      ErrorCode.PURPOSE_REQUIRED,
      '利用目的に「統計」を選んでください。 State the purpose STATISTICS in the header hub-purpose.',
    );
  const office = await loaders.offices.load(viewer.office);
  if (office?.localGovernmentCode !== municipality) throw new HubError(ErrorCode.FORBIDDEN);
}
