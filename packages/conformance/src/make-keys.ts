import { generateSigningKey } from '@kasane/identity';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which half is for whom: the suite signs with the private ones, the subgraph verifies with the public ones. */
export const keyFile = (folder: string, key: 'viewer' | 'grant', half: 'private' | 'public'): string =>
  join(folder, `${key}.${half}.json`);

/**
 * Two key pairs for a rehearsal: who a viewer is, and what was granted. They are nobody's else: a subgraph that is
 * started with them believes the suite, and not the hub.
 * @throws {Error} when a file is there already: it may be in use
 */
export async function makeKeys(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  for (const key of ['viewer', 'grant'] as const) {
    const pair = await generateSigningKey();
    for (const [half, jwk, mode] of [
      ['private', pair.privateKey, 0o600],
      ['public', pair.publicKey, 0o644],
    ] as const) {
      const file = keyFile(folder, key, half);
      await writeFile(file, `${JSON.stringify(jwk, undefined, 2)}\n`, { mode, flag: 'wx' });
      files.push(file);
    }
  }
  return files;
}
