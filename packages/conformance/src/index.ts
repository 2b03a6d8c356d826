export { Verdict, type Severity } from './check.js';
export { conformanceCommand, type ExitCode, type Output } from './command.js';
export { makeKeys } from './make-keys.js';
export { readSchemas } from './options.js';
export { junitReport } from './report/junit.js';
export { textReport, type Language } from './report/text.js';
export { runConformance, type Report, type Result, type RunOptions } from './run.js';
export type { Told } from './told.js';
