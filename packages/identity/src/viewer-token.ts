import { createHash } from 'node:crypto';
import { isPurpose } from '@kasane/vocabulary';
import { jwtVerify, type JWK, type JWTPayload } from 'jose';
import { importPublicKey, SIGNING_ALGORITHM } from './signing-key.js';
import { readStaffClaims, staffClaims } from './staff-identity.js';
import { createTokenSigner, type TokenKind } from './token-signer.js';
import { unauthenticated } from './unauthenticated.js';
import type { VerifiedViewer, Viewer } from './viewer.js';

const viewerToken: TokenKind = { typ: 'viewer+jwt', issuer: 'kasane-gateway', audience: 'kasane-subgraph' };

/** Seconds that a viewer token lives: one request, with room for a slow one. */
export const VIEWER_TOKEN_SECONDS = 60;

/** Clocks of city machines differ by a little; more than this is a fault to be mended, not tolerated. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Characters. The longest viewer that the minter's inputs allow stays below. */
const MAX_TOKEN_LENGTH = 8192;

/** The gateway's end: tells every subgraph who looks and why. */
export interface ViewerTokenMinter {
  mint(viewer: Viewer): Promise<string>;
}

/** @throws {Error} when the key is not a private Ed25519 key. */
export function createViewerTokenMinter(options: {
  readonly privateKey: JWK;
  readonly clock?: () => Date;
  readonly lifetimeSeconds?: number;
}): ViewerTokenMinter {
  const { privateKey, clock = () => new Date(), lifetimeSeconds = VIEWER_TOKEN_SECONDS } = options;
  const sign = createTokenSigner(viewerToken, privateKey, clock);
  return {
    mint: (viewer) =>
      sign(
        {
          ...staffClaims(viewer),
          ...(viewer.purpose !== undefined && { purpose: viewer.purpose }),
          ...(viewer.conference !== undefined && { conference: viewer.conference }),
          ...(viewer.emergencyReason !== undefined && { emergency: viewer.emergencyReason }),
          rid: viewer.requestId,
        },
        lifetimeSeconds,
      ),
  };
}

/** A subgraph's end: believes nothing about the caller but what this verifies. */
export interface ViewerTokenVerifier {
  /**
   * @throws {HubError} `UNAUTHENTICATED`, in the same words whether the token is missing, forged, expired,
   * foreign or of another kind.
   */
  verify(token: string | undefined): Promise<VerifiedViewer>;
}

/** @throws {Error} when the key is not a public Ed25519 key. */
export function createViewerTokenVerifier(options: {
  readonly publicKey: JWK;
  readonly clock?: () => Date;
}): ViewerTokenVerifier {
  const { clock = () => new Date() } = options;
  const key = importPublicKey(options.publicKey);
  return {
    async verify(token) {
      try {
        if (!token) throw new TypeError('no viewer token');
        // Before any parsing: a subgraph may be reached by callers that are not the gateway.
        if (token.length > MAX_TOKEN_LENGTH) throw new TypeError('viewer token too long');
        const { payload } = await jwtVerify(token, key, {
          algorithms: [SIGNING_ALGORITHM],
          ...viewerToken,
          requiredClaims: ['sub', 'iat', 'nbf', 'exp', 'rid'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: clock(),
        });
        return {
          ...readViewerClaims(payload),
          tokenDigest: createHash('sha256').update(token).digest('base64url'),
        };
      } catch (error) {
        throw unauthenticated(error);
      }
    },
  };
}

function readViewerClaims(payload: JWTPayload): Viewer {
  const { purpose, conference, emergency, rid } = payload;
  if (purpose !== undefined && !isPurpose(purpose)) throw new TypeError('the claim purpose is not usable');
  if (conference !== undefined && typeof conference !== 'string')
    throw new TypeError('the claim conference is not usable');
  if (emergency !== undefined && typeof emergency !== 'string')
    throw new TypeError('the claim emergency is not usable');
  if (typeof rid !== 'string' || rid === '') throw new TypeError('the claim rid is not usable');
  return {
    ...readStaffClaims(payload),
    ...(purpose !== undefined && { purpose }),
    ...(conference !== undefined && { conference }),
    ...(emergency !== undefined && { emergencyReason: emergency }),
    requestId: rid,
  };
}
