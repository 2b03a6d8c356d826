import { ErrorCode, HubError } from '@kasane/vocabulary';
import type { SectorId } from '@kasane/vocabulary';
import { importJWK, jwtVerify, type JWK } from 'jose';
import { decode, type Encoded, type GrantContent } from './content.js';
import { GRANT_ISSUER, GRANT_SECONDS, GRANT_TYPE } from './sign.js';

/** Clocks of city machines differ by a little; more than this is a fault to be mended, not tolerated. */
const CLOCK_TOLERANCE_SECONDS = 5;

export interface GrantVerifier {
  /**
   * The content of a grant, if collaboration signed it for this sector and for this very viewer token.
   * @throws {HubError} `GRANT_INVALID`, in the same words whether forged, expired, replayed or foreign.
   */
  verify(grant: string, viewerTokenDigest: string): Promise<GrantContent>;
}

/** Verifies grants with collaboration's public key, in one sector. */
export async function createGrantVerifier(options: {
  readonly publicKey: JWK;
  readonly sector: SectorId;
  readonly clock?: () => Date;
}): Promise<GrantVerifier> {
  const key = await importJWK(options.publicKey, 'EdDSA');
  const clock = options.clock ?? (() => new Date());
  return {
    async verify(grant, viewerTokenDigest) {
      const now = clock();
      try {
        const { payload } = await jwtVerify<Encoded & { vwr: string; pol: string }>(grant, key, {
          algorithms: ['EdDSA'],
          typ: GRANT_TYPE,
          issuer: GRANT_ISSUER,
          audience: options.sector,
          maxTokenAge: GRANT_SECONDS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: now,
          requiredClaims: ['exp', 'iat', 'vwr', 'pol'],
        });
        // The tolerance is for a clock that is behind collaboration's. An end is an end: a grant must not outlive
        // the consent it rests on by even these seconds.
        if (payload.exp === undefined || payload.exp * 1000 <= now.getTime())
          throw new TypeError('has ended');
        // A grant is worth nothing to anybody but the viewer whom it was decided for.
        if (payload.vwr !== viewerTokenDigest) throw new TypeError('bound to another viewer token');
        return {
          ...decode(payload),
          sector: options.sector,
          viewer: payload.vwr,
          policyVersion: payload.pol,
        };
      } catch (cause) {
        throw new HubError(ErrorCode.GRANT_INVALID, undefined, { cause });
      }
    },
  };
}
