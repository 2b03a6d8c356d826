import { GraphQLError, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { AskSubgraph } from './ask-subgraph.js';
import { createBoundedCache } from './bounded-cache.js';
import { conditionVariables, fragmentsOf, type View } from './collect-fields.js';
import { compilePlan } from './compile-plan.js';
import type { Step } from './fetches.js';
import { introspect, introspectionFields } from './introspection.js';
import type { JsonObject } from './json.js';
import { createPassThroughs } from './pass-through.js';
import type { PlanNode } from './planner.js';
import { toPlannable } from './private-names.js';
import { compileProjection, type Projection } from './projection.js';
import type { Supergraph } from './supergraph.js';
import { compileWriteAnswer, type WriteAnswer } from './write-answer.js';

/** Everything about an operation that does not depend on who asks, or with which values. */
export interface CompiledOperation {
  /** For whoever wants it explained. */
  readonly plan: PlanNode | undefined;
  readonly fetch: Step;
  /** The keys of values that objects of the answer may hold as they were written. */
  readonly written: readonly string[];
  /** How the answer looks under these values of the variables of `@skip` and `@include`. */
  readonly view: (isTrue: (variable: string) => boolean) => OperationView;
}

export interface OperationView {
  readonly project: Projection;
  readonly write: WriteAnswer;
  /** The client's question about the schema, if it has one. */
  readonly introspect: ((variables: Readonly<Record<string, unknown>>) => Promise<JsonObject>) | undefined;
}

export interface OperationCompiler {
  readonly supergraph: Supergraph;
  readonly ask: AskSubgraph;
  readonly grantSuffix: string | undefined;
}

/** @throws {Error} when the planner finds no plan */
export async function compileOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  compiler: OperationCompiler,
): Promise<CompiledOperation> {
  const { supergraph } = compiler;
  const rootType = supergraph.apiSchema.getRootType(operation.operation);
  if (!rootType || operation.operation === 'subscription') {
    throw new GraphQLError(`This gateway serves no ${operation.operation}.`, {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
  const { text, clientVariable } = toPlannable(document, operation, supergraph);
  const plan = text === undefined ? undefined : await supergraph.planner.plan(text);
  const passThroughs = createPassThroughs(document, operation, plan, supergraph);
  const fetch = compilePlan(plan, { ...compiler, clientVariable, passThroughs, collects: new Map() });

  const fragments = fragmentsOf(document);
  const variables = conditionVariables(document);
  // Each boolean doubles the shapes that an answer can have: only those in use are kept.
  const views = createBoundedCache<OperationView>(16);
  const compileView = (isTrue: (variable: string) => boolean): OperationView => {
    const values = new Map(variables.map((name) => [name, isTrue(name)]));
    const view: View = { fragments, isTrue: (name) => values.get(name) ?? false };
    const fields = introspectionFields(operation, view);
    return {
      project: compileProjection(operation, rootType, supergraph, view),
      write: compileWriteAnswer(operation, rootType, supergraph, view, passThroughs.keys),
      introspect:
        fields.length === 0
          ? undefined
          : (given) => introspect(supergraph.apiSchema, document, operation, fields, given),
    };
  };
  return {
    plan,
    fetch,
    written: passThroughs.keys,
    view: (isTrue) => {
      const key = variables.map((name) => (isTrue(name) ? '1' : '0')).join('');
      const known = views.get(key);
      if (known) return known;
      const compiled = compileView(isTrue);
      views.set(key, compiled);
      return compiled;
    },
  };
}
