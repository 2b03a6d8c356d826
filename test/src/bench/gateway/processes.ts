import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export interface Started {
  readonly pid: number;
  /** What it printed after the word that was waited for. */
  readonly said: string;
  stop(): Promise<void>;
  /** Without a word: what it was doing is lost. */
  kill(): Promise<void>;
}

/** Starts a script of Node and waits until it says `word …` on a line of its own. */
export function startNode(
  args: readonly string[],
  word: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
    });
    // Should the bench itself be stopped, nothing of it stays.
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    const gone = new Promise<void>((left) => child.once('exit', () => left()));
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-10_000);
      const found = word.exec(text);
      if (!found || child.pid === undefined) return;
      resolve({
        pid: child.pid,
        said: found[1]!,
        stop: () => {
          // Some stay for whoever is still connected.
          const late = setTimeout(() => child.kill('SIGKILL'), 1_000);
          return child.kill('SIGTERM') ? gone.finally(() => clearTimeout(late)) : Promise.resolve();
        },
        kill: () => (child.kill('SIGKILL') ? gone : Promise.resolve()),
      });
    });
    void gone.then(() => reject(new Error(`${args.join(' ')} ended before it was ready`)));
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Resident memory of a process in kB. Linux only; 0 elsewhere. */
export async function residentKb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}

/** Milliseconds of processor that a process has used. Linux only; 0 elsewhere. */
export async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // In ticks of ten milliseconds: user and system.
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}
