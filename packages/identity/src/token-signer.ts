import { calculateJwkThumbprint, SignJWT, type JWK } from 'jose';
import { importPrivateKey, SIGNING_ALGORITHM } from './signing-key.js';

/** What tells one kind of token from another: all three are checked, so that none can stand in for another. */
export interface TokenKind {
  readonly typ: string;
  readonly issuer: string;
  readonly audience: string;
}

/** Signs claims as a token of one kind that lives for `seconds`. */
export type TokenSigner = (claims: Record<string, unknown>, seconds: number) => Promise<string>;

/** @throws {Error} at once, before anything is signed, when the key is not usable. */
export function createTokenSigner(kind: TokenKind, privateKey: JWK, clock: () => Date): TokenSigner {
  const key = importPrivateKey(privateKey);
  let thumbprint: Promise<string> | undefined;
  return async (claims, seconds) => {
    const now = Math.floor(clock().getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({
        alg: SIGNING_ALGORITHM,
        typ: kind.typ,
        kid: await (thumbprint ??= calculateJwkThumbprint(privateKey)),
      })
      .setIssuer(kind.issuer)
      .setAudience(kind.audience)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + seconds)
      .sign(key);
  };
}
