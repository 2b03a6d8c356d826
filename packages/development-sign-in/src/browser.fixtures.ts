import { createHash, randomBytes } from 'node:crypto';

/** A browser, as far as a sign-in needs one: it keeps cookies by path and follows nothing by itself. */
export function browser() {
  const jar = new Map<string, { readonly value: string; readonly path: string }>();
  return {
    async go(url: string, init: RequestInit = {}): Promise<Response> {
      const { pathname } = new URL(url);
      const cookie = [...jar].filter(([, { path }]) => pathname.startsWith(path));
      const headers = new Headers(init.headers);
      if (cookie.length > 0)
        headers.set('cookie', cookie.map(([name, { value }]) => `${name}=${value}`).join('; '));
      const response = await fetch(url, { ...init, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split('; ');
        const [name = '', value = ''] = pair.split('=');
        const path = attributes.find((each) => each.startsWith('path='))?.slice(5) ?? '/';
        if (value === '') jar.delete(name);
        else jar.set(name, { value, path });
      }
      return response;
    },
  };
}

export type Browser = ReturnType<typeof browser>;

export interface AuthorizationRequest {
  readonly url: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** What a console asks, with a proof key made by hand (RFC 7636). */
export function authorizationRequest(
  issuer: string,
  console_: string,
  more: Record<string, string | undefined> = {},
): AuthorizationRequest {
  const verifier = randomBytes(32).toString('base64url');
  const parameters = {
    client_id: 'kasane-console',
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: `${console_}/sign-in/callback`,
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) search.set(name, value);
  return { url: `${issuer}/auth?${search}`, verifier, redirectUri: parameters.redirect_uri ?? '' };
}

/** Goes to the list, chooses, and gives where the browser is sent with the code. */
export async function choose(user: Browser, { url }: AuthorizationRequest, staff: string): Promise<URL> {
  const toList = await user.go(url);
  const list = new URL(toList.headers.get('location') ?? '', url).href;
  await user.go(list);
  const chosen = await user.go(list, { method: 'POST', body: new URLSearchParams({ staff }) });
  const resumed = await user.go(new URL(chosen.headers.get('location') ?? '', url).href);
  const location = resumed.headers.get('location');
  return location === null ? signOutFirst(user, await resumed.text()) : new URL(location);
}

/** Who chooses somebody else than before is signed out first, by a form that sends itself. */
async function signOutFirst(user: Browser, page: string): Promise<URL> {
  const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
  const fields = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(/name="([^"]+)" value="([^"]*)"/g))
    fields.set(name, value);
  const ended = await user.go(action, { method: 'POST', body: fields });
  const resumed = await user.go(new URL(ended.headers.get('location') ?? '', action).href);
  return new URL(resumed.headers.get('location') ?? '');
}

/** Exchanges a code as the console does: from its own origin, without a secret. */
export const redeem = (
  issuer: string,
  { verifier, redirectUri }: Pick<AuthorizationRequest, 'verifier' | 'redirectUri'>,
  code: string | null,
  origin = new URL(redirectUri).origin,
): Promise<Response> =>
  fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'kasane-console',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code: code ?? '',
    }),
  });
