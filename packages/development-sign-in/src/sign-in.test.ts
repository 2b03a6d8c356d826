import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createAccessTokenVerifier, generateSigningKey } from '@kasane/identity';
import { staff } from '@kasane/sample-municipality';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { authorizationRequest, browser, choose, redeem } from './browser.fixtures.js';
import { serveDevelopmentSignIn, type DevelopmentSignIn } from './index.js';

const console_ = 'http://127.0.0.1:4000';
const keys = await generateSigningKey();
const gateway = createAccessTokenVerifier({ kind: 'development', publicKey: keys.publicKey });
let provider: DevelopmentSignIn;

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  // The library says that it keeps everything in memory: here it is meant to.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  provider = await serveDevelopmentSignIn({
    port: await freePort(),
    privateKey: keys.privateKey,
    consoleOrigins: [console_, 'http://localhost:4000'],
    seconds: 120,
  });
});
afterAll(() => provider.close());

const ask = (more?: Record<string, string | undefined>) => authorizationRequest(provider.url, console_, more);
const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

async function signIn(user = browser(), id = 'aizu-coordinator'): Promise<Tokens> {
  const asked = ask();
  const back = await choose(user, asked, id);
  const response = await redeem(provider.url, asked, back.searchParams.get('code'));
  expect(response.status).toBe(200);
  return (await response.json()) as Tokens;
}

