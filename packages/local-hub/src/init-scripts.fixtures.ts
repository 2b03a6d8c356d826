import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const docker = fileURLToPath(new URL('../docker/', import.meta.url));

export interface Statement {
  /** Arguments of the client, e.g. `['--dbname', 'elder_care']`. */
  readonly args: readonly string[];
  readonly sql: string;
}

/** Runs an init script of the compose file with a client that writes down what it is told, for tests. */
export async function recordInitScript(
  script: string,
  client: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly Statement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kasane-init-'));
  try {
    const file = join(folder, client);
    const program = `#!/bin/sh\nn=$(ls "$RECORD" | grep -c args)\nprintf '%s\\n' "$@" > "$RECORD/$n.args"\ncat > "$RECORD/$n.sql"\n`;
    await writeFile(file, program);
    await chmod(file, 0o755);
    await promisify(execFile)('/bin/sh', [join(docker, script)], {
      env: { ...env, PATH: `${folder}:/usr/bin:/bin`, RECORD: folder },
    });
    const count = (await readdir(folder)).filter((name) => name.endsWith('.args')).length;
    return await Promise.all(
      Array.from({ length: count }, async (_, at) => ({
        args: (await readFile(join(folder, `${at}.args`), 'utf8')).trim().split('\n'),
        sql: await readFile(join(folder, `${at}.sql`), 'utf8'),
      })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
