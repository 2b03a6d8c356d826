import type { VerifiedViewer } from '@kasane/identity';
import { Capacity, ErrorCode, HubError, type Role } from '@kasane/vocabulary';

/** Those who work under the city's own duty of confidentiality. */
export const isOfficial = ({ capacity }: Pick<VerifiedViewer, 'capacity'>): boolean =>
  capacity === Capacity.CITY_STAFF || capacity === Capacity.ENTRUSTED_STAFF;

/** @throws {HubError} `FORBIDDEN`: told from who the viewer is alone, so that it says nothing of any record. */
export function requireRole({ roles }: Pick<VerifiedViewer, 'roles'>, ...allowed: readonly Role[]): void {
  if (!roles.some((role) => allowed.includes(role))) throw new HubError(ErrorCode.FORBIDDEN);
}

/** @throws {HubError} `FORBIDDEN` for partners, volunteers and guests. */
export function requireOfficial(viewer: Pick<VerifiedViewer, 'capacity'>): void {
  if (!isOfficial(viewer)) throw new HubError(ErrorCode.FORBIDDEN);
}
