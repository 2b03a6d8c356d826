import { writeFile } from 'node:fs/promises';
import { parseSubgraphConfig, readRegistry } from './config.js';
import type { DisclosureScope } from './context.js';
import { startSubgraph, subgraphSdl, type SubgraphDefinition } from './subgraph.js';

/**
 * A subgraph's `main`: serves until told to stop, or, with `--print-schema <file>`, writes its schema and ends.
 */
export async function runSubgraph<L, S extends DisclosureScope>(
  definition: SubgraphDefinition<L, S>,
): Promise<void> {
  const [flag, file] = process.argv.slice(2);
  if (flag === '--print-schema' && file !== undefined) {
    await writeFile(file, await subgraphSdl(definition, readRegistry(process.env)));
    return;
  }
  const running = await startSubgraph(definition, parseSubgraphConfig(definition.sector, process.env));
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stopping ??= running.close().then(() => process.exit(0));
    });
}
