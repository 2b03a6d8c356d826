import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCodes, type HubError } from '@kasane/vocabulary';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import {
  bearerToken,
  createAccessTokenVerifier,
  createDevelopmentIssuer,
  createViewerTokenMinter,
  generateSigningKey,
  type AccessTokenVerifier,
  type OidcConfig,
} from './index.js';
import { handClock, kato, suzuki, tampered, withHeader } from './identity.fixtures.js';

/** Claims that a test may also leave out. */
type Claims = Record<string, unknown>;

async function refusal(attempt: Promise<unknown>): Promise<HubError> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: errorCodes.UNAUTHENTICATED.message });
  return error as HubError;
}

describe('a sample sign-in', () => {
  const clock = handClock();
  let keys: { privateKey: JWK; publicKey: JWK };
  let verifier: AccessTokenVerifier;
  beforeAll(async () => {
    keys = await generateSigningKey();
    verifier = createAccessTokenVerifier({ kind: 'development', publicKey: keys.publicKey }, { clock });
  });
  const issuer = () => createDevelopmentIssuer({ privateKey: keys.privateKey, clock });

  test('tells who signed in', async () => {
    await expect(verifier.verify(await issuer().signIn(suzuki))).resolves.toEqual(suzuki);
    await expect(verifier.verify(await issuer().signIn(kato))).resolves.toEqual(kato);
  });

  test('lasts as long as was asked', async () => {
    const later = handClock();
    const atTheTime = createAccessTokenVerifier(
      { kind: 'development', publicKey: keys.publicKey },
      { clock: later },
    );
    const token = await issuer().signIn(suzuki, { hours: 1 });
    later.advance(3600 + 29);
    await expect(atTheTime.verify(token)).resolves.toBeDefined();
    later.advance(2);
    await refusal(atTheTime.verify(token));
  });

  test.each([undefined, '', 'nonsense', 'x'.repeat(20_000)])(
    'is refused when it is no token: %#',
    async (token) => {
      await refusal(verifier.verify(token));
    },
  );

  test('is refused when forged, tampered with or unsigned', async () => {
    const other = await generateSigningKey();
    await refusal(
      verifier.verify(await createDevelopmentIssuer({ privateKey: other.privateKey, clock }).signIn(kato)),
    );
    const token = await issuer().signIn(suzuki);
    await refusal(verifier.verify(tampered(token, (claims) => (claims['roles'] = ['COORDINATOR']))));
    await refusal(verifier.verify(withHeader(token, { alg: 'none', typ: 'at+jwt' })));
  });

  test('is never a viewer token, even when one key signs both', async () => {
    const minter = createViewerTokenMinter({ privateKey: keys.privateKey, clock });
    await refusal(verifier.verify(await minter.mint({ ...suzuki, requestId: 'r-1' })));
  });
});

