import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { OidcConfig } from './access-token-config.js';

const TIMEOUT_MS = 5_000;

/**
 * The signing keys of an OpenID provider, fetched at the first sign-in and kept. A failed discovery is not kept:
 * the provider may start after the hub.
 */
export function createProviderKeys({
  issuer,
  jwksUri,
}: Pick<OidcConfig, 'issuer' | 'jwksUri'>): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const load = async (): Promise<JWTVerifyGetKey> => {
    const uri = jwksUri ?? (await discover(issuer));
    return createRemoteJWKSet(new URL(uri), { timeoutDuration: TIMEOUT_MS });
  };
  const keySet = (): Promise<JWTVerifyGetKey> =>
    (keys ??= load().catch((error: unknown) => {
      keys = undefined;
      throw error;
    }));
  return async (header, token) => {
    try {
      return await (
        await keySet()
      )(header, token);
    } catch (error) {
      throw isTokensFault(error) ? error : new ProviderUnavailable(error);
    }
  };
}

/** A key that the provider does not have was named by the token; all else went wrong on the way to the keys. */
const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** The provider could not be asked: our trouble, not the fault of whoever signs in. */
export class ProviderUnavailable extends Error {
  constructor(cause: unknown) {
    super('The OpenID provider cannot be reached or its discovery document is not usable.', { cause });
    this.name = 'ProviderUnavailable';
  }
}

async function discover(issuer: string): Promise<string> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
    // A redirect could lead to another provider's keys.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`discovery answered ${response.status}`);
  const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  // OpenID Connect Discovery 1.0 §4.3: they must be identical, or one provider could speak for another.
  if (document.issuer !== issuer) throw new Error('discovery names another issuer');
  if (typeof document.jwks_uri !== 'string' || !isSafeUrl(document.jwks_uri))
    throw new Error('discovery gives no usable jwks_uri');
  return document.jwks_uri;
}

/** Keys fetched over plain HTTP are whoever's who sits on the wire; loopback is for tests and sidecars. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
  );
}
