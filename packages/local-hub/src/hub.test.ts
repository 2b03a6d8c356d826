import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultRegistry } from '@kasane/vocabulary';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startHub, type HubOptions, type RunningHub } from './hub.js';
import { anyPorts } from './ports.js';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const files = { subgraph: () => fixture('program.js'), gateway: fixture('program.js') };

let dataDir: string;
let hub: RunningHub | undefined;
const start = async (more: HubOptions = {}): Promise<RunningHub> =>
  (hub = await startHub({ dataDir, ports: 'any', disposable: true, files, ...more }));
const environmentOf = async (url: string): Promise<Record<string, string>> =>
  (await (await fetch(new URL('/', url))).json()) as Record<string, string>;
const pids = (): number[] => Object.values(hub?.subgraphs ?? {}).flatMap(({ pid }) => pid() ?? []);

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kasane-local-hub-'));
});
afterEach(async () => {
  await hub?.stop();
  hub = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

describe('a hub', () => {
  test('gives each process what it needs and no other secret', async () => {
    const log: string[] = [];
    await start({ log: (line) => log.push(line), seed: 'none', environment: { gateway: { EXTRA: '1' } } });
    const gateway = await environmentOf(hub!.url);
    const urls = JSON.parse(gateway['SUBGRAPH_URLS'] ?? '') as Record<string, string>;
    expect(Object.keys(urls)).toEqual(defaultRegistry.map(({ id }) => id));
    expect(gateway).toMatchObject({ EXTRA: '1', VIEWER_SIGNING_KEY_FILE: hub!.keys.viewer.privateFile });
    expect(gateway['DATABASE_URL']).toBeUndefined();
    for (const { id } of defaultRegistry) {
      const env = await environmentOf(hub!.subgraphs[id]!.url);
      const database = hub!.databases[id]!;
      expect(env).toMatchObject({
        DATABASE_URL: database.url,
        MIGRATION_DATABASE_URL: database.migrationUrl,
        DATABASE_APP_ROLE: `${id.replace('-', '_')}_app`,
        VIEWER_KEY_FILE: hub!.keys.viewer.publicFile,
        GRANT_KEY_FILE: hub!.keys.grant.publicFile,
        SEED: 'none',
      });
      // Only the office that decides may sign what was decided.
      expect(env['GRANT_SIGNING_KEY_FILE']).toBe(
        id === 'collaboration' ? hub!.keys.grant.privateFile : undefined,
      );
      expect(urls[id]).toBe(hub!.subgraphs[id]!.url);
      expect(JSON.stringify(env)).not.toContain(new URL(database.adminUrl!).password);
    }
    expect(log.filter((line) => line.includes('is ready'))).toHaveLength(6);
    expect(log.join()).toContain('(6 of 6');
  });

  test('has a page on which sample staff sign in to the console, when it is asked for one', async () => {
    const log: string[] = [];
    const developmentSignIn = { seconds: 60, consoleOrigins: ['http://127.0.0.1:5173'] };
    await start({ developmentSignIn, log: (line) => log.push(line) });
    expect(log.join()).toContain('sign-in is ready');
    expect((await environmentOf(hub!.url))['CONSOLE_OIDC_AUTHORITY']).toBe(hub!.signInUrl);
    const asking = (origin: string): Promise<Response> => {
      const search = new URLSearchParams({
        client_id: 'kasane-console',
        response_type: 'code',
        scope: 'openid',
        redirect_uri: `${origin}/sign-in/callback`,
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
      });
      return fetch(`${hub!.signInUrl}/auth?${search}`, { redirect: 'manual' });
    };
    const origins = [hub!.url, hub!.url.replace('127.0.0.1', 'localhost'), 'http://127.0.0.1:5173'];
    for (const origin of origins) expect((await asking(origin)).status).toBe(303);
    expect((await asking('http://127.0.0.1:5174')).status).toBe(400);
    await hub!.stop();
    await expect(fetch(`${hub!.signInUrl}/readyz`)).rejects.toThrow();
  });

  test('has none beside a real provider', async () => {
    const issuer = { KASANE_OIDC_ISSUER: 'https://id.example', KASANE_OIDC_AUDIENCE: 'hub' };
    await start({ developmentSignIn: {}, issuer });
    expect(hub!.signInUrl).toBeUndefined();
    expect((await environmentOf(hub!.url))['CONSOLE_OIDC_AUTHORITY']).toBeUndefined();
  });

  test('stops and starts one subgraph without the others', async () => {
    await start();
    const before = pids();
    await hub!.stopSubgraph('elder-care', 'SIGKILL');
    expect(hub!.subgraphs['elder-care']!.pid()).toBeUndefined();
    await expect(environmentOf(hub!.subgraphs['elder-care']!.url)).rejects.toThrow();
    expect(await environmentOf(hub!.url)).toBeDefined();
    await hub!.startSubgraph('elder-care');
    expect(await environmentOf(hub!.subgraphs['elder-care']!.url)).toBeDefined();
    expect(pids().filter((pid) => before.includes(pid))).toHaveLength(4);
  });

  test('leaves nothing running when it stops, the gateway first', async () => {
    await start();
    const running = pids();
    await hub!.stop();
    expect(await hub!.ended).toBeUndefined();
    expect(running.filter(isAlive)).toEqual([]);
    expect(await readFile(join(dataDir, 'logs', 'gateway.log'), 'utf8')).toContain('leaving');
  });

  test('ends as a whole when one of its processes dies, and says the last words', async () => {
    await start();
    const running = pids();
    await fetch(new URL('/die', hub!.subgraphs['child-family']!.url)).catch(() => undefined);
    const reason = await hub!.ended;
    expect(reason?.message).toMatch(/child-family ended by itself \(exit code 4\)/);
    expect(reason?.message).toContain('canary-2');
    expect(running.filter(isAlive)).toEqual([]);
  });

  test('that cannot start says why and leaves nothing running', async () => {
    const environment = { 'elder-care': { FAKE: 'dies' }, gateway: { FAKE: 'slow' } };
    await expect(start({ environment })).rejects.toThrow(
      /elder-care ended by itself \(exit code 3\)[^]*canary-1/,
    );
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  test('can be given up while it starts', async () => {
    const giveUp = new AbortController();
    const environment = { gateway: { FAKE: 'slow' } };
    const started = start({
      environment,
      signal: giveUp.signal,
      log: (line) => line.includes('5 of 6') && giveUp.abort(),
    });
    await expect(started).rejects.toMatchObject({ name: 'HubStoppedError' });
  });

  test('names the port that is taken and the variable that moves it', async () => {
    const blocker = createServer();
    const [gateway = 0, free = 0] = await anyPorts(2, '127.0.0.1');
    await new Promise<void>((resolve) => blocker.listen(gateway, '127.0.0.1', resolve));
    await expect(start({ ports: { gateway } })).rejects.toThrow(`Port ${gateway} is in use`);
    const moved = start({ ports: { gateway: free, subgraphBase: gateway - 2 } });
    await expect(moved).rejects.toThrow(/SUBGRAPH_BASE_PORT=<port>/);
    await new Promise((resolve) => blocker.close(resolve));
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  test('uses a database of the user where one is configured', async () => {
    const url = 'postgres://elder@db.example/elder';
    await start({ databases: { 'elder-care': { url, migrationUrl: undefined, appRole: undefined } } });
    const env = await environmentOf(hub!.subgraphs['elder-care']!.url);
    expect(env).toMatchObject({ DATABASE_URL: url, MIGRATION_DATABASE_URL: url });
    expect(env['DATABASE_APP_ROLE']).toBeUndefined();
    expect((await environmentOf(hub!.subgraphs['collaboration']!.url))['DATABASE_URL']).toContain(
      '127.0.0.1',
    );
  });
});

describe('a supervisor', () => {
  test('that is killed leaves no process behind: no subgraph, no gateway, no database', async () => {
    const supervisor = spawn(process.execPath, [fixture('supervisor.js'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve) =>
      supervisor.stdout.once('data', (data) => resolve(String(data))),
    );
    const { subgraphs, url } = JSON.parse(line) as { subgraphs: number[]; url: string };
    const postmaster = Number(
      (await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0],
    );
    const all = [...subgraphs, postmaster];
    expect(all.filter(isAlive)).toHaveLength(6);
    supervisor.kill('SIGKILL');
    for (let tries = 0; all.some(isAlive) && tries < 100; tries++) await sleep(100);
    expect(all.filter(isAlive)).toEqual([]);
    await expect(environmentOf(url)).rejects.toThrow();
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
