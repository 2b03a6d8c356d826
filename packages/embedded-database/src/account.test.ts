import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountFor, commandAs } from './account.js';

let folder: string;
beforeEach(async () => {
  // 0700, as `mktemp -d` and root's home are.
  folder = await mkdtemp(join(tmpdir(), 'kasane-account-'));
  await mkdir(join(folder, 'data'), { mode: 0o777 });
  await writeFile(join(folder, 'program'), '#!/bin/sh\n');
  await chmod(join(folder, 'program'), 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (script: string): string => {
  const data = join(folder, 'data');
  const { file, args, options } = commandAs(
    accountFor(join(data, 'cluster')),
    '/bin/sh',
    ['-c', script],
    data,
  );
  const { uid, gid } = options;
  return execFileSync(file, args, {
    cwd: data,
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
};

test('a program runs as somebody else than root', () => {
  expect(run('id -u')).not.toBe('0');
});

test('it reaches a folder that is closed to that account, and may ask whether it does, as initdb asks', () => {
  expect(run(`test -x ${folder}/program && ls ${folder}`)).toBe('data\nprogram');
});

test('beyond that it has no right of root', () => {
  expect(() => run('chown 0 .')).toThrow();
  expect(run('grep CapEff /proc/self/status || true')).toMatch(/^(CapEff:\s+0{15}[02])?$/);
});
