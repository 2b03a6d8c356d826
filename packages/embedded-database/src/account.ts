import { execFileSync, type SpawnOptions } from 'node:child_process';
import { constants, existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root; started by root it runs as this account. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'>;
}

/**
 * Nobody to change into, unless this process is root. A data folder keeps the account that made it;
 * a new one gets `postgres`, or `nobody` where there is no such account: no account is made on the machine.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account) return account;
  throw new Error('PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody".');
}

function lookUp(name: string): Account | undefined {
  const id = (what: string): number =>
    Number(execFileSync('id', [what, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    const account = { uid: id('-u'), gid: id('-g') };
    return account.uid > 0 ? account : undefined;
  } catch {
    return undefined;
  }
}

/**
 * How to run `program` as `account`. Root's own folders (`/root`, `mktemp -d`) are closed to other accounts:
 * there, `setpriv` changes the account and leaves the one capability to pass closed folders.
 */
export function commandAs(
  account: Account | undefined,
  program: string,
  args: readonly string[],
  folder: string,
): Command {
  const cwd = folder;
  if (!account) return { file: program, args, options: { cwd } };
  const closed = [program, folder]
    .map((path) => closedFolder(path, account))
    .find((path) => path !== undefined);
  if (closed === undefined) return { file: program, args, options: { cwd, ...account } };
  const setpriv = onPath('setpriv');
  if (setpriv === undefined) {
    throw new Error(
      `PostgreSQL does not run as root, and the account it runs as (uid ${account.uid}) may not enter ${closed}. ` +
        'Start the hub as another user, or from a folder that everybody may enter.',
    );
  }
  const change = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  // Without the secure bit, access(2) would leave the capability out of account, and initdb asks access(2).
  const keep = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { file: setpriv, args: [...change, ...keep, program, ...args], options: { cwd } };
}

/** The first folder on the way to `path` that `account` may not enter. */
function closedFolder(path: string, account: Account): string | undefined {
  const folders: string[] = [];
  for (let folder = dirname(realpathSync(path)); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => {
    const { mode, uid, gid } = statSync(folder);
    if (uid === account.uid) return (mode & constants.S_IXUSR) === 0;
    if (gid === account.gid) return (mode & constants.S_IXGRP) === 0;
    return (mode & constants.S_IXOTH) === 0;
  });
}

const onPath = (program: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
