import { importJWK, SignJWT, type JWK } from 'jose';
import { encode, type GrantContent } from './content.js';

export const GRANT_TYPE = 'grant+jwt';
export const GRANT_ISSUER = 'kasane-collaboration';

/** Seconds that a grant lives: long enough for one request, too short to be worth stealing. */
export const GRANT_SECONDS = 60;

export interface GrantSigner {
  /**
   * Signs what one sector may show one viewer. `notAfter` is the earliest end of the consents it rests on:
   * a grant never outlives them.
   */
  sign(content: GrantContent, notAfter?: Date): Promise<string>;
}

/** Signs grants with collaboration's private Ed25519 key. */
export async function createGrantSigner(options: {
  readonly privateKey: JWK;
  readonly clock?: () => Date;
}): Promise<GrantSigner> {
  const key = await importJWK(options.privateKey, 'EdDSA');
  const clock = options.clock ?? (() => new Date());
  return {
    async sign(content, notAfter) {
      const now = clock().getTime();
      const end = Math.min(now + GRANT_SECONDS * 1000, notAfter?.getTime() ?? Infinity);
      return new SignJWT({ ...encode(content), vwr: content.viewer, pol: content.policyVersion })
        .setProtectedHeader({ alg: 'EdDSA', typ: GRANT_TYPE })
        .setIssuer(GRANT_ISSUER)
        .setAudience(content.sector)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(Math.floor(end / 1000))
        .sign(key);
    },
  };
}
