import { readdirSync } from 'node:fs';
import { URL } from 'node:url';

// The tests that kill mutants, as one suite: what a suite costs to load is paid once per mutant instead of ten times.
// They are the same ones every time. Tests of properties draw new worlds in each run, so a number that rests on them
// could not be repeated; the committed rule book would tell of every changed word without knowing whether it is right;
// those of speed and of other folders tell nothing about a mutant.
const leftOut = /\.(property|speed)\.test\.ts$|(hard-cases|rule-book)\.test\.ts$/;

const sources = new URL('../packages/disclosure/src/', import.meta.url);
const files = readdirSync(sources, { recursive: true }).filter((file) => file.endsWith('.test.ts'));
for (const file of files.filter((name) => !leftOut.test(name)).sort())
  await import(new URL(file, sources).pathname);
