import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';
import { setRequirementsApart } from './requirements-apart.js';

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
  const planBy = async (native: QueryPlanner, operation: string): Promise<PlanNode | undefined> =>
    (await native.planAsync(operation, undefined, noLabels, percentage)).node;
  let apart: Promise<Apart> | undefined;
  const planApart = async (operation: string): Promise<PlanNode | undefined> => {
    // Also that there is none is found once: who asks what cannot be planned must not have it looked for each time.
    const { native, selves } = await (apart ??= createApart(supergraphSdl));
    const plan = await planBy(native, operation);
    return plan && asOneSelf(plan, selves);
  };
  return {
    consumerSdl: planner.consumerSchema,
    async plan(operation) {
      try {
        return await planBy(planner, operation);
      } catch (error) {
        // It loses its way where a subgraph leads to an entity and then requires something for it. With the two told
        // apart it does not; the plan may take one request more, so that this is the second try only.
        return planApart(operation).catch(() => {
          throw error;
        });
      }
    },
  };
}

interface Apart {
  readonly native: QueryPlanner;
  readonly selves: ReadonlyMap<string, string>;
}

/** @throws {Error} when nobody requires anything */
async function createApart(supergraphSdl: string): Promise<Apart> {
  const { sdl, selves } = setRequirementsApart(supergraphSdl);
  if (selves.size === 0) throw new Error('No subgraph requires anything.');
  return { native: new QueryPlanner(sdl), selves };
}

const asOneSelf = (plan: PlanNode, selves: ReadonlyMap<string, string>): PlanNode =>
  JSON.parse(JSON.stringify(plan), (key, value: unknown) =>
    key === 'serviceName' ? (selves.get(String(value)) ?? value) : value,
  ) as PlanNode;
