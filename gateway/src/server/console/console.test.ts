import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { hubConfig, openConfig, startServed, type Served } from '../../testing/served.js';

const script = 'console.log("canary-script");';
const folder = mkdtempSync(join(tmpdir(), 'kasane-console-'));
let served: Served | undefined;

beforeAll(() => {
  mkdirSync(join(folder, 'assets', 'fonts'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>canary-index</title>');
  writeFileSync(join(folder, 'trusted-documents.json'), '{"canary":"documents"}');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), script);
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.gz'), gzipSync(script));
  writeFileSync(join(folder, 'assets', 'fonts', 'plain.woff2'), 'font');
});
afterEach(() => served?.close());

const start = async (more: object = {}): Promise<string> =>
  (served = await startServed({
    ...hubConfig,
    console: { ...hubConfig.console, folder },
    ...more,
  })).url;
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** As `fetch` does not: the path as it is written, and the bytes as they come. */
const raw = (
  url: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the console', () => {
  test.each([false, true])('is at / and at its own addresses (production: %s)', async (production) => {
    const url = await start({ production });
    for (const path of ['/', '/desk', '/households/h-1/plan?tab=2', '/sign-in/callback?code=x']) {
      const response = await fetch(url + path, { headers: html });
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).toContain('canary-index');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect((await fetch(`${url}/`)).status).toBe(200);
    // The links of a developer are elsewhere then, and in production nowhere.
    const about = await fetch(`${url}/about`);
    expect(about.status).toBe(production ? 404 : 200);
  });

  test('does not answer for what asks no page, what is routed, and what is sent', async () => {
    const url = await start();
    expect((await fetch(`${url}/desk`, { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await fetch(`${url}/desk`)).status).toBe(404);
    expect((await fetch(`${url}/desk`, { method: 'POST', headers: html })).status).toBe(404);
    expect((await fetch(`${url}/livez`, { method: 'POST', headers: html })).status).toBe(405);
    expect(await (await fetch(`${url}/livez`, { headers: html })).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${url}/graphql`, { headers: html })).text()).not.toContain('canary-index');
  });

  test('may load nothing from elsewhere, run nothing inline and be framed by nobody', async () => {
    const url = await start();
    const { headers } = await fetch(`${url}/`);
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self' https://id.example.jp",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self' https://id.example.jp",
      "require-trusted-types-for 'script'",
    ])
      expect(policy.split('; ')).toContain(rule);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    // Only the page in which a sign-in is renewed, and only by the console itself.
    const silent = await fetch(`${url}/sign-in/silent?code=x`, { headers: html });
    expect(silent.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });

  test('names no provider where there is none', async () => {
    const url = await start({ console: { ...hubConfig.console, folder, authority: undefined } });
    const { headers } = await fetch(`${url}/`);
    expect(headers.get('content-security-policy')?.split('; ')).toContain("connect-src 'self'");
    expect(await (await fetch(`${url}/console.json`)).json()).toMatchObject({ authority: null });
  });

  test('is not there with a foreign supergraph', async () => {
    const url = (served = await startServed(openConfig)).url;
    expect((await fetch(`${url}/desk`, { headers: html })).status).toBe(404);
    expect((await fetch(`${url}/console.json`)).status).toBe(404);
    expect(await (await fetch(`${url}/`)).text()).toContain('/explorer');
  });
});

describe('a file of the console', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['br; q=0.0', undefined],
  ])('comes as small as is taken: %s', async (accepted, coding) => {
    const url = await start();
    const { status, headers, body } = await raw(url, '/assets/main-1a2b.js', { 'accept-encoding': accepted });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(body.length),
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-encoding']).toBe(coding);
    const expected =
      coding === 'br'
        ? brotliCompressSync(script)
        : coding === 'gzip'
          ? gzipSync(script)
          : Buffer.from(script);
    expect(body.equals(expected)).toBe(true);
  });

  test('may be asked for without its content', async () => {
    const url = await start();
    const { status, headers, body } = await raw(url, '/assets/main-1a2b.js', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(script.length), 0]);
    expect((await raw(url, '/', {}, 'HEAD')).status).toBe(200);
  });

  test('goes on to be served when the folder is built anew meanwhile', async () => {
    writeFileSync(join(folder, 'assets', 'old-9z.js'), 'old');
    const url = await start();
    rmSync(join(folder, 'assets', 'old-9z.js'));
    expect((await raw(url, '/assets/old-9z.js')).body.toString()).toBe('old');
  });

  test.each([
    '/assets/gone-1a2b.js',
    '/assets/',
    '/assets/fonts',
    '/assets/..%2ftrusted-documents.json',
    '/assets/%2e%2e/trusted-documents.json',
    '/assets/../trusted-documents.json',
    '/assets/..\\trusted-documents.json',
    '/assets/../../../../../../etc/passwd',
    '/assets/%00',
    '/assets/__proto__',
  ])('that does not exist is not found, and is no page: %s', async (path) => {
    const url = await start();
    const { status, body } = await raw(url, path, html);
    expect(status).toBe(404);
    expect(body.toString()).not.toMatch(/canary|root:/);
  });

  test.each(['/trusted-documents.json', '/index.html', '//trusted-documents.json'])(
    'is not served outside /assets: %s',
    async (path) => {
      expect((await raw(await start(), path)).status).toBe(404);
    },
  );
});

test('what the console must know is told to everybody, and nothing else is', async () => {
  const url = await start({ production: true });
  const response = await fetch(`${url}/console.json`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({
    authority: 'https://id.example.jp/city',
    clientId: 'kasane-console',
    scope: 'openid profile',
    production: true,
    idleMinutes: 15,
  });
});
