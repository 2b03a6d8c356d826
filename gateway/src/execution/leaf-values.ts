import { isEnumType, type GraphQLLeafType } from 'graphql';
import type { Json } from './json.js';
import type { Supergraph } from './supergraph.js';

/** The value as the client gets it; `undefined` when it is not one of that type. */
export type AcceptLeaf = (value: Json) => Json | undefined;

/**
 * As lenient as a server's own serialisation, no more: a number for an ID is told as text, a text for a number
 * is not believed. Values of scalars that we do not know pass as they are.
 */
export function acceptLeaf(type: GraphQLLeafType, supergraph: Supergraph): AcceptLeaf {
  if (isEnumType(type)) {
    const known = new Set<Json>(type.getValues().map(({ name }) => name));
    // What is hidden from clients (`@inaccessible`) is, for them, not there: an error would tell that it is.
    return (value) => (known.has(value) ? value : supergraph.hasValue(type.name, value) ? null : undefined);
  }
  return builtIn[type.name] ?? ((value) => value);
}

const text: AcceptLeaf = (value) => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

const builtIn: Readonly<Record<string, AcceptLeaf>> = {
  ID: text,
  String: text,
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Float: (value) => (typeof value === 'number' ? value : undefined),
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 0x8000_0000
      ? value
      : undefined,
};
