import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Program {
  readonly name: string;
  /** Compiled entry point. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Where it says that it is ready. */
  readonly readyUrl: string;
}

export interface Child {
  readonly program: Program;
  readonly pid: number;
  /** How it ended: `exit code 1`, `signal SIGKILL`. Never rejects. */
  readonly exited: Promise<string>;
  isRunning(): boolean;
  lastLines(): Promise<string>;
  /** Asks it to leave, and insists after `graceMs`. */
  stop(signal?: NodeJS.Signals, graceMs?: number): Promise<void>;
}

/** Enough for the sample hub many times over; a leak shows instead of swallowing the machine. */
const memory = ['--max-old-space-size=256', '--max-semi-space-size=32'];
const preload = new URL('../dist/exit-with-parent.js', import.meta.url).href;

/** Starts a program of the hub. It ends with this process, whatever happens to either. */
export function startChild(program: Program): Child {
  const log = openSync(program.logFile, 'a', 0o600);
  const child = spawn(process.execPath, [...memory, '--import', preload, program.file], {
    env: program.env,
    // Its stdin tells it that we live. Its output goes straight to the file, so that nothing waits for us.
    stdio: ['pipe', log, log],
    // Its own session: Ctrl-C in the terminal is for us, and we stop all in the right order.
    detached: true,
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  let ended: string | undefined;
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve((ended = error.message)));
    child.once('exit', (code, signal) =>
      resolve((ended = signal === null ? `exit code ${code}` : `signal ${signal}`)),
    );
  });
  return {
    program,
    pid: child.pid ?? -1,
    exited,
    isRunning: () => ended === undefined,
    lastLines: () => lastLines(program.logFile),
    async stop(signal = 'SIGTERM', graceMs = 12_000) {
      if (ended !== undefined) return;
      child.kill(signal);
      const left = await Promise.race([exited.then(() => true), sleep(graceMs, false, { ref: false })]);
      if (left) return;
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function lastLines(file: string, count = 15): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** Resolves when the program says that it is ready. @throws {Error} when it ends first or takes too long */
export async function untilReady(child: Child, timeoutMs: number): Promise<void> {
  const { name, readyUrl } = child.program;
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (!child.isRunning()) throw await diedError(child);
    if (await answers(readyUrl)) return;
    await Promise.race([child.exited, sleep(50)]);
  }
  throw new Error(
    `${name} was not ready after ${Math.round(timeoutMs / 1000)} s.\n${await child.lastLines()}`,
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

export async function diedError(child: Child): Promise<Error> {
  const how = await child.exited;
  const lines = await child.lastLines();
  const { name, logFile } = child.program;
  return new Error(
    `${name} ended by itself (${how}). Its last words, from ${logFile}:\n${lines || '(none)'}`,
  );
}
