import { isJsonObject, type Json, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { FetchRewrite, RequiresSelection } from './planner.js';
import { compileRewrites } from './rewrites.js';
import type { KeyFields, Supergraph } from './supergraph.js';

/** By which variables of the client a part of a representation is left out. */
export type Condition = (variable: string) => boolean;

/** `withheld`: the person granted nothing to this sector, so it is not even asked. */
export type Representation = JsonObject | 'withheld' | undefined;

/** What a subgraph is told of an entity: its key and what its fields require. `undefined`: it cannot be asked. */
export type Represent = (entity: JsonObject, isTrue: Condition) => Representation;

export interface RepresentationOptions {
  readonly subgraph: string;
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites?: readonly FetchRewrite[] | undefined;
  /** Fields with this ending carry a grant of the hub; `undefined` for a supergraph that has none. */
  readonly grantSuffix: string | undefined;
}

export function compileRepresent(options: RepresentationOptions, supergraph: Supergraph): Represent {
  const { subgraph, requires, grantSuffix } = options;
  const project = compileProject(requires, supergraph);
  const rewrite = compileRewrites(options.inputRewrites, supergraph);
  const grants =
    grantSuffix === undefined ? [] : fieldNames(requires).filter((name) => name.endsWith(grantSuffix));
  // An object may come without its type where the plan knows that it can be of one type only.
  const onlyType =
    requires.length === 1 && requires[0]?.kind === 'InlineFragment' ? requires[0].typeCondition : undefined;
  const hasKeyOf = compileHasKey(subgraph, supergraph);
  return (entity, isTrue) => {
    const representation: JsonObject = {};
    project(entity, representation, isTrue);
    // No part of the plan speaks of this type.
    if (isEmpty(representation)) return undefined;
    const typename = entity['__typename'] ?? onlyType;
    if (typeof typename !== 'string') return undefined;
    representation['__typename'] ??= typename;
    rewrite?.(representation);
    if (!hasKeyOf(representation)) return undefined;
    if (grants.length === 0) return representation;
    const grantsHere = grants.filter((name) => Object.hasOwn(representation, name));
    if (grantsHere.length > 0 && grantsHere.every((name) => !representation[name])) return 'withheld';
    return representation;
  };
}

type Project = (from: JsonObject, to: JsonObject, isTrue: Condition) => void;

function compileProject(selections: readonly RequiresSelection[], supergraph: Supergraph): Project {
  const parts = selections.map((selection): Project => {
    if (selection.kind === 'FragmentSpread')
      throw new Error('The plan has a fragment where none was expected.');
    if (selection.kind === 'InlineFragment') {
      const { typeCondition, skipIf, includeIf } = selection;
      const inner = compileProject(selection.selections, supergraph);
      return (from, to, isTrue) => {
        if ((skipIf && isTrue(skipIf)) || (includeIf && !isTrue(includeIf))) return;
        const typename = from['__typename'];
        if (typename !== undefined && !supergraph.satisfies(String(typename), typeCondition)) return;
        inner(from, to, isTrue);
      };
    }
    // In a plan `name` is the key in the data and `alias` the key that the subgraph expects.
    const { name, alias = name } = selection;
    const inner = selection.selections?.length ? compileProject(selection.selections, supergraph) : undefined;
    const copy = (value: Json | undefined, isTrue: Condition): Json => {
      if (value === undefined || value === null) return null;
      if (!inner) return value;
      if (Array.isArray(value)) return value.map((item) => copy(item, isTrue));
      const object: JsonObject = {};
      if (isJsonObject(value)) inner(value, object, isTrue);
      return object;
    };
    return (from, to, isTrue) => {
      const value = copy(from[name], isTrue);
      const known = to[alias];
      // Two fragments of the plan may speak of the same object, each of other fields of it.
      if (isJsonObject(known) && isJsonObject(value)) mergeInto(known, value);
      else to[alias] = value;
    };
  });
  return (from, to, isTrue) => {
    for (const part of parts) part(from, to, isTrue);
  };
}

function isEmpty(object: JsonObject): boolean {
  for (const _key in object) return false;
  return true;
}

/** An entity with a null for a key is nobody: the subgraph would fail, or find somebody else. */
function compileHasKey(subgraph: string, supergraph: Supergraph): (representation: JsonObject) => boolean {
  // Few types and many entities: the keys of a type are looked up once.
  const keysOf = new Map<string, readonly KeyFields[]>();
  return (representation) => {
    const typename = String(representation['__typename']);
    let keys = keysOf.get(typename);
    if (!keys) keysOf.set(typename, (keys = supergraph.keysOf(subgraph, typename)));
    return keys.length === 0
      ? Object.keys(representation).some((name) => name !== '__typename' && representation[name] !== null)
      : keys.some((fields) =>
          fields.every(({ name, fields: inner }) => isKnown(representation[name], inner)),
        );
  };
}

/** Of a key that is an object, parts may be null: `sku { maker code }` of a product without a maker. */
function isKnown(value: Json | undefined, fields: KeyFields | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (!fields || !isJsonObject(value)) return true;
  return fields.some(({ name, fields: inner }) => isKnown(value[name], inner));
}

const fieldNames = (selections: readonly RequiresSelection[]): string[] => [
  ...new Set(
    selections.flatMap((each) => {
      if (each.kind === 'InlineFragment') return fieldNames(each.selections);
      return each.kind === 'Field' ? [each.alias ?? each.name] : [];
    }),
  ),
];
