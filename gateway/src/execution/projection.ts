import {
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type View } from './collect-fields.js';
import { isJsonObject, type Json, type JsonObject } from './json.js';
import { acceptLeaf } from './leaf-values.js';
import type { ResponsePath } from './paths.js';
import { dataKey } from './private-names.js';
import type { Supergraph } from './supergraph.js';

/** The client's answer and the places where the data broke the schema's promise. */
export interface Projected {
  readonly data: JsonObject | null;
  readonly broken: readonly ResponsePath[];
}

export type Projection = (data: JsonObject) => Projected;

/** A null where none may be: the enclosing object takes it, or hands it on. */
const hole = Symbol('hole');
type Completed = Json | typeof hole;

/** The way to the value at hand is kept only in a second run, when the first one found something broken. */
interface Tracing {
  /** How many values broke the promise so far. */
  broken: number;
  readonly trace: { readonly path: (string | number)[]; readonly places: ResponsePath[] } | undefined;
}

type Complete = (value: Json | undefined, tracing: Tracing) => Completed;

interface FieldPlan {
  /** The client's word for the field. */
  readonly key: string;
  readonly complete: (object: JsonObject, tracing: Tracing) => Completed;
}

/**
 * Turns what the subgraphs sent into what the client asked: its fields, its names, its order, and nothing else.
 * Shapes are worked out when a type is first met and kept with the compiled operation.
 */
