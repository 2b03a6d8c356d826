import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKeys } from './keys.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasane-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = async (file: string): Promise<Record<string, string>> =>
  JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;

test('keys are made once, even by two starts at the same instant', async () => {
  const [first, second] = await Promise.all([ensureKeys(folder), ensureKeys(folder)]);
  const before = await read(first.viewer.privateFile);
  expect(await read(second.viewer.privateFile)).toEqual(before);
  await ensureKeys(folder);
  expect(await read(first.viewer.privateFile)).toEqual(before);
});

test('each has a private half for this user alone and a public half that belongs to it', async () => {
  const keys = await ensureKeys(folder);
  const halves = Object.values(keys) as { privateFile: string; publicFile: string }[];
  for (const { privateFile, publicFile } of halves) {
    expect((await stat(privateFile)).mode & 0o777).toBe(0o600);
    const { d, ...rest } = await read(privateFile);
    expect(d).toBeDefined();
    expect(await read(publicFile)).toEqual(rest);
  }
  const ids = await Promise.all(halves.map(async ({ publicFile }) => (await read(publicFile))['kid']));
  expect(new Set(ids).size).toBe(3);
});
