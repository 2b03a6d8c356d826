// Adds up what jest wrote with --json. A test that was skipped, left as todo or never run proves nothing: it fails.
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

const print = (line) => process.stdout.write(`${line}\n`);
let [passed, failed, skipped] = [0, 0, 0];
for (const file of process.argv.slice(2).filter((name) => existsSync(name))) {
  const run = JSON.parse(readFileSync(file, 'utf8'));
  const notRun = run.numPendingTests + run.numTodoTests;
  print(`Test Suites: ${run.numFailedTestSuites} failed, ${run.numPassedTestSuites} passed`);
  print(`Tests:       ${run.numFailedTests} failed, ${notRun} skipped, ${run.numPassedTests} passed`);
  passed += run.numPassedTests;
  skipped += notRun;
  // A suite that does not even load has no tests to count: it is one failure.
  failed += run.numFailedTests + run.numRuntimeErrorTestSuites;
}
print(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = passed > 0 && failed === 0 && skipped === 0 ? 0 : 1;
