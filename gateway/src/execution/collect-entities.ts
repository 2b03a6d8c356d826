import type { JsonObject } from './json.js';
import { compileWalk } from './paths.js';
import type { EntityBatchAlias } from './planner.js';
import { compileRepresent, withheld } from './representation.js';
import type { Run } from './run.js';
import type { Supergraph } from './supergraph.js';

/** The objects that share one representation, and so one entity of the answer. */
export interface Asked {
  readonly targets: JsonObject[];
  /** By which of the batch's paths each target was found. */
  readonly paths: number[];
}

/** What is asked of a subgraph: each different entity once. */
export interface Collected {
  readonly asked: readonly Asked[];
  /** As the subgraph is told them, in the same order. */
  readonly representations: string;
  /** Somebody granted nothing to the sector, and was left out. */
  readonly isWithheld: boolean;
}

export type Collect = (run: Run) => Collected;

export interface CollectCompiler {
  readonly supergraph: Supergraph;
  readonly grantSuffix: string | undefined;
  /** Those of this plan so far: several sectors are often told the same of the same people. */
  readonly collects: Map<string, Collect>;
}

export function compileCollect(
  subgraph: string,
  batch: EntityBatchAlias,
  { supergraph, grantSuffix, collects }: CollectCompiler,
): Collect {
  const { paths, requires, inputRewrites } = batch;
  // What one subgraph takes for a key may be none for another.
  const keys = requires.map((each) =>
    each.kind === 'InlineFragment' && !inputRewrites?.length && !supergraph.isAbstract(each.typeCondition)
      ? supergraph.keysOf(subgraph, each.typeCondition)
      : subgraph,
  );
  const id = JSON.stringify([paths, requires, keys, inputRewrites?.length ? subgraph : null]);
  const known = collects.get(id);
  if (known) return known;
  const walks = paths.map((path) => compileWalk(path, supergraph));
  const represent = compileRepresent({ subgraph, grantSuffix, ...batch }, supergraph);

  const collect: Collect = (run) => {
    const last = run.collected.get(collect);
    if (last?.version === run.version) return last.found;
    const entities = new Map<string, Asked>();
    let isWithheld = false;
    for (let path = 0; path < walks.length; path++)
      walks[path]!(run.data, (target) => {
        const representation = represent(target, run.isTrue);
        if (representation === undefined) return;
        if (representation === withheld) return void (isWithheld = true);
        const others = entities.get(representation);
        if (others) {
          others.targets.push(target);
          others.paths.push(path);
        } else entities.set(representation, { targets: [target], paths: [path] });
      });
    const found = {
      asked: [...entities.values()],
      representations: [...entities.keys()].join(','),
      isWithheld,
    };
    run.collected.set(collect, { version: run.version, found });
    return found;
  };
  collects.set(id, collect);
  return collect;
}
