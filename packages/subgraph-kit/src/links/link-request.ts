import { Category, ErrorCode, HubError, Role, type PersonId, type SectorEntry } from '@kasane/vocabulary';
import { randomBytes } from 'node:crypto';
import type { RequestBase } from '../context.js';
import { isOpaqueId, requirePurpose } from '../references.js';
import type { LinkStatus } from '../sector-tables.js';
import type { LinkEvent, LinkStep } from './link-tables.js';

/** Whose work it is. Whoever else belongs to the office (an operator, a committee member) links nobody. */
const LINKING: readonly Role[] = [Role.SECTOR_WORKER, Role.OFFICE_MANAGER];

export type LinkRequest = Pick<RequestBase, 'viewer' | 'now' | 'manager' | 'recorder' | 'record' | 'ledger'>;

/** A link as the sector's own staff see it. */
export interface ToldLink {
  readonly person: PersonId;
  readonly clientNumber: string;
  readonly status: LinkStatus;
  readonly method: string;
  readonly score: number | null;
}

/** Nothing was changed, and why; who was first, and when, where somebody was. */
export interface NotChanged {
  readonly problems: readonly string[];
  readonly since?: string;
  readonly by?: string;
}

export type Changed<T> = { readonly done: T } | { readonly refused: NotChanged };
export const refused = (...problems: readonly string[]): { readonly refused: NotChanged } => ({
  refused: { problems },
});

/**
 * Who may touch links at all: the sector's own staff, with a purpose. Whoever else tries leaves a refusal in the
 * ledger, in the same words whether or not the sector knows the person.
 * @throws {HubError} `PURPOSE_REQUIRED`, `FORBIDDEN`, `BAD_USER_INPUT`
 */
export async function requireOwnStaff(
  request: LinkRequest,
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

export const recordDenied = ({ recorder }: LinkRequest, person: PersonId, coordinate: string): void =>
  recorder.add({
    kind: 'CHANGE',
    person,
    outcome: 'DENIED',
    items: [{ category: Category.INVOLVEMENT, fields: [coordinate] }],
  });

/** One step of the history of a pair, or of the search for one. */
export const step = (
  { viewer, now }: Pick<LinkRequest, 'viewer' | 'now'>,
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
export async function recordLink(
  { recorder, record }: LinkRequest,
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

export const told = (
  person: PersonId,
  {
    localId,
    method,
    score,
  }: { readonly localId: string; readonly method: string; readonly score: number | null },
  status: LinkStatus,
): ToldLink => ({ person, clientNumber: localId, status, method, score });
