import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type View } from './collect-fields.js';
import type { PlanStep } from './plan-words.js';
import type { EntityBatchAlias, FlattenNodePathSegment } from './planner.js';
import { dataKey } from './private-names.js';
import { exactly, inList, inObject, leaf, orNull, type Pattern } from './recognise.js';
import type { Supergraph } from './supergraph.js';

/** What the answer to one batch looks like when it is just what the client asked. */
export interface BatchShape {
  readonly alias: string;
  readonly type: string;
  readonly fields: readonly (readonly [key: string, value: Pattern])[];
}

export interface ClientOperation {
  readonly operation: OperationDefinitionNode;
  readonly supergraph: Supergraph;
  readonly view: View;
}

/** `undefined`: it cannot be told, or is something else than what the client asked. */
export function batchShape(
  { operation }: PlanStep,
  { alias, paths, outputRewrites }: EntityBatchAlias,
  client: ClientOperation,
): BatchShape | undefined {
  const [path] = paths;
  if (!path || paths.length > 1 || outputRewrites?.length) return undefined;
  const place = clientPlace(path, client);
  const asked = onlyFragment(operation, alias);
  if (!place || asked?.type !== place.type.name) return undefined;
  const byKey = new Map(
    [...clientFields(place.type, place.sets, client)].map(([, nodes]) => [
      keyOfData(nodes[0]!, client),
      nodes,
    ]),
  );
  const fields: (readonly [string, Pattern])[] = [];
  for (const field of asked.fields) {
    const key = keyOf(field);
    const value = recogniseField(place.type, field, byKey.get(key), client);
    if (!value) return undefined;
    fields.push([key, value]);
  }
  return { alias, type: place.type.name, fields };
}

/** What the client asks of the objects that a path leads to; none where their type is open. */
function clientPlace(
  path: readonly FlattenNodePathSegment[],
  client: ClientOperation,
): { readonly type: GraphQLObjectType; readonly sets: readonly SelectionSetNode[] } | undefined {
  const { operation, supergraph } = client;
  let type = supergraph.apiSchema.getRootType(operation.operation) ?? undefined;
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  for (const segment of path) {
    if (segment === '@') continue;
    if (!type || !('Field' in segment)) return undefined;
    const nodes = [...clientFields(type, sets, client).values()].find(
      (each) => keyOfData(each[0]!, client) === segment.Field,
    );
    const definition = nodes && type.getFields()[nodes[0]!.name.value];
    const next = definition && getNamedType(definition.type);
    if (!isObjectType(next)) return undefined;
    type = next;
    sets = nodes!.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return type && { type, sets };
}

const clientFields = (
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  { supergraph, view }: ClientOperation,
): ReturnType<typeof collectFields> =>
  collectFields(sets, (condition) => supergraph.satisfies(type.name, condition), view);

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;
const keyOfData = ({ alias, name }: FieldNode, { supergraph }: ClientOperation): string =>
  dataKey(name.value, alias?.value, supergraph);

/** The fields that a fetch asks of its entities, when it asks them of one type and on no condition. */
function onlyFragment(
  operation: string,
  alias: string,
): { readonly type: string; readonly fields: readonly FieldNode[] } | undefined {
  const document = parse(operation, { noLocation: true });
  const [definition] = document.definitions;
  if (document.definitions.length > 1 || definition?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const entities = definition.selectionSet.selections.find(
    (each) => each.kind === Kind.FIELD && keyOf(each) === alias,
  );
  const [fragment, ...others] =
    entities?.kind === Kind.FIELD ? (entities.selectionSet?.selections ?? []) : [];
  if (others.length > 0 || fragment?.kind !== Kind.INLINE_FRAGMENT || !fragment.typeCondition)
    return undefined;
  if (fragment.directives?.length) return undefined;
  const fields = plainFields(fragment.selectionSet);
  return fields && { type: fragment.typeCondition.name.value, fields };
}

function plainFields(set: SelectionSetNode | undefined): readonly FieldNode[] | undefined {
  const fields: FieldNode[] = [];
  for (const each of set?.selections ?? []) {
    if (each.kind !== Kind.FIELD || each.directives?.length) return undefined;
    fields.push(each);
  }
  return fields;
}

/** `asked` is what the subgraph is asked, `nodes` what the client asked: the same, or there is no way. */
function recogniseField(
  parent: GraphQLObjectType,
  asked: FieldNode,
  nodes: readonly FieldNode[] | undefined,
  client: ClientOperation,
): Pattern | undefined {
  const name = asked.name.value;
  if (nodes?.[0]?.name.value !== name) return undefined;
  if (name === '__typename') return exactly(parent.name);
  const definition = parent.getFields()[name];
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return definition && recogniseType(definition.type, asked, sets, client);
}

function recogniseType(
  type: GraphQLOutputType,
  asked: FieldNode,
  sets: readonly SelectionSetNode[],
  client: ClientOperation,
): Pattern | undefined {
  if (!isNonNullType(type)) {
    const inner = recogniseValue(type, asked, sets, client);
    return inner && orNull(inner);
  }
  return recogniseValue(type.ofType, asked, sets, client);
}

function recogniseValue(
  type: GraphQLOutputType,
  asked: FieldNode,
  sets: readonly SelectionSetNode[],
  client: ClientOperation,
): Pattern | undefined {
  if (isListType(type)) {
    const item = recogniseType(type.ofType, asked, sets, client);
    return item && inList(item);
  }
  if (isLeafType(type)) return leaf(type);
  if (!isObjectType(type)) return undefined;
  const wanted = [...clientFields(type, sets, client)];
  const fields = plainFields(asked.selectionSet);
  if (fields?.length !== wanted.length) return undefined;
  const recognised: (readonly [string, Pattern])[] = [];
  for (const [at, [key, nodes]] of wanted.entries()) {
    const field = fields[at]!;
    const value = keyOf(field) === key ? recogniseField(type, field, nodes, client) : undefined;
    if (!value) return undefined;
    recognised.push([key, value]);
  }
  return inObject(recognised);
}
