import type { JWK } from 'jose';
import { staffClaims, type StaffIdentity } from './staff-identity.js';
import { createTokenSigner, type TokenKind } from './token-signer.js';

export const developmentToken: TokenKind = {
  typ: 'at+jwt',
  issuer: 'urn:kasane:development',
  audience: 'kasane-gateway',
};

/** A working day. */
const DEFAULT_HOURS = 8;

export interface DevelopmentIssuer {
  /** An access token for a sample member of staff, good for `hours`. */
  signIn(staff: StaffIdentity, options?: { readonly hours?: number }): Promise<string>;
}

/**
 * Signs access tokens for sample staff, in place of the city's OpenID provider. It asks for no password: a
 * production start refuses its tokens (see `assertIssuerConfigured`).
 * @throws {Error} when the key is not a private Ed25519 key.
 */
export function createDevelopmentIssuer(options: {
  readonly privateKey: JWK;
  readonly clock?: () => Date;
}): DevelopmentIssuer {
  const { privateKey, clock = () => new Date() } = options;
  const sign = createTokenSigner(developmentToken, privateKey, clock);
  return {
    signIn: (staff, { hours = DEFAULT_HOURS } = {}) => sign(staffClaims(staff), Math.round(hours * 3600)),
  };
}
