import { isJsonObject, type Json, type JsonObject } from './json.js';
import type { FetchNodePathSegment, FetchRewrite } from './planner.js';
import type { Supergraph } from './supergraph.js';

/** Changes an object that goes to a subgraph (its type, for an `@interfaceObject`) or comes from one (its keys). */
export type Rewrite = (object: JsonObject) => void;

export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  supergraph: Supergraph,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite): Rewrite => {
    if ('KeyRenamer' in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      return atEnd(path, supergraph, (object, key) => {
        if (!Object.hasOwn(object, key)) return;
        object[renameKeyTo] = object[key];
        delete object[key];
      });
    }
    const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
    return atEnd(path, supergraph, (object, key) => void (object[key] = setValueTo));
  });
  return (object) => compiled.forEach((each) => each(object));
}

function atEnd(
  path: readonly FetchNodePathSegment[],
  supergraph: Supergraph,
  apply: (object: JsonObject, key: string) => void,
): Rewrite {
  const go = (value: Json | undefined, at: number): void => {
    if (Array.isArray(value)) return value.forEach((item) => go(item, at));
    const segment = path[at];
    if (!isJsonObject(value) || !segment) return;
    if ('Key' in segment) {
      if (at === path.length - 1) apply(value, segment.Key);
      else go(value[segment.Key], at + 1);
      return;
    }
    const typename = value['__typename'];
    const matches = segment.TypenameEquals.some(
      (each) => typeof typename === 'string' && supergraph.satisfies(typename, each),
    );
    // An object that came without its type is one of which the plan already knows the type.
    if (typename === undefined || matches) go(value, at + 1);
  };
  return (object) => go(object, 0);
}
