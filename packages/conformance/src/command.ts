import { writeFile } from 'node:fs/promises';
import { keyFile, makeKeys } from './make-keys.js';
import { parseCommand, UsageError } from './options.js';
import { junitReport } from './report/junit.js';
import { progressLine, textReport } from './report/text.js';
import { runConformance, type Result } from './run.js';

/** 0: passed; 1: not passed; 2: the command cannot be carried out as it was given. */
export type ExitCode = 0 | 1 | 2;

export interface Output {
  /** The report. */
  readonly say: (text: string) => void;
  /** Progress and problems. */
  readonly tell: (line: string) => void;
}

/** The command `npm run conformance`. */
export async function conformanceCommand(args: readonly string[], { say, tell }: Output): Promise<ExitCode> {
  try {
    const command = parseCommand(args);
    if (command.do === 'make-keys') {
      const files = await makeKeys(command.folder);
      say(`${files.join('\n')}

VIEWER_KEY_FILE=${keyFile(command.folder, 'viewer', 'public')}
GRANT_KEY_FILE=${keyFile(command.folder, 'grant', 'public')}
`);
      return 0;
    }
    const { told, only, language, allowPartial, junit, json } = command;
    const progress = (result: Result): void => tell(progressLine(result, language));
    const report = await runConformance(told, { only, progress });
    say(textReport(report, language, allowPartial));
    if (junit !== undefined) await writeFile(junit, junitReport(report));
    if (json !== undefined) await writeFile(json, `${JSON.stringify(report, undefined, 2)}\n`);
    return report.isComplete || (report.isSound && allowPartial) ? 0 : 1;
  } catch (error) {
    // A file that is there already or cannot be written was named by the caller.
    if (!(error instanceof UsageError) && !isFileError(error)) throw error;
    tell(error.message);
    return 2;
  }
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === 'object' && error !== null && 'syscall' in error && 'path' in error;
