import type { Purpose } from '@kasane/vocabulary';
import type { StaffIdentity } from './staff-identity.js';

/** A member of staff at work: who looks, why, and in which request. */
export interface Viewer extends StaffIdentity {
  /** Without a purpose there is no view across sectors. */
  readonly purpose?: Purpose;
  /** The id of the conference session in which the viewer sits. A claim to be checked, not a permission. */
  readonly conference?: string;
  /** Why it cannot wait, in the viewer's own words; stating it opens nothing to who may not declare an emergency. */
  readonly emergencyReason?: string;
  readonly requestId: string;
}

/** A viewer whose token was verified by the subgraph itself. */
export interface VerifiedViewer extends Viewer {
  /** SHA-256 of the viewer token in base64url: what a grant is bound to, so that nobody else can use it. */
  readonly tokenDigest: string;
}
