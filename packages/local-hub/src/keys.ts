import { generateSigningKey, readKeyFile } from '@kasane/identity';
import { randomBytes } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface KeyFiles {
  /** Ed25519 JWK, readable by this user alone. */
  readonly privateFile: string;
  readonly publicFile: string;
}

export interface HubKeys {
  /** The gateway's: who a viewer is. */
  readonly viewer: KeyFiles;
  /** Collaboration's: what was granted. */
  readonly grant: KeyFiles;
  /** The development issuer's: who signed in. Real hubs have an OpenID provider instead. */
  readonly signIn: KeyFiles;
}

/**
 * Who holds which private key. Each holder has a folder of its own, to be given to that process alone; the public
 * halves lie together in `public`.
 */
const holders = {
  viewer: 'gateway',
  grant: 'collaboration',
  signIn: 'sign-in',
  // No process of the hub has it: who runs the hub seals the ledgers with it, and keeps it apart from their databases.
  checkpoint: 'checkpoint',
} as const;
type KeyName = keyof typeof holders;

/** The hub's three keys in `folder`, made on the first call. */
export async function ensureKeys(folder: string): Promise<HubKeys> {
  const [viewer, grant, signIn] = await Promise.all([
    ensureKey(folder, 'viewer'),
    ensureKey(folder, 'grant'),
    ensureKey(folder, 'signIn'),
  ]);
  return { viewer, grant, signIn };
}

/** One of them, for a process that has no business with the others. */
export async function ensureKey(folder: string, key: KeyName): Promise<KeyFiles> {
  const files = {
    privateFile: join(folder, holders[key], `${key}.private.json`),
    publicFile: publicKeyFile(folder, key),
  };
  await mkdir(join(folder, holders[key]), { recursive: true, mode: 0o700 });
  await mkdir(join(folder, 'public'), { recursive: true, mode: 0o755 });
  const { privateKey } = await generateSigningKey();
  await createOnce(files.privateFile, privateKey, 0o600);
  // The public half follows from the private one that is in use, so that the two always belong together.
  const { d: _private, ...publicKey } = readKeyFile(files.privateFile);
  await rm(files.publicFile, { force: true });
  await createOnce(files.publicFile, publicKey, 0o644);
  return files;
}

/** Where the public half of a key lies. */
export const publicKeyFile = (folder: string, key: KeyName): string =>
  join(folder, 'public', `${key}.public.json`);

/** A file that exists is whole, and two starts at once agree on one: a link is made completely or not at all. */
async function createOnce(file: string, content: object, mode: number): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(content, undefined, 2)}\n`, { mode });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}
