import { compileEntityFetch, compileRootFetch, type FetchCompiler, type Step } from './fetches.js';
import type { PlanNode } from './planner.js';

const nothing: Step = () => undefined;

/** Turns a plan into functions, once per operation. */
export function compilePlan(node: PlanNode | undefined | null, compiler: FetchCompiler): Step {
  if (!node) return nothing;
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((each) => compilePlan(each, compiler)));
    case 'Parallel': {
      // The planner completes one mutation's answer beside the next mutation; the specification wants one after
      // the other, and somebody who reads what they just wrote does too.
      const mutations = node.nodes.filter(isMutation);
      const others = inParallel(
        node.nodes.filter((each) => !isMutation(each)).map((each) => compilePlan(each, compiler)),
      );
      return mutations.length === 0
        ? others
        : inSequence([others, ...mutations.map((each) => compilePlan(each, compiler))]);
    }
    case 'Condition': {
      const whenTrue = compilePlan(node.ifClause, compiler);
      const whenFalse = compilePlan(node.elseClause, compiler);
      const variable = compiler.clientVariable(node.condition);
      return (run) => (run.isTrue(variable) ? whenTrue(run) : whenFalse(run));
    }
    case 'Fetch':
      return compileRootFetch(node, compiler);
    case 'Flatten': {
      const fetch = node.node;
      if (fetch.kind !== 'Fetch') throw new Error(`The plan flattens a ${fetch.kind}.`);
      const { requires = [], inputRewrites, outputRewrites } = fetch;
      const batch = {
        alias: '_entities',
        representationsVariableName: 'representations',
        paths: [node.path],
        requires,
        ...(inputRewrites && { inputRewrites }),
        ...(outputRewrites && { outputRewrites }),
      };
      return compileEntityFetch(fetch, [batch], compiler);
    }
    case 'BatchFetch':
      return compileEntityFetch(node, node.entityBatch.aliases, compiler);
    case 'Subscription':
    case 'Defer':
      throw new Error(`The plan has a ${node.kind}, which this gateway does not serve.`);
    default:
      throw new Error(
        `The plan has a step that is not known: ${String((node satisfies never as PlanNode).kind)}`,
      );
  }
}

const isMutation = (node: PlanNode): boolean => node.kind === 'Fetch' && node.operationKind === 'mutation';

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!;
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}
