import { readdir, readFile } from 'node:fs/promises';

/**
 * Memory of a process and everything it started, in MB: proportional set size, so that what processes share is
 * counted once. Linux only; `undefined` elsewhere.
 */
export async function memoryOf(root: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const family = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(family)];
  const sizes = await Promise.all(family(root).map(proportionalSize));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** In kB; a process that has just ended counts nothing. */
async function proportionalSize(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
}
