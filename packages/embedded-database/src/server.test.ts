import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { administer } from './administer.js';
import { clusterIn } from './cluster.js';
import { pidFile } from './postmaster.js';
import { connectEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedServer } from './server.js';

let folder: string;
let dataDir: string;
const running: EmbeddedServer[] = [];
const start = async (
  more: { port?: number; disposable?: boolean; log?: (line: string) => void } = {},
): Promise<EmbeddedServer> => {
  const server = await startEmbeddedPostgres({ dataDir, ...more });
  running.push(server);
  return server;
};
const ask = async (url: string, sql: string): Promise<unknown> =>
  administer(
    url,
    async (client) => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0],
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasane-embedded-'));
  // As in a checkout: other accounts may pass. The test of a closed folder closes it.
  await chmod(folder, 0o755);
  dataDir = join(folder, 'postgres');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

describe('a data folder', () => {
  test('is made once and keeps its rows, its roles and their passwords', async () => {
    const log: string[] = [];
    const first = await start({ log: (line) => log.push(line) });
    const before = await first.ensureDatabase('child-family');
    await ask(before.migrationUrl, 'CREATE TABLE plan AS SELECT 7 AS id');
    await first.stop();
    const second = await start({ log: (line) => log.push(line) });
    const after = await second.ensureDatabase('child-family');
    expect(await ask(after.url, 'SELECT id FROM plan')).toBe(7);
    expect(new URL(after.url).password).toBe(new URL(before.url).password);
    expect(log).toEqual(['making the database files']);
  });

  test('keeps its secrets to its owner, and has others than the next folder', async () => {
    const server = await start();
    const { mode } = await stat(join(dataDir, 'admin-password'));
    expect(mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    const other = await startEmbeddedPostgres({ dataDir: join(folder, 'other') });
    running.push(other);
    expect(new URL(other.adminUrl).password).not.toBe(new URL(server.adminUrl).password);
  });

  test('that a killed initialisation left half made is made again', async () => {
    const half = join(dataDir, 'cluster.new-999999999');
    await mkdir(join(half, 'base'), { recursive: true });
    await writeFile(join(half, 'PG_VERSION'), '18\n');
    const server = await start();
    expect(await ask(server.adminUrl, 'SELECT 1')).toBe(1);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
  });

  test('with a process number left by a crash is taken over, even when another process has that number now', async () => {
    await (await start()).stop();
    await writeFile(
      pidFile(clusterIn(dataDir)),
      `${process.pid}\n${dataDir}\n0\n5432\n\n127.0.0.1\n\nready\n`,
    );
    expect(await connectEmbeddedPostgres(dataDir)).toBeUndefined();
    const server = await start();
    expect(await ask(server.adminUrl, 'SELECT 1')).toBe(1);
  });

  test('that another server uses is refused, and that server goes on', async () => {
    const server = await start();
    const pid = await pidOf(dataDir);
    await expect(start()).rejects.toMatchObject({ name: 'DataFolderInUseError', pid, dataDir });
    expect(await ask(server.adminUrl, 'SELECT 1')).toBe(1);
  });

  test('started twice at the same instant has one server', async () => {
    const results = await Promise.allSettled([start(), start()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'DataFolderInUseError' },
    });
  });

  test('may lie in a folder that is closed to other accounts', async () => {
    await chmod(folder, 0o700);
    const server = await start();
    expect(await ask(server.adminUrl, 'SELECT 1')).toBe(1);
  });
});

describe('a server', () => {
  test('is durable unless it is disposable', async () => {
    const durable = await start();
    expect(
      await ask(durable.adminUrl, `SELECT current_setting('fsync') || current_setting('synchronous_commit')`),
    ).toBe('onon');
    await durable.stop();
    const disposable = await start({ disposable: true });
    expect(await ask(disposable.adminUrl, 'SHOW fsync')).toBe('off');
    await disposable.stop();
    expect(existsSync(dataDir)).toBe(false);
  });

  test('on a port that is taken says which', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    await expect(start({ port })).rejects.toMatchObject({ name: 'PortInUseError', port });
    await new Promise((resolve) => blocker.close(resolve));
    expect((await start({ port })).port).toBe(port);
  });

  test('is for its own machine, lets a second program look, and keeps values out of its log', async () => {
    const server = await start({ disposable: true });
    expect(await ask(server.adminUrl, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await ask(server.adminUrl, 'SHOW unix_socket_directories')).toBe('');

    const guest = await connectEmbeddedPostgres(dataDir);
    expect(guest?.adminUrl).toBe(server.adminUrl);
    await guest?.stop();

    const { migrationUrl } = await server.ensureDatabase('x');
    await ask(migrationUrl, 'CREATE TABLE t (name text UNIQUE)');
    await ask(migrationUrl, `INSERT INTO t VALUES ('canary-4711')`);
    await expect(ask(migrationUrl, `INSERT INTO t VALUES ('canary-4711')`)).rejects.toThrow('duplicate key');
    await expect(ask(server.adminUrl, `SELECT 'canary-4711'::int`)).rejects.toThrow('canary-4711');
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('canary');
    await server.stop();
    expect(await connectEmbeddedPostgres(dataDir)).toBeUndefined();
  });

  test('tells when it ended by itself', async () => {
    const server = await start();
    const pid = await pidOf(dataDir);
    process.kill(pid, 'SIGINT');
    expect(await server.exited).toContain('shut down');
    await server.stop();
  });

  test('stops when the process that started it is killed', async () => {
    const built = fileURLToPath(new URL('../dist/index.js', import.meta.url));
    const program = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(built)});
      await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, disposable: true });
      console.log('ready');
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const pid = await pidOf(dataDir);
    parent.kill('SIGKILL');
    await untilGone(pid);
    for (let tries = 0; existsSync(dataDir) && tries < 100; tries++) await sleep(50);
    expect(existsSync(dataDir)).toBe(false);
  });
});

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
  throw new Error(`process ${pid} still runs`);
}

const pidOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(pidFile(clusterIn(dataDir)), 'utf8')).split('\n')[0]);
