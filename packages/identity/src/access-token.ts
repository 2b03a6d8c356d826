import { ErrorCode, HubError } from '@kasane/vocabulary';
import { jwtVerify, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import type { AccessTokenConfig } from './access-token-config.js';
import { developmentToken } from './development-issuer.js';
import { createProviderKeys, ProviderUnavailable } from './provider-keys.js';
import { importPublicKey, SIGNING_ALGORITHM } from './signing-key.js';
import { defaultClaimNames, readStaffClaims, type ClaimNames, type StaffIdentity } from './staff-identity.js';
import { unauthenticated } from './unauthenticated.js';

/** Characters. Providers that list groups write long tokens; past this it is an attack on the parser. */
const MAX_TOKEN_LENGTH = 16_384;
const CLOCK_TOLERANCE_SECONDS = 30;

/**
 * Public-key algorithms only. With `none` anybody signs; with HS* anybody who reads the provider's public key
 * could use it as the shared secret.
 */
const providerAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** RFC 9068 says `at+jwt`, most providers write `JWT`, some nothing. Never one of the hub's own kinds. */
const providerTypes: ReadonlySet<string | undefined> = new Set([
  undefined,
  'jwt',
  'at+jwt',
  'application/at+jwt',
]);

export interface AccessTokenVerifier {
  /**
   * @param token the bearer token alone, without the scheme (see {@link bearerToken}).
   * @throws {HubError} `UNAUTHENTICATED`, in the same words whatever is wrong with the token; `INTERNAL` when
   * the provider's keys cannot be fetched, because then nobody can tell.
   */
  verify(token: string | undefined): Promise<StaffIdentity>;
}

/** The gateway's check of who signed in. @throws {Error} when a development key is not usable. */
export function createAccessTokenVerifier(
  config: AccessTokenConfig,
  options: { readonly clock?: () => Date } = {},
): AccessTokenVerifier {
  const { clock = () => new Date() } = options;
  const { keys, expected, types, claims } = checksOf(config);
  return {
    async verify(token) {
      try {
        if (!token) throw new TypeError('no access token');
        if (token.length > MAX_TOKEN_LENGTH) throw new TypeError('access token too long');
        const { payload, protectedHeader } = await jwtVerify(token, keys, {
          ...expected,
          requiredClaims: ['sub', 'iss', 'aud', 'exp', 'iat'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: clock(),
        });
        if (!types.has(protectedHeader.typ?.toLowerCase())) throw new TypeError('another kind of token');
        return readStaffClaims(payload, claims);
      } catch (error) {
        if (error instanceof ProviderUnavailable)
          throw new HubError(ErrorCode.INTERNAL, undefined, { cause: error });
        throw unauthenticated(error);
      }
    },
  };
}

interface Checks {
  readonly keys: JWTVerifyGetKey;
  readonly expected: Pick<JWTVerifyOptions, 'algorithms' | 'issuer' | 'audience'>;
  readonly types: ReadonlySet<string | undefined>;
  readonly claims: ClaimNames;
}

function checksOf(config: AccessTokenConfig): Checks {
  switch (config.kind) {
    case 'oidc':
      return {
        keys: createProviderKeys(config),
        expected: { algorithms: providerAlgorithms, issuer: config.issuer, audience: config.audience },
        types: providerTypes,
        claims: { ...defaultClaimNames, ...config.claims },
      };
    case 'development': {
      const key = importPublicKey(config.publicKey);
      const { issuer, audience, typ } = developmentToken;
      return {
        keys: async () => key,
        expected: { algorithms: [SIGNING_ALGORITHM], issuer, audience },
        types: new Set([typ]),
        claims: defaultClaimNames,
      };
    }
  }
}

/** The token of an `Authorization: Bearer …` header (RFC 6750 §2.1); the scheme is case-insensitive. */
export function bearerToken(authorization: string | null | undefined): string | undefined {
  return /^bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(authorization ?? '')?.[1];
}
