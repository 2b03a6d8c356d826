import { createGrantSigner, POLICY_VERSION, type Permit } from '@kasane/disclosure';
import { createViewerTokenMinter, type Viewer } from '@kasane/identity';
import type { Category, HouseholdId, PersonId, SectorId } from '@kasane/vocabulary';
import { createHash, createHmac, createPrivateKey, sign } from 'node:crypto';
import type { JWK } from 'jose';

/** Viewer tokens and grants as the hub signs them, and as a forger would. */

export interface Minting {
  readonly key: JWK;
  readonly secondsAgo?: number;
}

/** A viewer token such as the gateway signs. */
export const mintViewer = (viewer: Viewer, { key, secondsAgo = 0 }: Minting): Promise<string> =>
  createViewerTokenMinter({
    privateKey: key,
    clock: () => new Date(Date.now() - secondsAgo * 1000),
  }).mint(viewer);

export interface Granting {
  readonly sector: SectorId;
  /** The viewer token that it is bound to. */
  readonly token: string;
  readonly persons: readonly PersonId[];
  readonly categories: readonly Category[];
  readonly permit: Permit;
  readonly barred?: readonly Category[];
  readonly households?: ReadonlyMap<HouseholdId, readonly PersonId[]>;
}

/** A grant such as collaboration signs: the same categories of each of the persons. */
export async function signGrant(granting: Granting, { key, secondsAgo = 0 }: Minting): Promise<string> {
  const { persons, categories, permit, barred = [], households = new Map() } = granting;
  const signer = await createGrantSigner({
    privateKey: key,
    clock: () => new Date(Date.now() - secondsAgo * 1000),
  });
  return signer.sign({
    sector: granting.sector,
    viewer: digestOf(granting.token),
    policyVersion: POLICY_VERSION,
    persons: new Map(persons.map((id) => [id, new Map(categories.map((category) => [category, permit]))])),
    barred: new Map(persons.map((id) => [id, barred])),
    households,
  });
}

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

type Json = Readonly<Record<string, unknown>>;

/** What a token says, without asking who signed it. */
export function readToken(token: string): { readonly header: Json; readonly claims: Json } {
  const [header = '', claims = ''] = token.split('.');
  const read = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
  return { header: read(header), claims: read(claims) };
}

type By = { readonly key: JWK } | { readonly secret: Buffer } | { readonly signature: string };

/** The token with another header or other claims; a claim that is `undefined` is left out. */
export function retouched(
  token: string,
  change: { readonly header?: Json; readonly claims?: Json },
  by: By,
): string {
  const { header, claims } = readToken(token);
  const encode = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${encode({ ...header, ...change.header })}.${encode({ ...claims, ...change.claims })}`;
  return `${text}.${signatureOf(text, by)}`;
}

function signatureOf(text: string, by: By): string {
  if ('signature' in by) return by.signature;
  const bytes =
    'secret' in by
      ? createHmac('sha256', by.secret).update(text).digest()
      : sign(null, Buffer.from(text), createPrivateKey({ key: { ...by.key }, format: 'jwk' }));
  return bytes.toString('base64url');
}

export const signaturePart = (token: string): string => token.split('.')[2] ?? '';
