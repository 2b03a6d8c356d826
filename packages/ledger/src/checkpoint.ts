import { calculateJwkThumbprint, decodeProtectedHeader, importJWK, jwtVerify, SignJWT, type JWK } from 'jose';
import type { LedgerHead } from './record.js';

export const CHECKPOINT_TYPE = 'ledger-checkpoint+jwt';
const ALGORITHM = 'EdDSA';

/** That a ledger held an entry at a time: signed, to be kept where the database's owner cannot write. */
export interface Checkpoint extends LedgerHead {
  /** The party whose ledger it is. */
  readonly ledger: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Signs a checkpoint as a compact JWS with a private Ed25519 key. */
export async function signCheckpoint(
  { ledger, seq, hash, at }: Checkpoint,
  privateKey: JWK,
): Promise<string> {
  return new SignJWT({ ledger, seq, hash, at })
    .setProtectedHeader({
      alg: ALGORITHM,
      typ: CHECKPOINT_TYPE,
      kid: await calculateJwkThumbprint(privateKey),
    })
    .sign(await importJWK(privateKey, ALGORITHM));
}

/**
 * Reads a checkpoint that {@link signCheckpoint} made with the private half of this key.
 * @throws {Error} saying why it is not one: another key, another kind of token, changed after it was signed.
 */
export async function readCheckpoint(text: string, publicKey: JWK): Promise<Checkpoint> {
  let header: { readonly kid?: string; readonly typ?: string };
  try {
    header = decodeProtectedHeader(text);
  } catch {
    throw new Error('This is no signed checkpoint.');
  }
  if (header.typ !== CHECKPOINT_TYPE) throw new Error('This is signed, but no checkpoint of a ledger.');
  if (header.kid !== (await calculateJwkThumbprint(publicKey)))
    throw new Error('This checkpoint was signed with another key.');
  const key = await importJWK(publicKey, ALGORITHM);
  const { payload } = await jwtVerify(text, key, { algorithms: [ALGORITHM], typ: CHECKPOINT_TYPE }).catch(
    (cause: unknown) => {
      throw new Error('The signature of this checkpoint does not hold: it was forged, or changed since.', {
        cause,
      });
    },
  );
  const { ledger, seq, hash, at } = payload;
  if (
    typeof ledger !== 'string' ||
    typeof seq !== 'number' ||
    !Number.isSafeInteger(seq) ||
    seq < 0 ||
    typeof hash !== 'string' ||
    typeof at !== 'string'
  )
    throw new Error('This checkpoint does not say which entry of which ledger it is.');
  return { ledger, seq, hash, at };
}
