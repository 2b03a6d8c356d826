import type { KeyFields } from './join.js';
import { isJsonObject, quoted, type Json, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { FetchRewrite, RequiresSelection } from './planner.js';
import { compileRewrites } from './rewrites.js';
import type { Supergraph } from './supergraph.js';

/** By which variables of the client a part of a representation is left out. */
export type Condition = (variable: string) => boolean;

/** The person granted nothing to this sector, so it is not even asked. */
export const withheld = Symbol('withheld');

/** What a subgraph is told of an entity, as JSON: its key and what its fields require. `undefined`: it cannot be asked. */
export type Represent = (entity: JsonObject, isTrue: Condition) => string | typeof withheld | undefined;

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
  const names = fieldNames(requires).filter((name) => name !== '__typename');
  const grants = grantSuffix === undefined ? [] : names.filter((name) => name.endsWith(grantSuffix));
  // An object may come without its type where the plan knows that it can be of one type only.
  const onlyType =
    requires.length === 1 && requires[0]?.kind === 'InlineFragment' ? requires[0].typeCondition : undefined;
  const hasKeyOf = compileHasKey(subgraph, names, supergraph);
  const flat = onlyType === undefined || rewrite ? undefined : compileFlat(requires, grants);
  if (flat) return flat(onlyType!, hasKeyOf, supergraph);
  return (entity, isTrue) => {
    const representation: JsonObject = {};
    project(entity, representation, isTrue);
    // No part of the plan speaks of this type.
    if (isEmpty(representation)) return undefined;
    const typename = entity['__typename'] ?? onlyType;
    if (typeof typename !== 'string') return undefined;
    representation['__typename'] ??= typename;
    rewrite?.(representation);
    if (!hasKeyOf(representation, String(representation['__typename']))) return undefined;
    if (grants.length === 0) return JSON.stringify(representation);
    const grantsHere = grants.filter((name) => Object.hasOwn(representation, name));
    if (grantsHere.length > 0 && grantsHere.every((name) => !representation[name])) return withheld;
    return JSON.stringify(representation);
  };
}

type HasKey = (representation: JsonObject, typename: string) => boolean;

/** The common case, a key and perhaps a grant of one type, is written without an object in between. */
function compileFlat(
  requires: readonly RequiresSelection[],
  grants: readonly string[],
): ((onlyType: string, hasKey: HasKey, supergraph: Supergraph) => Represent) | undefined {
  const [fragment] = requires;
  if (fragment?.kind !== 'InlineFragment' || fragment.skipIf || fragment.includeIf) return undefined;
  const names: string[] = [];
  for (const each of fragment.selections) {
    if (each.kind !== 'Field' || each.selections?.length) return undefined;
    if (each.alias !== undefined && each.alias !== each.name) return undefined;
    if (each.name !== '__typename' && !names.includes(each.name)) names.push(each.name);
  }
  if (names.length === 0) return undefined;
  const heads = names.map((name) => `,${JSON.stringify(name)}:`);
  return (onlyType, hasKey, supergraph) => (entity) => {
    const typename = entity['__typename'] ?? onlyType;
    if (typeof typename !== 'string') return undefined;
    if (typename !== onlyType && !supergraph.satisfies(typename, onlyType)) return undefined;
    if (!hasKey(entity, typename)) return undefined;
    let isGranted = grants.length === 0;
    for (let at = 0; at < grants.length; at++) isGranted ||= Boolean(entity[grants[at]!]);
    if (!isGranted) return withheld;
    let text = `{"__typename":${quoted(typename)}`;
    for (let at = 0; at < names.length; at++) {
      const value = entity[names[at]!] ?? null;
      text += heads[at]! + (typeof value === 'string' ? quoted(value) : JSON.stringify(value));
    }
    return `${text}}`;
  };
}

type Project = (from: JsonObject, to: JsonObject, isTrue: Condition) => void;

function compileProject(selections: readonly RequiresSelection[], supergraph: Supergraph): Project {
  forbidContradictions(selections);
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

/**
 * Two fields may require the same field with other arguments. The planner sometimes asks for both in one request, which
 * can tell but one value: the other field would be worked out from it, wrongly.
 */
function forbidContradictions(selections: readonly RequiresSelection[]): void {
  const told = new Map<string, string>();
  for (const each of selections) {
    if (each.kind !== 'Field') continue;
    const { name, alias = name } = each;
    const known = told.get(alias) ?? name;
    if (known !== name) throw new Error(`The plan tells a subgraph two values of ${alias} in one place.`);
    told.set(alias, name);
  }
}

function isEmpty(object: JsonObject): boolean {
  for (const _key in object) return false;
  return true;
}

/** An entity with a null for a key is nobody: the subgraph would fail, or find somebody else. */
function compileHasKey(
  subgraph: string,
  names: readonly string[],
  supergraph: Supergraph,
): (representation: JsonObject, typename: string) => boolean {
  // Few types and many entities: the keys of a type are looked up once. What is not sent is no key.
  const keysOf = new Map<string, readonly KeyFields[]>();
  return (representation, typename) => {
    let keys = keysOf.get(typename);
    if (!keys) {
      const all = supergraph.keysOf(subgraph, typename);
      // Of a type without any, whatever is sent has to do.
      keys =
        all.length === 0
          ? names.map((name) => [{ name }])
          : all.filter((fields) => fields.every(({ name }) => names.includes(name)));
      keysOf.set(typename, keys);
    }
    for (const fields of keys) {
      let isWhole = true;
      for (const { name, fields: inner } of fields) isWhole &&= isKnown(representation[name], inner);
      if (isWhole) return true;
    }
    return false;
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
