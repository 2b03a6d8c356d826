import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export interface Started {
  readonly pid: number;
  /** What it printed after the word that was waited for. */
  readonly said: string;
  stop(): Promise<void>;
}

/** Starts a script of Node and waits until it says `word …` on a line of its own. */
export function startNode(args: readonly string[], word: RegExp, env: NodeJS.ProcessEnv = {}): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
    });
    const gone = new Promise<void>((left) => child.once('exit', () => left()));
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-10_000);
      const found = word.exec(text);
      if (!found || child.pid === undefined) return;
      resolve({
        pid: child.pid,
        said: found[1]!,
        stop: () => (child.kill('SIGTERM') ? gone : Promise.resolve()),
      });
    });
    void gone.then(() => reject(new Error(`${args.join(' ')} ended before it was ready`)));
  });
}

/** Milliseconds of processor that a process has used. Linux only; 0 elsewhere. */
export async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // In ticks of ten milliseconds: user and system.
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}
