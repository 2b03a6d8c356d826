import { isJsonObject, type Json, type JsonObject } from './json.js';
import type { FlattenNodePathSegment } from './planner.js';
import type { Supergraph } from './supergraph.js';

export type ResponsePath = readonly (string | number)[];

/** Calls `found` for every object that a path of the plan leads to. */
export type Walk = (data: JsonObject, found: (object: JsonObject) => void) => void;

type Step = { readonly field: string } | { readonly is: (object: JsonObject) => boolean } | 'list';

function compileSteps(path: readonly FlattenNodePathSegment[], supergraph: Supergraph): readonly Step[] {
  return path.map((segment): Step => {
    if (segment === '@') return 'list';
    if ('Field' in segment) return { field: segment.Field };
    const { TypeCondition: conditions } = segment;
    return {
      is: ({ __typename: typename }) =>
        // An object that came without its type is one of which the plan already knows the type: the root, for one.
        typename === undefined || conditions.some((each) => supergraph.satisfies(String(typename), each)),
    };
  });
}

/** Lists are walked through wherever they are: the planner writes one `@` for a list of lists. */
export function compileWalk(path: readonly FlattenNodePathSegment[], supergraph: Supergraph): Walk {
  const steps = compileSteps(path, supergraph);
  const walk = (value: Json | undefined, at: number, found: (object: JsonObject) => void): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, at, found);
      return;
    }
    const step = steps[at];
    if (step === undefined) return found(value);
    if (step === 'list') return walk(value, at + 1, found);
    if ('field' in step) return walk(value[step.field], at + 1, found);
    if (step.is(value)) walk(value, at + 1, found);
  };
  return (data, found) => walk(data, 0, found);
}

/**
 * Where the objects are that a path leads to. Only an error needs to know, so only an error pays for it.
 * An object that was merged into several places is told by the first.
 */
export function locate(
  data: JsonObject,
  path: readonly FlattenNodePathSegment[],
  supergraph: Supergraph,
): ReadonlyMap<JsonObject, ResponsePath> {
  const steps = compileSteps(path, supergraph);
  const places = new Map<JsonObject, ResponsePath>();
  const walk = (value: Json | undefined, at: number, place: ResponsePath): void => {
    if (Array.isArray(value)) return value.forEach((item, index) => walk(item, at, [...place, index]));
    if (!isJsonObject(value)) return;
    const step = steps[at];
    if (step === undefined) return void (places.has(value) || places.set(value, place));
    if (step === 'list') return walk(value, at + 1, place);
    if ('field' in step) return walk(value[step.field], at + 1, [...place, step.field]);
    if (step.is(value)) walk(value, at + 1, place);
  };
  walk(data, 0, []);
  return places;
}
