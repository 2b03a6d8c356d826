import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, openSync, closeSync } from 'node:fs';
import { chown, readFile, realpath, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve as absolute } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountFor, commandAs } from './account.js';
import { administer } from './administer.js';
import { findBinaries } from './binaries.js';
import { adminRole, clusterIn, initialise, prepareFolder, readAdminPassword } from './cluster.js';
import { ensureDatabase, type DatabaseUrls } from './ensure-database.js';
import { postGuardian } from './guardian.js';
import { isServing, pidFile, readPostmaster, type Postmaster } from './postmaster.js';

export interface EmbeddedOptions {
  /** Everything of this server lives here: the database files, the administrator's password, the log. */
  readonly dataDir: string;
  /** Default: any free port. The server listens on 127.0.0.1 only. */
  readonly port?: number | undefined;
  /** Told what is going on while it takes long. */
  readonly log?: ((message: string) => void) | undefined;
  /**
   * For tests: fast instead of durable, and the folder is deleted with the server.
   * Never for a ledger that matters: a power cut may lose what was acknowledged.
   */
  readonly disposable?: boolean | undefined;
}

export interface EmbeddedServer {
  readonly port: number;
  /** Superuser, on the database `postgres`. */
  readonly adminUrl: string;
  /** Database and two roles for one subgraph; see {@link ensureDatabase}. */
  ensureDatabase(name: string): Promise<DatabaseUrls>;
  /** Resolves when the server has ended, by `stop` or by itself, with the last lines of its log. */
  readonly exited: Promise<string>;
  /** Ends every connection, writes all to disk, stops. May be called twice. */
  stop(): Promise<void>;
}

/** A server is running on this data folder; it is not ours to stop. */
export class DataFolderInUseError extends Error {
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(`Another PostgreSQL server (process ${pid}) is running on ${dataDir}.`);
    this.name = 'DataFolderInUseError';
  }
}

export class PortInUseError extends Error {
  constructor(readonly port: number) {
    super(`Port ${port} on 127.0.0.1 is in use.`);
    this.name = 'PortInUseError';
  }
}

/**
 * Starts PostgreSQL on a data folder, which is made on the first call.
 *
 * @example
 * const server = await startEmbeddedPostgres({ dataDir: '.kasane/postgres' });
 * const { url, migrationUrl, appRole } = await server.ensureDatabase('elder-care');
 * await server.stop();
 *
 * @throws {DataFolderInUseError} another server lives there
 * @throws {PortInUseError} the port that was asked for is taken
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { log = () => undefined, disposable = false } = options;
  const dataDir = absolute(options.dataDir);
  const cluster = clusterIn(dataDir);
  const binaries = await findBinaries();
  const account = accountFor(cluster);
  const password = await prepareFolder(dataDir, account);
  if (!existsSync(cluster)) {
    log('making the database files');
    await initialise({ dataDir, initdb: binaries.initdb, account, durable: !disposable });
  }
  await waitForPredecessor(cluster, dataDir);

  const logFile = join(dataDir, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const command = commandAs(
      account,
      binaries.postgres,
      ['-D', '.', ...settings(port, disposable)],
      cluster,
    );
    const output = openSync(logFile, 'w', 0o600);
    if (account) await chown(logFile, account.uid, account.gid);
    const guardian = postGuardian(await realpath(cluster), disposable ? await realpath(dataDir) : undefined);
    const child = spawn(command.file, command.args, {
      ...command.options,
      // Its own session: Ctrl-C in the terminal must not stop the database under the subgraphs.
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    if (child.pid !== undefined) guardian.watch(child.pid);
    child.unref();
    const exited = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', () => void lastLines(logFile).then(resolve));
    });
    const failure = await Promise.race([exited, becomesReady(cluster, child).then(() => undefined)]);
    if (failure === undefined) {
      const adminUrl = `postgres://${adminRole}:${password}@127.0.0.1:${port}/postgres`;
      const stop = async (): Promise<void> => {
        await stopProcess(child, exited);
        guardian.dismiss();
        if (disposable) await rm(dataDir, { recursive: true, force: true });
      };
      let stopping: Promise<void> | undefined;
      const server = { ...serverAt(adminUrl), exited, stop: () => (stopping ??= stop()) };
      try {
        await closeSharedDatabases(adminUrl);
      } catch (error) {
        await server.stop();
        throw error;
      }
      return server;
    }
    guardian.dismiss();
    const taken = /could not bind|Address already in use/i.test(failure);
    if (taken && options.port !== undefined) throw new PortInUseError(options.port);
    if (taken && attempt < 5) continue;
    const rival = await readPostmaster(cluster);
    if (rival && (await isServing(cluster, rival))) throw new DataFolderInUseError(dataDir, rival.pid);
    throw new Error(`PostgreSQL did not start on ${dataDir}:\n${failure}`);
  }
}

/**
 * The server that runs on this folder already, or `undefined`: for a command that looks at the databases
 * while the hub runs. Its `stop` does nothing, for the server is somebody else's.
 */
