import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, createHmac } from 'node:crypto';
import { errorCodes, type HubError } from '@kasane/vocabulary';
import { calculateJwkThumbprint, decodeProtectedHeader, importJWK, SignJWT, type JWK } from 'jose';
import {
  createDevelopmentIssuer,
  createViewerTokenMinter,
  createViewerTokenVerifier,
  generateSigningKey,
  type Viewer,
} from './index.js';
import { handClock, suzuki, tampered, withHeader } from './identity.fixtures.js';

const viewer: Viewer = {
  ...suzuki,
  purpose: 'EMERGENCY',
  conference: 'session-12',
  emergencyReason: '本人と連絡が取れず、生命の危険がある',
  requestId: '0b5f6f0e-9d3c-4f5e-8a52-4a1f3c2b1d00',
};

let keys: { privateKey: JWK; publicKey: JWK };
let otherKeys: { privateKey: JWK; publicKey: JWK };
beforeAll(async () => {
  [keys, otherKeys] = await Promise.all([generateSigningKey(), generateSigningKey()]);
});

const clock = handClock();
const mint = (privateKey = keys.privateKey): Promise<string> =>
  createViewerTokenMinter({ privateKey, clock }).mint(viewer);
const verify = (token: string | undefined, at = clock): Promise<unknown> =>
  createViewerTokenVerifier({ publicKey: keys.publicKey, clock: at }).verify(token);

/** Claims that a test may also leave out. */
type Claims = Record<string, unknown>;

const genuine: Claims = {
  sub: 'staff-suzuki',
  office: 'wakamatsu-1',
  capacity: 'CITY_STAFF',
  roles: [],
  rid: 'r-1',
  iss: 'kasane-gateway',
  aud: 'kasane-subgraph',
};

/** Signed with the gateway's own key, so that only the changed part can be the reason of a refusal. */
async function signed(claims: Claims, typ: string | null = 'viewer+jwt'): Promise<string> {
  const now = Math.floor(clock().getTime() / 1000);
  return new SignJWT({ iat: now, nbf: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', ...(typ && { typ }) })
    .sign(await importJWK(keys.privateKey, 'EdDSA'));
}

async function refusal(attempt: Promise<unknown>): Promise<HubError> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: errorCodes.UNAUTHENTICATED.message });
  return error as HubError;
}

