import { composeServices } from '@theguild/federation-composition';
import { defaultRegistry, type SectorEntry } from '@kasane/vocabulary';
import { parse } from 'graphql';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSupergraph } from './execution/supergraph.js';

const subgraphsDir = fileURLToPath(new URL('../../subgraphs/', import.meta.url));
const target = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));

/** What keeps the subgraphs from being one graph. */
export class CompositionError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The subgraphs do not compose:\n- ${problems.join('\n- ')}`);
    this.name = 'CompositionError';
  }
}

/**
 * The supergraph of the registered subgraphs.
 * @throws {CompositionError} listing every problem
 */
export function composeSupergraph(
  registry: readonly SectorEntry[],
  schemas: ReadonlyMap<string, string>,
): string {
  const problems = [
    ...registry
      .filter(({ id }) => !schemas.has(id))
      .map(({ id }) => `${id} is registered and has no schema.graphql`),
    ...[...schemas.keys()]
      .filter((id) => !registry.some((entry) => entry.id === id))
      .map((id) => `${id} has a schema.graphql and is not in the sector registry`),
  ];
  const services = registry.flatMap(({ id, url }) => {
    const schema = schemas.get(id);
    if (schema === undefined) return [];
    try {
      return [{ name: id, url, typeDefs: parse(schema) }];
    } catch (error) {
      problems.push(`${id}: ${(error as Error).message}`);
      return [];
    }
  });
  if (problems.length > 0) throw new CompositionError(problems);
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new CompositionError((errors ?? []).map(({ message }) => message));
  // What composes and cannot be planned on would fail at the start of the gateway, not here.
  readSupergraph(supergraphSdl);
  return `${supergraphSdl.trim()}\n`;
}

/** The `schema.graphql` of every subgraph, by the name of its folder. */
export function readSchemas(directory: string): ReadonlyMap<string, string> {
  const schemas = new Map<string, string>();
  for (const name of readdirSync(directory).sort()) {
    const file = join(directory, name, 'schema.graphql');
    if (existsSync(file)) schemas.set(name, readFileSync(file, 'utf8'));
  }
  return schemas;
}

/** `node dist/compose.js [--check]` @returns the exit code */
export function runCompose(args: readonly string[], say: (line: string) => void): number {
  let composed: string;
  try {
    composed = composeSupergraph(defaultRegistry, readSchemas(subgraphsDir));
  } catch (error) {
    say((error as Error).message);
    return 1;
  }
  const current = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (current === composed) return 0;
  if (args.includes('--check')) {
    say('gateway/supergraph.graphql is stale: run `npm run generate` and commit what it writes.');
    return 1;
  }
  writeFileSync(target, composed);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = runCompose(process.argv.slice(2), (line) => void process.stderr.write(`${line}\n`));
}
