// What `npm start` and `npm test` need before they run: the packages of the lock file, and a build.
// Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

function run(label, command, args) {
  // On stderr: what a command prints on stdout, a token for instance, is for scripts.
  console.error(label);
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: top,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(stdout, stderr);
  process.exit(status ?? 1);
}

const installed = join(top, 'node_modules', '.package-lock.json');
const lock = join(top, 'package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  run('Installing packages (first time, about a minute) …', 'npm', ['ci', '--no-audit', '--no-fund']);
}
run('Building …', 'npx', ['--no-install', 'turbo', 'run', 'build', '--output-logs=errors-only']);
