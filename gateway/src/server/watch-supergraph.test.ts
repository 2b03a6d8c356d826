import { afterEach, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { watchSupergraph, type Reloader } from './watch-supergraph.js';

const folder = mkdtempSync(join(tmpdir(), 'kasane-watch-'));
const file = join(folder, 'supergraph.graphql');
let watch: Reloader;
let log = '';
let serving: string[];
const logger = pino({ level: 'info' }, { write: (line: string) => void (log += line) });
afterEach(() => watch.stop());

function begin(): void {
  log = '';
  serving = [];
  writeFileSync(file, 'first');
  watch = watchSupergraph('first', {
    file,
    read: (path) => readFileSync(path, 'utf8'),
    serve: (sdl) => {
      if (sdl === 'broken') throw new Error('not a supergraph');
      serving.push(sdl);
    },
    logger,
    everyMs: 20,
    restMs: 150,
  });
}
const until = async (condition: () => boolean): Promise<void> => {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 5_000) throw new Error(`waited in vain; ${log}`);
    await sleep(20);
  }
};

test('a new file is served once it rests, not while it is being written', async () => {
  begin();
  await sleep(60);
  for (const part of ['se', 'sec', 'second']) {
    writeFileSync(file, part);
    await sleep(60);
  }
  await until(() => serving.length > 0);
  await sleep(250);
  expect(serving).toEqual(['second']);
});

test('a broken one is refused once, and the next good one is served', async () => {
  begin();
  await sleep(60);
  writeFileSync(file, 'broken');
  await until(() => log.includes('refused'));
  await sleep(250);
  expect(log.match(/refused/g)).toHaveLength(1);
  writeFileSync(file, 'third');
  await until(() => serving.length > 0);
  expect(serving).toEqual(['third']);
});

test('a file that is gone changes nothing, and can be looked at again when told to', async () => {
  begin();
  await sleep(60);
  rmSync(file);
  await until(() => log.includes('refused'));
  expect(serving).toEqual([]);
  writeFileSync(file, 'fourth');
  watch.reload();
  expect(serving).toEqual(['fourth']);
});
