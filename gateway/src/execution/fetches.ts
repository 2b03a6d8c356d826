import { askedKeys } from './asked-keys.js';
import type { AskSubgraph } from './ask-subgraph.js';
import { compileCollect, type Asked, type CollectCompiler } from './collect-entities.js';
import { keepAsWritten } from './as-written.js';
import { isJsonObject, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { PassThroughs } from './pass-through.js';
import { locate, type ResponsePath } from './paths.js';
import type { EntityBatchAlias, FetchNode } from './planner.js';
import { compileRewrites } from './rewrites.js';
import type { Run } from './run.js';
import { takeOver } from './subgraph-errors.js';
import type { Supergraph } from './supergraph.js';

/** One step of a compiled plan. `undefined`: it had nothing to wait for. */
export type Step = (run: Run) => Promise<void> | undefined;

export interface FetchCompiler extends CollectCompiler {
  readonly ask: AskSubgraph;
  /** Name in the plan → the client's name of a variable. */
  readonly clientVariable: (name: string) => string;
  readonly passThroughs: PassThroughs;
}

/** A fetch of root fields: what it brings goes to the top of the data. */
export function compileRootFetch(node: FetchNode, compiler: FetchCompiler): Step {
  const { serviceName: subgraph } = node;
  const bodyFor = compileBody(node.operation, node.variableUsages, compiler);
  const rewrite = compileRewrites(node.outputRewrites, compiler.supergraph);
  const { root: keys } = askedKeys(node.operation, node.outputRewrites);
  const isRepeatable = node.operationKind !== 'mutation';
  return async (run) => {
    const answer = await compiler.ask(run, subgraph, bodyFor(run, []), isRepeatable);
    if (!answer) return;
    if (answer.errors.length > 0) takeOver(run, subgraph, answer.errors, (path) => path);
    if (!answer.data) return;
    rewrite?.(answer.data);
    run.version++;
    mergeInto(run.data, answer.data, keys);
  };
}

/**
 * A fetch of entities: collects the objects that lie on the paths, tells the subgraph each different one once,
 * and merges what it knows of them. One request may carry several such batches.
 */
export function compileEntityFetch(
  node: {
    readonly serviceName: string;
    readonly operation: string;
    readonly variableUsages?: string[] | undefined;
  },
  batches: readonly EntityBatchAlias[],
  compiler: FetchCompiler,
): Step {
  const { supergraph } = compiler;
  const { serviceName: subgraph } = node;
  const bodyFor = compileBody(node.operation, node.variableUsages, compiler);
  const compiled = batches.map((batch) => ({
    alias: batch.alias,
    collect: compileCollect(subgraph, batch, compiler),
    head: `${JSON.stringify(batch.representationsVariableName)}:[`,
    rewrite: compileRewrites(batch.outputRewrites, supergraph),
    keys: askedKeys(node.operation, batch.outputRewrites).under(batch.alias),
  }));
  const { passThroughs } = compiler;
  const passing = passThroughs.find(node, batches);

  return (run) => {
    const collected = compiled.map(({ collect }) => collect(run));
    if (collected.every(({ asked }) => asked.length === 0)) {
      if (collected.some(({ isWithheld }) => isWithheld)) run.withheld.add(subgraph);
      return undefined;
    }
    const representations = compiled.map(({ head }, at) => `${head}${collected[at]!.representations}]`);
    const asked = collected.map((each) => each.asked);
    const recognise =
      run.asText && passing
        ? (text: string) =>
            passing.recognise(
              text,
              asked.map(({ length }) => length),
            )
        : undefined;
    return compiler.ask(run, subgraph, bodyFor(run, representations), true, recognise).then((answer) => {
      if (!answer) return;
      if (answer.recognised)
        return keepAsWritten(run, answer.recognised, asked, passing!.places, passThroughs.keys.length);
      if (answer.errors.length > 0) {
        takeOver(run, subgraph, answer.errors, placeOf(run, batches, asked, supergraph));
      }
      const { data } = answer;
      if (!data) return;
      run.version++;
      compiled.forEach(({ alias, rewrite, keys }, at) => {
        const entities = data[alias];
        const askedHere = asked[at] ?? [];
        if (!Array.isArray(entities) || entities.length !== askedHere.length) {
          // It answered for others than it was asked about: none of it can be trusted to be who it says.
          if (askedHere.length > 0 && answer.errors.length === 0)
            run.unavailable.set(subgraph, 'SECTOR_UNAVAILABLE');
          return;
        }
        entities.forEach((entity, index) => {
          if (!isJsonObject(entity)) return;
          rewrite?.(entity);
          mergeEntity(askedHere[index]!, entity, keys);
        });
      });
    });
  };
}

/**
 * Targets of one path may share the objects of the answer, for the rest of the plan treats them alike. Those of
 * another path get copies: there the client may ask the same field with other arguments.
 */
function mergeEntity({ targets, paths }: Asked, entity: JsonObject, keys: readonly string[]): void {
  if (targets.length === 1) return mergeInto(targets[0]!, entity, keys);
  const copies = new Map<number, JsonObject>();
  targets.forEach((target, at) => {
    const path = paths[at]!;
    let own = copies.get(path);
    if (!own) copies.set(path, (own = copies.size === 0 ? entity : structuredClone(entity)));
    mergeInto(target, own, keys);
  });
}

/** From `['_entities', 3, 'level']` to the first place where the client sees that entity. */
function placeOf(
  run: Run,
  batches: readonly EntityBatchAlias[],
  asked: readonly (readonly Asked[])[],
  supergraph: Supergraph,
): (path: ResponsePath | undefined) => ResponsePath | undefined {
  return (path) => {
    const [alias, index, ...rest] = path ?? [];
    const at = batches.findIndex((batch) => batch.alias === alias);
    const first = typeof index === 'number' ? asked[at]?.[index] : undefined;
    const way = batches[at]?.paths[first?.paths[0] ?? 0];
    const place = first && way && locate(run.data, way, supergraph).get(first.targets[0]!);
    return place && [...place, ...rest];
  };
}

/** The request body as text: the operation is quoted once, when the plan is compiled. */
function compileBody(
  operation: string,
  variableUsages: readonly string[] | undefined,
  { clientVariable }: FetchCompiler,
): (run: Run, representations: readonly string[]) => string {
  const head = `{"query":${JSON.stringify(operation)}`;
  const variables = (variableUsages ?? []).map((name) => ({
    key: JSON.stringify(name),
    from: clientVariable(name),
  }));
  return (run, representations) => {
    const values = [...representations];
    for (const { key, from } of variables) {
      // What the client left out stays out, for the default of the operation to hold.
      if (Object.hasOwn(run.variables, from))
        values.push(`${key}:${JSON.stringify(run.variables[from]) ?? 'null'}`);
    }
    return values.length === 0 ? `${head}}` : `${head},"variables":{${values.join(',')}}}`;
  };
}