export async function connectEmbeddedPostgres(dataDir: string): Promise<EmbeddedServer | undefined> {
  const cluster = clusterIn(dataDir);
  const postmaster = await readPostmaster(cluster);
  if (postmaster?.status !== 'ready' || !(await isServing(cluster, postmaster))) return undefined;
  const password = await readAdminPassword(dataDir);
  const adminUrl = `postgres://${adminRole}:${password}@127.0.0.1:${postmaster.port}/postgres`;
  return { ...serverAt(adminUrl), exited: new Promise(() => undefined), stop: () => Promise.resolve() };
}

const serverAt = (adminUrl: string): Pick<EmbeddedServer, 'port' | 'adminUrl' | 'ensureDatabase'> => ({
  port: Number(new URL(adminUrl).port),
  adminUrl,
  ensureDatabase: (name) => ensureDatabase(adminUrl, name),
});

/** Small, private, and (unless disposable) as durable as PostgreSQL is by default. */
function settings(port: number, disposable: boolean): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    // Loopback and password are the one way in.
    unix_socket_directories: '',
    max_connections: disposable ? 400 : 120,
    shared_buffers: '32MB',
    max_wal_size: '256MB',
    // One machine, five small databases: no replication, no parallel workers, no compiled queries.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_parallel_workers: 0,
    io_method: 'sync',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_checkpoints: 'off',
    // Messages of failed statements quote the values in them: the log gets none of those.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(disposable
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
      : { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A hub that is just stopping gets time to finish; one that runs is left alone. */
async function waitForPredecessor(cluster: string, dataDir: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  const patience = Date.now() + 1_000;
  let found: Postmaster | undefined;
  while ((found = await readPostmaster(cluster))) {
    if (!(await isServing(cluster, found))) {
      // Left by a crash. PostgreSQL would refuse if the number now belongs to some other process.
      await rm(pidFile(cluster), { force: true });
      return;
    }
    if (Date.now() > (found.status === 'stopping' ? deadline : patience)) {
      throw new DataFolderInUseError(dataDir, found.pid);
    }
    await sleep(50);
  }
}

async function becomesReady(cluster: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return;
    await sleep(10);
  }
  return new Promise(() => undefined);
}

async function stopProcess(child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  // SIGINT: fast shutdown, with a checkpoint. SIGQUIT: at once; the next start recovers from the log.
  child.kill('SIGINT');
  const gone = await Promise.race([exited.then(() => true), sleep(15_000, false, { ref: false })]);
  if (gone) return;
  child.kill('SIGQUIT');
  await exited;
}

/** PUBLIC may connect to the server's own databases by default; the roles of a subgraph have no business there. */
const closeSharedDatabases = (adminUrl: string): Promise<void> =>
  administer(adminUrl, async (client) => {
    await client.query(
      'REVOKE ALL ON DATABASE postgres FROM PUBLIC; REVOKE ALL ON DATABASE template1 FROM PUBLIC',
    );
  });

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-12).join('\n');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
