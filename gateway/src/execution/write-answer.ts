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
import { asWritten, isJsonObject, quoted, type Json, type JsonObject } from './json.js';
import { acceptLeaf } from './leaf-values.js';
import { dataKey } from './private-names.js';
import type { Supergraph } from './supergraph.js';

/** The client's answer as JSON; `undefined` where the data broke the promise of the schema, which `projection.ts` tells. */
export type WriteAnswer = (data: JsonObject) => string | undefined;

/** A value that may not stand where it stands. */
const broken = undefined;
type Write = (value: Json | undefined) => string | typeof broken;

interface FieldWriter {
  /** What comes before the value: a comma, the key. */
  readonly head: string;
  readonly write: (object: JsonObject) => string | typeof broken;
}

/**
 * What `projection.ts` does and `JSON.stringify` after it, in one go and for whole data only: nothing is copied, and
 * what a subgraph wrote as the client asked it (`asWritten`) is put in as it is.
 *
 * @param written the keys that `asWritten` holds, by their place in it
 */
export function compileWriteAnswer(
  operation: OperationDefinitionNode,
  rootType: GraphQLObjectType,
  supergraph: Supergraph,
  view: View,
  written: readonly string[],
): WriteAnswer {
  const schema = supergraph.apiSchema;

  const field = (
    parent: GraphQLObjectType | GraphQLInterfaceType,
    key: string,
    nodes: readonly FieldNode[],
  ): FieldWriter['write'] | undefined => {
    const [node] = nodes;
    if (!node) return undefined;
    const name = node.name.value;
    if (name === '__typename') {
      const typename = isObjectType(parent) ? quoted(parent.name) : broken;
      return () => typename;
    }
    if (parent === schema.getQueryType() && (name === '__schema' || name === '__type'))
      return (object) => JSON.stringify(object[key] ?? null);
    const definition = parent.getFields()[name];
    if (!definition) return undefined;
    const from = dataKey(name, node.alias?.value, supergraph);
    const write = writeType(
      definition.type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
    const place = written.indexOf(from);
    if (place === -1) return (object) => write(object[from]);
    return (object) => object[asWritten]?.[place] ?? write(object[from]);
  };

  const shape = (
    type: GraphQLObjectType | GraphQLInterfaceType,
    sets: readonly SelectionSetNode[],
  ): ((object: JsonObject) => string | typeof broken) => {
    const applies = (condition: string): boolean => {
      if (condition === type.name) return true;
      const conditionType = schema.getType(condition);
      return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
    };
    const fields: FieldWriter[] = [];
    for (const [key, nodes] of collectFields(sets, applies, view)) {
      const write = field(type, key, nodes);
      if (write) fields.push({ head: `${fields.length === 0 ? '{' : ','}${quoted(key)}:`, write });
    }
    if (fields.length === 0) return () => '{}';
    return (object) => {
      let text = '';
      for (let at = 0; at < fields.length; at++) {
        const { head, write } = fields[at]!;
        const value = write(object);
        if (value === broken) return broken;
        text += head + value;
      }
      return `${text}}`;
    };
  };

  const writeType = (type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Write => {
    if (isNonNullType(type)) {
      const inner = writeType(type.ofType, sets);
      return (value) => {
        const text = inner(value);
        return text === 'null' ? broken : text;
      };
    }
    if (isListType(type)) return writeList(writeType(type.ofType, sets));
    if (isLeafType(type)) return writeLeaf(type, supergraph);
    if (isAbstractType(type)) return writeAbstract(type, sets);
    let known: ReturnType<typeof shape> | undefined;
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    return (value) => {
      if (value === null || value === undefined) return 'null';
      if (!isJsonObject(value)) return broken;
      const typename = value['__typename'];
      if (typename !== undefined && typename !== type.name && !isRoot) return broken;
      return (known ??= shape(type, sets))(value);
    };
  };

  const writeAbstract = (type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): Write => {
    const shapes = new Map<string | undefined, ReturnType<typeof shape>>();
    const shapeFor = (typename: string | undefined): ReturnType<typeof shape> => {
      const runtime = typename === undefined ? undefined : schema.getType(typename);
      if (isObjectType(runtime) && schema.isSubType(type, runtime)) return shape(runtime, sets);
      const isOpen = runtime === undefined ? typename === undefined : isInterfaceType(runtime);
      return isInterfaceType(type) && isOpen ? shape(type, sets) : () => 'null';
    };
    return (value) => {
      if (value === null || value === undefined) return 'null';
      if (!isJsonObject(value)) return broken;
      const named = value['__typename'];
      const typename = typeof named === 'string' ? named : undefined;
      let known = shapes.get(typename);
      if (known === undefined) shapes.set(typename, (known = shapeFor(typename)));
      return known(value);
    };
  };

  return shape(rootType, [operation.selectionSet]);
}

function writeList(item: Write): Write {
  return (value) => {
    if (value === null || value === undefined) return 'null';
    if (!Array.isArray(value)) return broken;
    if (value.length === 0) return '[]';
    let text = '';
    for (let at = 0; at < value.length; at++) {
      const each = item(value[at]);
      if (each === broken) return broken;
      text += at === 0 ? `[${each}` : `,${each}`;
    }
    return `${text}]`;
  };
}

function writeLeaf(type: GraphQLLeafType, supergraph: Supergraph): Write {
  const accept = acceptLeaf(type, supergraph);
  return (value) => {
    if (value === null || value === undefined) return 'null';
    const accepted = accept(value);
    if (accepted === undefined) return broken;
    return typeof accepted === 'string' ? quoted(accepted) : JSON.stringify(accepted);
  };
}