describe('a viewer token', () => {
  test('brings the whole viewer to the subgraph, with the digest that a grant binds to', async () => {
    const token = await mint();
    const tokenDigest = createHash('sha256').update(token).digest('base64url');
    await expect(verify(token)).resolves.toEqual({ ...viewer, tokenDigest });
  });

  test('carries nothing that the viewer did not state', async () => {
    const { purpose: _p, conference: _c, emergencyReason: _e, name: _n, sector: _s, ...bare } = viewer;
    const token = await createViewerTokenMinter({ privateKey: keys.privateKey, clock }).mint(bare);
    const verified = await createViewerTokenVerifier({ publicKey: keys.publicKey, clock }).verify(token);
    expect(Object.keys(verified).sort()).toEqual(
      ['capacity', 'office', 'requestId', 'roles', 'staffId', 'tokenDigest'].sort(),
    );
  });

  test('names its key by thumbprint', async () => {
    expect(decodeProtectedHeader(await mint())).toEqual({
      alg: 'EdDSA',
      typ: 'viewer+jwt',
      kid: await calculateJwkThumbprint(keys.publicKey),
    });
    expect(keys.publicKey.kid).toBe(await calculateJwkThumbprint(keys.publicKey));
  });

  test('keeps two viewers at once apart', async () => {
    const minter = createViewerTokenMinter({ privateKey: keys.privateKey, clock });
    const names = Array.from({ length: 50 }, (_, i) => `r-${i}`);
    const tokens = await Promise.all(names.map((requestId) => minter.mint({ ...viewer, requestId })));
    const verifier = createViewerTokenVerifier({ publicKey: keys.publicKey, clock });
    const seen = await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(seen.map(({ requestId }) => requestId)).toEqual(names);
    expect(new Set(seen.map(({ tokenDigest }) => tokenDigest)).size).toBe(50);
  });

  test('lives a minute, and five seconds more for clocks that differ', async () => {
    const later = handClock();
    const token = await mint();
    later.advance(64);
    await expect(verify(token, later)).resolves.toBeDefined();
    later.advance(2);
    expect((await refusal(verify(token, later))).cause).toBe('ERR_JWT_EXPIRED exp');
  });

  test('is refused before its time', async () => {
    const earlier = handClock();
    earlier.advance(-10);
    await refusal(verify(await mint(), earlier));
  });

  test.each([undefined, '', 'x', 'a.b.c', '..', 'a'.repeat(100_000)])(
    'is refused when it is no token: %#',
    async (token) => {
      await refusal(verify(token));
    },
  );

  test('is refused when another key signed it', async () => {
    await refusal(verify(await mint(otherKeys.privateKey)));
  });

  test('is refused with alg none, and with the public key used as a shared secret', async () => {
    const token = await mint();
    await refusal(verify(withHeader(token, { alg: 'none', typ: 'viewer+jwt' })));
    const header = { alg: 'HS256', typ: 'viewer+jwt' };
    const unsigned = withHeader(token, header).replace(/\.$/, '');
    const mac = createHmac('sha256', Buffer.from(keys.publicKey.x ?? '', 'base64url'))
      .update(unsigned)
      .digest('base64url');
    await refusal(verify(`${unsigned}.${mac}`));
  });

  test('is refused when it brings its own key', async () => {
    const token = await mint(otherKeys.privateKey);
    const signature = token.split('.')[2] ?? '';
    const header = { alg: 'EdDSA', typ: 'viewer+jwt', jwk: otherKeys.publicKey };
    await refusal(verify(withHeader(token, header, signature)));
  });

  test.each([
    ['staff', (c: Record<string, unknown>) => (c['sub'] = 'staff-kato')],
    ['roles', (c: Record<string, unknown>) => (c['roles'] = ['PRIVACY_OFFICER'])],
    ['purpose', (c: Record<string, unknown>) => (c['purpose'] = 'CONSULTATION')],
    ['expiry', (c: Record<string, unknown>) => (c['exp'] = 4_000_000_000)],
  ])('is refused when its %s was changed', async (_what, change) => {
    await refusal(verify(tampered(await mint(), change)));
  });

  test('signed by hand passes when every part is right', async () => {
    await expect(verify(await signed(genuine))).resolves.toMatchObject({
      staffId: 'staff-suzuki',
      requestId: 'r-1',
    });
  });

  test.each<[string, Claims]>([
    ['another audience', { ...genuine, aud: 'kasane-gateway' }],
    ['another issuer', { ...genuine, iss: 'urn:kasane:development' }],
    ['no expiry', { ...genuine, exp: undefined }],
    ['no beginning', { ...genuine, nbf: undefined }],
    ['no request', { ...genuine, rid: undefined }],
    ['an unknown role beside a known one', { ...genuine, roles: ['COORDINATOR', 'ROOT'] }],
    ['an inherited name as a role', { ...genuine, roles: ['constructor'] }],
    ['an unknown capacity', { ...genuine, capacity: 'ROBOT' }],
    ['an unknown purpose', { ...genuine, purpose: 'CURIOSITY' }],
    ['roles that are no list', { ...genuine, roles: 'COORDINATOR' }],
    ['no office', { ...genuine, office: undefined }],
    ['an office with a line break', { ...genuine, office: 'a\nb' }],
    ['a staff id that is not text', { ...genuine, sub: 7 }],
    ['a conference that is not text', { ...genuine, conference: {} }],
  ])('is refused with %s, though the gateway signed it', async (_what, claims) => {
    await refusal(verify(await signed(claims)));
  });

  test.each([null, 'JWT', 'at+jwt', 'grant+jwt'])('is refused with the type %s', async (typ) => {
    await refusal(verify(await signed(genuine, typ)));
  });

  test('is never an access token, even when one key signs both', async () => {
    await refusal(
      verify(await createDevelopmentIssuer({ privateKey: keys.privateKey, clock }).signIn(suzuki)),
    );
  });

  test('a refusal tells the operator which check failed, without the claims', async () => {
    const error = await refusal(verify(await signed({ ...genuine, roles: ['ROOT'] })));
    expect(error.cause).toBe('the claim roles is missing or not usable');
  });
});

describe('the two ends', () => {
  test('take only the half of the key that they need', () => {
    expect(() => createViewerTokenMinter({ privateKey: keys.publicKey })).toThrow('private Ed25519 key');
    expect(() => createViewerTokenVerifier({ publicKey: keys.privateKey })).toThrow('private half');
    expect(() => createViewerTokenVerifier({ publicKey: { kty: 'oct', k: 'c2VjcmV0' } })).toThrow('Ed25519');
  });
});
