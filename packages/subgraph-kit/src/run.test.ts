import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { defaultRegistry } from '@kasane/vocabulary';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schoolEducation } from './example.fixtures.js';
import { SCHOOL } from './kit.fixtures.js';
import { runSubgraph } from './run.js';

const { argv, env } = process;
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kit-run-'))));
afterEach(() => {
  Object.assign(process, { argv, env });
  rmSync(folder, { recursive: true });
});

async function printSchema(registry?: readonly unknown[]): Promise<string> {
  const [schema, rows] = ['schema.graphql', 'registry.json'].map((name) => join(folder, name)) as [
    string,
    string,
  ];
  if (registry) writeFileSync(rows, JSON.stringify(registry));
  const { SECTOR_REGISTRY: _, ...rest } = env;
  process.env = { ...rest, ...(registry && { SECTOR_REGISTRY: rows }) };
  process.argv = [...argv.slice(0, 2), '--print-schema', schema];
  await runSubgraph(schoolEducation);
  return readFileSync(schema, 'utf8');
}

test('prints the schema of a sector that only the given registry knows', async () => {
  const sdl = await printSchema([...defaultRegistry, SCHOOL]);
  expect(sdl).toContain('schoolEducationGrant: String @external');
  expect(sdl).toContain('schoolEducation: SchoolEducationRecord @requires(fields: "schoolEducationGrant")');
  expect(sdl).toMatch(/grade: String @disclosed\(category: "SCHOOL", tier: "T2"\)/);
});

test('prints nothing of a sector that is in no registry', async () => {
  await expect(printSchema()).rejects.toThrow('no row for school-education');
});
