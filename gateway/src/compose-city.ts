import { COLLABORATION, parseRegistry, type SectorEntry } from '@kasane/vocabulary';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { composeSupergraph, CompositionError, readSchemas } from './compose.js';

const subgraphsDir = fileURLToPath(new URL('../../subgraphs/', import.meta.url));
const usage =
  'npm run supergraph -- --registry <registry.json> [--schema <sector id>=<schema.graphql> …] --out <supergraph.graphql>';

/**
 * The supergraph of a city's own registry: the sectors of this repository that it registers, and others by the schema
 * that each printed. Collaboration prints its schema anew, for it has a grant field for each sector.
 * @throws {CompositionError} listing every problem
 */
export async function composeCity(
  registryFile: string,
  schemas: ReadonlyMap<string, string>,
): Promise<string> {
  const registry: readonly SectorEntry[] = parseRegistry(await readFile(registryFile, 'utf8'));
  const known = new Map(
    [...readSchemas(subgraphsDir), ...schemas].filter(([id]) => registry.some((entry) => entry.id === id)),
  );
  known.set(COLLABORATION, await collaborationSchema(resolve(registryFile)));
  const strangers = [...schemas.keys()].filter((id) => !known.has(id));
  if (strangers.length > 0)
    throw new CompositionError(strangers.map((id) => `${id} is not in ${registryFile}`));
  return composeSupergraph(registry, known);
}

async function collaborationSchema(registryFile: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kasane-schema-'));
  try {
    const file = join(folder, 'schema.graphql');
    await promisify(execFile)(
      process.execPath,
      [join(subgraphsDir, COLLABORATION, 'dist', 'main.js'), '--print-schema', file],
      { env: { ...process.env, SECTOR_REGISTRY: registryFile } },
    );
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns the exit code */
export async function runComposeCity(args: readonly string[], say: (line: string) => void): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        registry: { type: 'string' },
        schema: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
      },
    });
    const { registry, schema, out } = values;
    const named = schema.map((given) => /^([a-z][a-z0-9-]*)=(.+)$/.exec(given));
    if (registry === undefined || out === undefined || named.includes(null)) {
      say(usage);
      return 1;
    }
    const schemas = await Promise.all(
      named.map(async (match) => [match?.[1] ?? '', await readFile(match?.[2] ?? '', 'utf8')] as const),
    );
    await writeFile(out, await composeCity(registry, new Map(schemas)));
    say(`Wrote ${out}. Start the hub with SECTOR_REGISTRY=${registry} SUPERGRAPH=${out}.`);
    return 0;
  } catch (error) {
    say((error as Error).message);
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await runComposeCity(
    process.argv.slice(2),
    (line) => void process.stderr.write(`${line}\n`),
  );
}
