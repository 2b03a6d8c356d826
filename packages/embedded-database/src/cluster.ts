import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandAs, type Account } from './account.js';

export const adminRole = 'kasane_admin';
/** Initialisations of this process that are under way: not half made, but being made. */
const drafts = new Set<string>();

export const clusterIn = (dataDir: string): string => join(dataDir, 'cluster');
const passwordFile = (dataDir: string): string => join(dataDir, 'admin-password');

export const readAdminPassword = (dataDir: string): Promise<string> =>
  readFile(passwordFile(dataDir), 'utf8');

/** The folder, closed to everyone else, and the administrator's password in it. */
export async function prepareFolder(dataDir: string, account: Account | undefined): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    await chmod(dataDir, 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new Error(`The data folder ${dataDir} belongs to another user of this machine.`, { cause: error });
  }
  if (account) await chown(dataDir, account.uid, account.gid);
  const draft = join(dataDir, `admin-password.${process.pid}-${randomBytes(4).toString('hex')}`);
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  if (account) await chown(draft, account.uid, account.gid);
  // A link is made whole or not at all, and never over a password that is in use.
  await link(draft, passwordFile(dataDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readAdminPassword(dataDir);
}

/** Makes the PostgreSQL folder under another name first: one that carries its name is whole. */
export async function initialise(options: {
  readonly dataDir: string;
  readonly initdb: string;
  readonly account: Account | undefined;
  readonly durable: boolean;
}): Promise<void> {
  const { dataDir } = options;
  await removeHalfMade(dataDir);
  const draft = join(dataDir, `cluster.new-${process.pid}-${randomBytes(4).toString('hex')}`);
  drafts.add(draft);
  try {
    await makeCluster(draft, options);
    await rename(draft, clusterIn(dataDir));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another start was faster; its folder is as good.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  } finally {
    drafts.delete(draft);
  }
}

async function makeCluster(
  draft: string,
  { dataDir, initdb, account, durable }: Parameters<typeof initialise>[0],
): Promise<void> {
  await mkdir(draft, { mode: 0o700 });
  if (account) await chown(draft, account.uid, account.gid);
  const args = [
    `--pgdata=${draft}`,
    `--username=${adminRole}`,
    `--pwfile=${passwordFile(dataDir)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of text on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const command = commandAs(account, initdb, args, dataDir);
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      ...command.options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(
            new Error(`PostgreSQL could not make its folder (initdb: ${code ?? signal}):\n${said.trim()}`),
          ),
    );
  });
}

/** What a killed initialisation left behind; one that still runs is left alone. */
async function removeHalfMade(dataDir: string): Promise<void> {
  for (const entry of await readdir(dataDir)) {
    const pid = Number(/^cluster\.new-(\d+)/.exec(entry)?.[1]);
    if (!Number.isInteger(pid) || drafts.has(join(dataDir, entry))) continue;
    if (pid !== process.pid && isAlive(pid)) continue;
    await rm(join(dataDir, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
