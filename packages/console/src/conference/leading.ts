import type { Viewer } from '../session/viewer.js';

type Who = Pick<Viewer, 'staffId' | 'office' | 'roles'>;

interface Convened {
  readonly convenedBy: string;
  readonly conveningOffice: { readonly code: string };
  /** Who keeps the minutes of a conference; a session has nobody. */
  readonly secretariat?: string;
}

/** Who is offered to change a session or a conference. It only tidies the page: the hub decides. */
export const leads = (
  { convenedBy, conveningOffice, secretariat }: Convened,
  { staffId, office, roles }: Who,
): boolean =>
  office === conveningOffice.code &&
  (staffId === convenedBy || staffId === secretariat || roles.includes('COORDINATOR'));

/** The person's own line of a roster: for one office. */
export const ownSeat = <Seat extends { readonly staff: string | null; readonly office: string | null }>(
  seats: readonly Seat[],
  { staffId, office }: Pick<Who, 'staffId' | 'office'>,
): Seat | undefined => seats.find((seat) => seat.staff === staffId && seat.office === office);