describe('a sign-in at an OpenID provider', () => {
  const clock = handClock();
  let server: Server;
  let issuer: string;
  let providerKey: CryptoKey;
  let document: (() => object) | undefined;
  let keySetStatus = 200;
  const asked: string[] = [];

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    providerKey = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'provider-1', alg: 'RS256', use: 'sig' };
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const isKeys = request.url === '/keys';
      const body = isKeys ? { keys: [jwk] } : document?.();
      response.writeHead(isKeys ? keySetStatus : body ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/city/`;
    document = () => ({ issuer, jwks_uri: new URL('/keys', issuer).href });
  });
  afterAll(() => {
    server.close();
  });

  const verifierOf = (more: Partial<OidcConfig> = {}) =>
    createAccessTokenVerifier({ kind: 'oidc', issuer, audience: 'kasane-hub', ...more }, { clock });

  async function signed(
    claims: Claims = {},
    header: Record<string, unknown> = {},
    key: CryptoKey = providerKey,
  ): Promise<string> {
    const now = Math.floor(clock().getTime() / 1000);
    return new SignJWT({
      iss: issuer,
      aud: 'kasane-hub',
      iat: now,
      exp: now + 300,
      sub: kato.staffId,
      office: kato.office,
      capacity: kato.capacity,
      roles: [...kato.roles],
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'provider-1', typ: 'JWT', ...header })
      .sign(key);
  }

  test('tells who signed in, asking the provider for its keys once', async () => {
    const verifier = verifierOf();
    asked.length = 0;
    await expect(verifier.verify(await signed())).resolves.toEqual(kato);
    await Promise.all(Array.from({ length: 5 }, async () => verifier.verify(await signed())));
    expect(asked).toEqual(['/city/.well-known/openid-configuration', '/keys']);
  });

  test('asks no discovery when the key address is configured', async () => {
    asked.length = 0;
    await verifierOf({ jwksUri: new URL('/keys', issuer).href }).verify(await signed());
    expect(asked).toEqual(['/keys']);
  });

  test('reads the claims under the names of the provider', async () => {
    const claims = { office: 'https://city.example/office', roles: 'hub_roles' };
    const token = await signed({
      office: 'ignored',
      'https://city.example/office': 'desk-9',
      roles: ['x'],
      hub_roles: ['COMMITTEE'],
    });
    await expect(verifierOf({ claims }).verify(token)).resolves.toMatchObject({
      office: 'desk-9',
      roles: ['COMMITTEE'],
    });
  });

  test.each<[string, Claims, Record<string, unknown>]>([
    ['another application', { aud: 'another-app' }, {}],
    ['another issuer', { iss: 'https://elsewhere.example/' }, {}],
    ['an expiry in the past', { exp: 1 }, {}],
    ['no expiry', { exp: undefined }, {}],
    ['a beginning in the future', { nbf: 4_000_000_000 }, {}],
    ['no subject', { sub: undefined }, {}],
    ['an unknown role', { roles: ['COORDINATOR', 'default-roles-city'] }, {}],
    ['an unknown capacity', { capacity: 'MAYOR' }, {}],
    ['a key that the provider does not have', {}, { kid: 'provider-2' }],
    ['the type of a viewer token', {}, { typ: 'viewer+jwt' }],
    ['the type of a grant', {}, { typ: 'grant+jwt' }],
  ])('is refused with %s', async (_what, claims, header) => {
    await refusal(verifierOf().verify(await signed(claims, header)));
  });

  test('is refused when another key signed it, or none', async () => {
    const foreign = await generateKeyPair('RS256');
    await refusal(verifierOf().verify(await signed({}, {}, foreign.privateKey)));
    await refusal(verifierOf().verify(withHeader(await signed(), { alg: 'none' })));
  });

  test('is our trouble, not the fault of whoever signs in, while the provider is away; and works when it is back', async () => {
    const verifier = verifierOf();
    const token = await signed();
    const kept = document;
    document = undefined;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'INTERNAL' });
    document = kept;
    keySetStatus = 503;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'INTERNAL' });
    keySetStatus = 200;
    await expect(verifier.verify(token)).resolves.toEqual(kato);
  });

  test('stays possible with the keys already fetched when a later refresh fails', async () => {
    const verifier = verifierOf();
    await verifier.verify(await signed());
    keySetStatus = 503;
    await verifier.verify(await signed({}, { kid: 'provider-2' })).catch(() => undefined);
    await expect(verifier.verify(await signed())).resolves.toEqual(kato);
    keySetStatus = 200;
  });

  test('is not checked against the keys of a provider that calls itself something else', async () => {
    const kept = document;
    document = () => ({ issuer: 'https://elsewhere.example/', jwks_uri: new URL('/keys', issuer).href });
    await expect(verifierOf().verify(await signed())).rejects.toMatchObject({ code: 'INTERNAL' });
    document = () => ({ issuer, jwks_uri: 'http://keys.example/' });
    await expect(verifierOf().verify(await signed())).rejects.toMatchObject({ code: 'INTERNAL' });
    document = kept;
  });
});

test.each([
  ['Bearer abc.def.ghi', 'abc.def.ghi'],
  ['bearer  abc', 'abc'],
  ['Basic abc', undefined],
  ['Bearer', undefined],
  ['Bearer a b', undefined],
  ['Bearer a, Bearer b', undefined],
  [undefined, undefined],
])('the bearer token of %j is %j', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});
