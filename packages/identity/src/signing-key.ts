import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** Every token that the hub itself signs uses Ed25519 (RFC 8037): one algorithm, so none can be negotiated. */
export const SIGNING_ALGORITHM = 'EdDSA';

/** A new Ed25519 key pair as JWKs, each with its thumbprint (RFC 7638) as `kid`. */
export async function generateSigningKey(): Promise<{ readonly privateKey: JWK; readonly publicKey: JWK }> {
  const pair = await generateKeyPair(SIGNING_ALGORITHM, { crv: 'Ed25519', extractable: true });
  const [privateKey, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  const facts = { alg: SIGNING_ALGORITHM, kid: await calculateJwkThumbprint(publicKey) };
  return { privateKey: { ...privateKey, ...facts }, publicKey: { ...publicKey, ...facts } };
}

/**
 * Reads an Ed25519 key that was written to a file as a JWK. Synchronous: keys are read once, before a server
 * listens. @throws {Error} naming the file, never its content.
 */
export function readKeyFile(path: string): JWK {
  let jwk: unknown;
  try {
    jwk = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`The key file ${path} cannot be read as JSON.`);
  }
  if (!isEd25519(jwk)) throw new Error(`The key file ${path} does not hold an Ed25519 key as a JWK.`);
  return jwk;
}

/** @throws {Error} when the JWK is not the private half of an Ed25519 key. */
export function importPrivateKey(jwk: JWK): KeyObject {
  if (!isEd25519(jwk) || typeof jwk.d !== 'string') throw new Error('A private Ed25519 key (JWK) is needed.');
  return createPrivateKey({ key: { ...jwk }, format: 'jwk' });
}

/**
 * @throws {Error} when the JWK is not the public half of an Ed25519 key. A private key is refused although it
 * would verify as well: whoever needs only to verify must not be able to sign.
 */
export function importPublicKey(jwk: JWK): KeyObject {
  if (!isEd25519(jwk)) throw new Error('A public Ed25519 key (JWK) is needed.');
  if (jwk.d !== undefined) throw new Error('A public key was expected: this JWK holds the private half too.');
  return createPublicKey({ key: { ...jwk }, format: 'jwk' });
}

function isEd25519(value: unknown): value is JWK {
  if (typeof value !== 'object' || value === null) return false;
  const { kty, crv, x } = value as JWK;
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string';
}
