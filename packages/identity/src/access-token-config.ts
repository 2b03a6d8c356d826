import type { JWK } from 'jose';
import type { ClaimNames } from './staff-identity.js';

/** Whose access tokens the gateway believes: the city's OpenID provider, or the issuer of sample sign-ins. */
export type AccessTokenConfig = OidcConfig | DevelopmentConfig;

export interface OidcConfig {
  readonly kind: 'oidc';
  /** Exactly as the provider writes it in `iss`, a trailing slash included. */
  readonly issuer: string;
  /** The hub's own name at the provider: a token for another application is foreign. */
  readonly audience: string;
  /** Found by discovery (OpenID Connect Discovery 1.0 §4) where absent. */
  readonly jwksUri?: string;
  /** Names of claims that differ from {@link ClaimNames}' defaults. */
  readonly claims?: Partial<ClaimNames>;
}

export interface DevelopmentConfig {
  readonly kind: 'development';
  /** The public half of the key that `createDevelopmentIssuer` signs with. */
  readonly publicKey: JWK;
}
