import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the sources: packages are not compiled. */
const folder = fileURLToPath(new URL('../../src/federation-suite', import.meta.url));
const suite = join(folder, 'node_modules/@apollo/federation-subgraph-compatibility-tests');

export const suitePath = (path: string): string => join(suite, path);

/** What jest wrote, as the suite's own runner gives it. */
interface SuiteModule {
  readonly TESTS: readonly { readonly assertion: string; readonly column: string }[];
  runJest(productsUrl: string): Promise<{
    readonly rawResults: JestResults;
    readonly assertions: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }>;
}

export interface JestResults {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly success: boolean;
}

/**
 * The suite is no dependency of the hub: it is installed when it is first run. Without its install script, which would
 * download rover.
 * @throws {Error} saying what npm said
 */
export function installSuite(say: (line: string) => void): void {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return;
  say('Installing the compatibility suite (first time) …');
  const { status, stderr } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-workspaces', '--prefix', folder],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The compatibility suite cannot be installed:\n${stderr}`);
}

/**
 * Runs every test of the suite, by its own jest.
 * @returns what jest wrote, and what is wrong: a failed test, and a promise of the suite that no test kept
 */
export async function runSuite(
  productsUrl: string,
  say: (line: string) => void,
): Promise<{ readonly results: JestResults; readonly problems: readonly string[] }> {
  const { TESTS, runJest } = createRequire(import.meta.url)(suitePath('dist/testRunner.js')) as SuiteModule;
  const { rawResults, assertions } = await runJest(productsUrl);
  const problems = assertions
    .filter(({ status }) => status !== 'passed')
    .map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`);
  for (const { assertion, column } of TESTS) {
    const tests = assertions.filter(({ fullName }) => fullName.startsWith(assertion));
    const passed = tests.filter(({ status }) => status === 'passed');
    say(`${column.padEnd(18)} ${passed.length} of ${tests.length}`);
    if (tests.length === 0) problems.push(`${column}: no test of it ran`);
  }
  if (!rawResults.success && problems.length === 0) problems.push('jest itself failed');
  return { results: rawResults, problems };
}
