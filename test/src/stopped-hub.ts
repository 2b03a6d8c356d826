import { startHub } from '@kasane/local-hub';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The folder of a hub that has run, with the sample in it, and was stopped; a copy of it starts in half the time. Made
 * by the first test of a run that asks, deleted at the run's end. Outside of such a run there is none.
 */
export async function stoppedHub(): Promise<string | undefined> {
  const run = process.env['KASANE_TEST_RUN'];
  if (run === undefined) return undefined;
  const folder = join(tmpdir(), `kasane-stopped-${run}`);
  const whole = join(folder, 'whole');
  while (!existsSync(whole)) {
    if (await isFirst(folder)) await make(folder, whole);
    else await sleep(100);
  }
  return whole;
}

const isFirst = (folder: string): Promise<boolean> =>
  mkdir(folder, { mode: 0o700 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return false;
    },
  );

async function make(folder: string, whole: string): Promise<void> {
  const draft = join(folder, 'draft');
  try {
    await (await startHub({ ports: 'any', dataDir: draft })).stop();
    await rename(draft, whole);
  } catch (error) {
    // Whoever waits tries for itself, and tells its own reason.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