describe('a sign-in', () => {
  test('leads from the console to the list, back with a code, and to a token that the gateway takes', async () => {
    const asked = ask();
    const back = await choose(browser(), asked, 'aizu-coordinator');
    expect(back.origin + back.pathname).toBe(`${console_}/sign-in/callback`);
    expect(back.searchParams.get('state')).toBe('state-1');
    expect(back.searchParams.get('iss')).toBe(provider.url);
    const response = await redeem(provider.url, asked, back.searchParams.get('code'));
    expect(response.headers.get('access-control-allow-origin')).toBe(console_);
    const tokens = (await response.json()) as Tokens;
    expect(tokens).toMatchObject({ expires_in: 120, token_type: 'Bearer' });
    expect(tokens).not.toHaveProperty('refresh_token');
    const { note: _note, ...coordinator } = staff.find(({ staffId }) => staffId === 'aizu-coordinator')!;
    await expect(gateway.verify(tokens.access_token)).resolves.toEqual(coordinator);
    const { exp, iat } = claimsOf(tokens.access_token) as { exp: number; iat: number };
    expect(exp - iat).toBe(120);
    expect(claimsOf(tokens.id_token)).toMatchObject({
      iss: provider.url,
      aud: 'kasane-console',
      nonce: 'nonce-1',
      sub: 'aizu-coordinator',
      name: '春野 恵',
      roles: ['COORDINATOR'],
    });
  });

  test('works for everybody of the sample, and for staff of a generated municipality', async () => {
    for (const { staffId } of staff.slice(0, 5)) {
      const { access_token } = await signIn(browser(), staffId);
      await expect(gateway.verify(access_token)).resolves.toMatchObject({ staffId });
    }
    const { access_token } = await signIn(browser(), 'g-aizu-houkatsu-1-3');
    await expect(gateway.verify(access_token)).resolves.toMatchObject({ office: 'aizu-houkatsu-1' });
  });

  test('gives no other token that the gateway would take', async () => {
    const { id_token } = await signIn();
    await expect(gateway.verify(id_token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('may name what the token is for, and gets the same', async () => {
    const asked = ask({ resource: 'urn:kasane:gateway' });
    const back = await choose(browser(), asked, 'aizu-coordinator');
    const tokens = (await (
      await redeem(provider.url, asked, back.searchParams.get('code'))
    ).json()) as Tokens;
    await expect(gateway.verify(tokens.access_token)).resolves.toBeDefined();
  });

  test('is renewed without a page for who is still signed in, and only for them', async () => {
    const user = browser();
    await signIn(user);
    const silent = ask({ prompt: 'none', redirect_uri: `${console_}/sign-in/silent` });
    const back = new URL((await user.go(silent.url)).headers.get('location') ?? '');
    expect(back.pathname).toBe('/sign-in/silent');
    const response = await redeem(provider.url, silent, back.searchParams.get('code'));
    expect(response.status).toBe(200);
    const stranger = await browser().go(silent.url);
    expect(new URL(stranger.headers.get('location') ?? '').searchParams.get('error')).toBe('login_required');
  });

  test('may be as somebody else', async () => {
    const user = browser();
    await signIn(user);
    const other = ask({ prompt: 'login' });
    const back = await choose(user, other, 'kato-coordinator');
    const tokens = (await (
      await redeem(provider.url, other, back.searchParams.get('code'))
    ).json()) as Tokens;
    await expect(gateway.verify(tokens.access_token)).resolves.toMatchObject({ staffId: 'kato-coordinator' });
  });

  test('ends at the provider too, by one form that sends itself', async () => {
    const user = browser();
    const { id_token } = await signIn(user);
    const search = new URLSearchParams({
      id_token_hint: id_token,
      post_logout_redirect_uri: `${console_}/signed-out`,
    });
    const page = await user.go(`${provider.url}/session/end?${search}`);
    expect(page.headers.get('content-security-policy')).toMatch(
      /script-src 'sha256-[^;]*; form-action 'self' http/,
    );
    const text = await page.text();
    expect(text).toContain('document.forms[0].submit()');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const out = await user.go(`${provider.url}/session/end/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(out.headers.get('location')).toBe(`${console_}/signed-out`);
    const silent = await user.go(ask({ prompt: 'none' }).url);
    expect(silent.headers.get('location')).toContain('error=login_required');
  });
});

describe('a code', () => {
  test('is good once: shown again it is refused', async () => {
    const asked = ask();
    const code = (await choose(browser(), asked, 'aizu-coordinator')).searchParams.get('code');
    expect((await redeem(provider.url, asked, code)).status).toBe(200);
    const again = await redeem(provider.url, asked, code);
    expect([again.status, await again.json()]).toEqual([
      400,
      expect.objectContaining({ error: 'invalid_grant' }),
    ]);
  });

  test('is good only with the proof of who asked for it, and where it was sent', async () => {
    const asked = ask();
    const user = browser();
    const codeOf = async (): Promise<string | null> =>
      new URL((await user.go(asked.url)).headers.get('location') ?? '').searchParams.get('code');
    const first = (await choose(user, asked, 'aizu-coordinator')).searchParams.get('code');
    expect((await redeem(provider.url, { ...asked, verifier: ask().verifier }, first)).status).toBe(400);
    const other = { ...asked, redirectUri: `${console_}/sign-in/silent` };
    expect((await redeem(provider.url, other, await codeOf())).status).toBe(400);
  });

  test('is exchanged by no page of another origin', async () => {
    const asked = ask();
    const code = (await choose(browser(), asked, 'aizu-coordinator')).searchParams.get('code');
    const response = await redeem(provider.url, asked, code, 'http://127.0.0.1:5999');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.status).toBe(400);
  });
});

describe('a request', () => {
  test.each([
    [
      'to be sent elsewhere',
      { redirect_uri: 'http://evil.example/sign-in/callback' },
      'invalid_redirect_uri',
    ],
    ['to be sent elsewhere here', { redirect_uri: `${console_}/desk` }, 'invalid_redirect_uri'],
    ['of another application', { client_id: 'other' }, 'invalid_client'],
  ])('%s is refused on a page, without a redirect', async (_, more, error) => {
    const response = await browser().go(ask(more).url);
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).toContain(error);
  });

  test.each([
    ['without a proof key', { code_challenge: undefined, code_challenge_method: undefined }],
    ['with a proof key in the clear', { code_challenge_method: 'plain' }],
    ['for a token in the address', { response_type: 'token' }],
    ['for another resource', { resource: 'urn:elsewhere' }],
  ])('%s is sent back as refused', async (_, more) => {
    const response = await browser().go(ask(more).url);
    const back = new URL(response.headers.get('location') ?? '', provider.url);
    expect(back.origin).toBe(console_);
    expect(back.href).toContain('error=');
    expect(back.searchParams.get('code')).toBeNull();
  });

  test('under another host name is none', async () => {
    const status = await new Promise((resolve, reject) =>
      request(
        `${provider.url}/.well-known/openid-configuration`,
        { headers: { host: 'evil.example' } },
        (response) => resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end(),
    );
    expect(status).toBe(421);
  });
});

describe('the list', () => {
  test('names everybody by city, says what it is, and can be framed by nobody', async () => {
    const user = browser();
    const toList = await user.go(ask().url);
    const list = new URL(toList.headers.get('location') ?? '', provider.url).href;
    const page = await user.go(list);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
    const text = await page.text();
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('パスワードはありません');
    expect(text).toContain('会津若松市');
    for (const { staffId, name } of staff) {
      expect(text).toContain(`value="${staffId}"`);
      expect(text).toContain(name);
    }
  });

  test('is nobody else’s, and lets nobody in who does not exist', async () => {
    const user = browser();
    const toList = await user.go(ask().url);
    const list = new URL(toList.headers.get('location') ?? '', provider.url).href;
    expect((await browser().go(list)).status).toBe(400);
    const choice = (staffId: string) => ({ method: 'POST', body: new URLSearchParams({ staff: staffId }) });
    expect((await browser().go(list, choice('aizu-coordinator'))).status).toBe(400);
    const nobody = await user.go(list, choice('<b>nobody</b>'));
    expect([nobody.status, await nobody.text()]).toEqual([400, expect.not.stringContaining('<b>')]);
    expect((await user.go(list, choice('x'.repeat(5_000)))).status).toBe(400);
  });
});

test('what the console reads of the provider it may read from its own origin', async () => {
  const headers = { origin: console_ };
  const discovery = await fetch(`${provider.url}/.well-known/openid-configuration`, { headers });
  expect(discovery.headers.get('access-control-allow-origin')).toMatch(/^(\*|http:\/\/127.0.0.1:4000)$/);
  const document = (await discovery.json()) as Record<string, unknown>;
  expect(document).toMatchObject({
    issuer: provider.url,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    end_session_endpoint: `${provider.url}/session/end`,
  });
  expect(document).not.toHaveProperty('registration_endpoint');
  const jwks = (await (await fetch(String(document['jwks_uri']), { headers })).json()) as { keys: object[] };
  expect(jwks.keys).toHaveLength(1);
  expect(jwks.keys[0]).not.toHaveProperty('d');
});
