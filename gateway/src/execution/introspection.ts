import {
  execute,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, type View } from './collect-fields.js';
import type { JsonObject } from './json.js';

/** The fields of an operation that ask about the schema: no subgraph is needed to answer them, nor may any. */
export function introspectionFields(operation: OperationDefinitionNode, view: View): readonly FieldNode[] {
  if (operation.operation !== 'query') return [];
  const fields = collectFields([operation.selectionSet], () => true, view);
  return [...fields.values()]
    .flat()
    .filter(({ name }) => name.value === '__schema' || name.value === '__type');
}

/** Answers them from the schema that clients see. */
export async function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  variables: Readonly<Record<string, unknown>>,
): Promise<JsonObject> {
  const only: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const result = (await execute({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [only, ...fragments] },
    variableValues: variables,
  })) as ExecutionResult<JsonObject>;
  return result.data ?? {};
}
