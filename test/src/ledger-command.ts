import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestHub } from './test-hub.js';

export interface CommandResult {
  readonly code: number | null;
  /** stdout, then stderr. */
  readonly output: string;
}

/** A command that `npm run ledger:…` runs, on this hub. */
export async function runLedgerCommand(
  hub: TestHub,
  command: 'verify-ledgers' | 'checkpoint-ledgers' | 'reconcile-ledgers',
  ...options: readonly string[]
): Promise<CommandResult> {
  const file = fileURLToPath(new URL(`../../packages/local-hub/dist/${command}.js`, import.meta.url));
  const child = spawn(process.execPath, [file, ...options], {
    env: { ...process.env, KASANE_DATA: hub.dataDir },
  });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (chunk: string) => (written[stream] += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output: written.stdout + written.stderr };
}

/** The lines that begin with this sign. */
export const marked = ({ output }: CommandResult, sign: '✓' | '✗'): readonly string[] =>
  output.split('\n').filter((line) => line.startsWith(sign));
