import type { FolderOptions } from './import-folder.js';

const EVERY_MS = 2_000;
const steps = { JUDGING: '確認', WRITING: '書き込み' } as const;

/** Tells how far a long import has come: percent, lines per second; every two seconds, and not of short ones. */
export function progressTo(
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): NonNullable<FolderOptions['progress']> {
  let current = '';
  let began = now();
  let told = began;
  return (file, step, size, bytes, lines) => {
    if (current !== `${file} ${step}`) {
      current = `${file} ${step}`;
      began = told = now();
    }
    if (now() - told < EVERY_MS) return;
    told = now();
    const speed = Math.round(lines / ((told - began) / 1_000));
    say(
      `… ${file} ${steps[step]} ${Math.floor((bytes / size) * 100)} % (${speed.toLocaleString('ja')} 行/秒)`,
    );
  };
}
