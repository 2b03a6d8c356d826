#!/usr/bin/env node
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { problemsOf, type Answers } from './answers.js';
import { createSector, FolderExistsError } from './create-sector.js';

const usage = `npm run create-sector -- --id <id> --ja <name> --en <name> --concept <record> --concept-ja <name> --category <category> [--port 4006] [--into subgraphs/<id>]

  for example: npm run create-sector -- --id school-education --ja 学校教育 --en "school education" --concept enrolment --concept-ja 在籍 --category SCHOOL`;
const top = fileURLToPath(new URL('../../../', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      id: text,
      ja: text,
      en: text,
      concept: text,
      'concept-ja': text,
      category: text,
      port: { ...text, default: '4006' },
      into: text,
    },
  });
  const given = { ...values, conceptJa: values['concept-ja'] };
  const problems = problemsOf(given as Readonly<Record<keyof Answers, string | undefined>>);
  if (problems.length > 0) {
    complain(`${usage}\n\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    return 1;
  }
  const answers = { ...given, port: Number(values.port) } as unknown as Answers;
  const into = values.into ?? join('subgraphs', answers.id);
  const folder = isAbsolute(into) ? into : join(top, into);
  if (relative(top, folder).startsWith('..')) {
    complain(`--into: a folder of this repository; ${folder} is outside.`);
    return 1;
  }
  const files = await createSector(answers, folder);
  say(files.map((file) => `  ${join(into, file)}`).join('\n'));
  say(`
Next:
  npm install && npm run build && npm test -- ${into}
  Fill in the record, its table and the sample; then join it to a hub:
  put ${join(into, 'registry-entry.json')} into your sector registry, and run npm run supergraph.
  The guide: packages/subgraph-kit/GUIDE.md`);
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof FolderExistsError) && !(error instanceof TypeError)) throw error;
  complain(error.message);
  return 1;
});