export function compileProjection(
  operation: OperationDefinitionNode,
  rootType: GraphQLObjectType,
  supergraph: Supergraph,
  view: View,
): Projection {
  const schema = supergraph.apiSchema;

  const field = (
    parent: GraphQLObjectType | GraphQLInterfaceType,
    key: string,
    nodes: readonly FieldNode[],
  ): FieldPlan[] => {
    const [node] = nodes;
    if (!node) return [];
    const name = node.name.value;
    if (name === '__typename') {
      // The type of an object without a type is that of the schema; of an interface we cannot tell.
      const known = isObjectType(parent) ? parent.name : undefined;
      return [{ key, complete: (_, tracing) => known ?? broken(tracing, hole) }];
    }
    if (parent === schema.getQueryType() && (name === '__schema' || name === '__type')) {
      return [{ key, complete: (object) => object[key] ?? null }];
    }
    const definition = parent.getFields()[name];
    if (!definition) return [];
    const from = dataKey(name, node.alias?.value, supergraph);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const complete = completeType(definition.type, sets);
    return [{ key, complete: (object, tracing) => complete(object[from], tracing) }];
  };

  const shape = (
    type: GraphQLObjectType | GraphQLInterfaceType,
    sets: readonly SelectionSetNode[],
  ): CompleteObject => {
    const applies = (condition: string): boolean => {
      if (condition === type.name) return true;
      const conditionType = schema.getType(condition);
      return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
    };
    const plans = [...collectFields(sets, applies, view)].flatMap(([key, nodes]) => field(type, key, nodes));
    return completeObject(plans);
  };

  const completeType = (type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete => {
    if (isNonNullType(type)) {
      const inner = completeType(type.ofType, sets);
      return (value, tracing) => {
        const before = tracing.broken;
        const completed = inner(value, tracing);
        if (completed !== null) return completed;
        // A hole that comes from further inside was already noted where it began.
        return tracing.broken === before ? broken(tracing, hole) : hole;
      };
    }
    if (isListType(type)) return completeList(completeType(type.ofType, sets));
    if (isLeafType(type)) return completeLeaf(type, supergraph);
    if (isAbstractType(type)) return completeAbstract(type, sets);
    let known: CompleteObject | undefined;
    return (value, tracing) => {
      if (value === null || value === undefined) return null;
      if (!isJsonObject(value)) return broken(tracing, null);
      const typename = value['__typename'];
      // A subgraph that answers with another type than the schema's is not believed.
      if (typename !== undefined && typename !== type.name && !isRoot(type)) return broken(tracing, null);
      return (known ??= shape(type, sets))(value, tracing);
    };
  };

  const isRoot = (type: GraphQLObjectType): boolean =>
    type === schema.getQueryType() || type === schema.getMutationType();

  const completeAbstract = (type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): Complete => {
    const shapes = new Map<string | undefined, CompleteObject | null>();
    const shapeFor = (typename: string | undefined): CompleteObject | null => {
      const runtime = typename === undefined ? undefined : schema.getType(typename);
      if (isObjectType(runtime)) return schema.isSubType(type, runtime) ? shape(runtime, sets) : null;
      // An interface object has no type of its own; nor has what the planner did not need to know the type of.
      if (
        isInterfaceType(type) &&
        (runtime === undefined ? typename === undefined : isInterfaceType(runtime))
      ) {
        return shape(type, sets);
      }
      return null;
    };
    return (value, tracing) => {
      if (value === null || value === undefined) return null;
      if (!isJsonObject(value)) return broken(tracing, null);
      const named = value['__typename'];
      const typename = typeof named === 'string' ? named : undefined;
      let known = shapes.get(typename);
      if (known === undefined) shapes.set(typename, (known = shapeFor(typename)));
      // A type that clients do not know: it is hidden from them, so that the object is not there.
      return known ? known(value, tracing) : null;
    };
  };

  const root = shape(rootType, [operation.selectionSet]);
  return (data) => {
    const tracing: Tracing = { broken: 0, trace: undefined };
    const projected = root(data, tracing);
    if (tracing.broken === 0) return { data: projected, broken: [] };
    const trace = { path: [], places: [] };
    root(data, { broken: 0, trace });
    return { data: projected, broken: trace.places };
  };
}

type CompleteObject = (object: JsonObject, tracing: Tracing) => JsonObject | null;

function broken<T>(tracing: Tracing, instead: T): T {
  tracing.broken++;
  tracing.trace?.places.push([...tracing.trace.path]);
  return instead;
}

/**
 * Where a subgraph sent exactly what the client asked, in its order, the object itself is the answer: every value of it is
 * looked at all the same, and the first that may not stay as it is makes a copy necessary.
 */
function completeObject(plans: readonly FieldPlan[]): CompleteObject {
  // Only an object without a prototype can have a field of this name.
  const isPlain = plans.every(({ key }) => key !== '__proto__');
  return (object, tracing) => {
    let completed = isPlain && hasJust(object, plans) ? undefined : emptyObject(isPlain);
    for (let at = 0; at < plans.length; at++) {
      const { key, complete } = plans[at]!;
      tracing.trace?.path.push(key);
      const value = complete(object, tracing);
      tracing.trace?.path.pop();
      if (value === hole) return null;
      if (!completed && value !== object[key]) {
        completed = emptyObject(isPlain);
        for (let before = 0; before < at; before++) {
          const { key: known } = plans[before]!;
          completed[known] = object[known];
        }
      }
      if (completed) completed[key] = value as Json;
    }
    return completed ?? object;
  };
}

const emptyObject = (isPlain: boolean): JsonObject => (isPlain ? {} : (Object.create(null) as JsonObject));

/** Whether an object has these keys in this order, and no other. */
function hasJust(object: JsonObject, plans: readonly FieldPlan[]): boolean {
  let at = 0;
  for (const key in object) if (plans[at++]?.key !== key) return false;
  return at === plans.length;
}

function completeList(item: Complete): Complete {
  return (value, tracing) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return broken(tracing, null);
    let completed: Json[] | undefined;
    for (let index = 0; index < value.length; index++) {
      tracing.trace?.path.push(index);
      const each = item(value[index], tracing);
      tracing.trace?.path.pop();
      if (each === hole) return null;
      if (!completed && each !== value[index]) completed = value.slice(0, index);
      if (completed) completed[index] = each as Json;
    }
    return completed ?? value;
  };
}

function completeLeaf(type: GraphQLLeafType, supergraph: Supergraph): Complete {
  const accept = acceptLeaf(type, supergraph);
  return (value, tracing) => {
    if (value === null || value === undefined) return null;
    const accepted = accept(value);
    return accepted === undefined ? broken(tracing, null) : accepted;
  };
}
