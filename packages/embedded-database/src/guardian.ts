import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../guardian.sh', import.meta.url));

export interface Guardian {
  watch(pid: number): void;
  dismiss(): void;
}

/**
 * Posts a shell (1 MB) that stops the server when we no longer can: it holds the other end of a pipe of ours.
 * @param remove a folder to delete after the server has stopped
 */
export function postGuardian(cluster: string, remove: string | undefined): Guardian {
  const shell = spawn('/bin/sh', [script, cluster, remove ?? ''], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Its own session: Ctrl-C in the terminal is for us.
    detached: true,
    cwd: '/',
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref?: () => void }).unref?.();
  return {
    watch: (pid) => void shell.stdin.write(`${pid}\n`),
    dismiss: () => void shell.stdin.end('done\n'),
  };
}
