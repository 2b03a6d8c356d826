import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';

/**
 * All that we use of the planner. It is a native 0.0.x package: pinned exactly, and named in this file only,
 * so that another planner (or the next version's other plan format) is one file's work.
 */
export interface Planner {
  /** The schema that clients see, printed: with introspection types and built-ins, without `@inaccessible` parts. */
  readonly consumerSdl: string;
  /** Off the event loop. `undefined`: nothing is to be fetched. */
  plan(operation: string): Promise<PlanNode | undefined>;
}

export type {
  EntityBatchAlias,
  FetchNode,
  FetchNodePathSegment,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';

/** @throws {Error} when the supergraph cannot be planned on */
export function createPlanner(supergraphSdl: string): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  const noLabels = new Set<string>();
  // Progressive `@override` follows a percentage: one draw for the life of the process keeps cached plans valid.
  const percentage = Math.random() * 100;
  return {
    consumerSdl: planner.consumerSchema,
    plan: async (operation) => (await planner.planAsync(operation, undefined, noLabels, percentage)).node,
  };
}
