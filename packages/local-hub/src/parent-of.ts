import { readFileSync } from 'node:fs';

/** The parent of a process, where the system tells (Linux); `undefined` elsewhere, and when it is gone. */
export function parentOf(pid: number): number | undefined {
  try {
    // `pid (name) state parent …`; the name may hold spaces and brackets.
    const [, , parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ')').split(' ');
    return Number(parent);
  } catch {
    return undefined;
  }
}
