import { Kind, parse, type ConstDirectiveNode, type SelectionSetNode } from 'graphql';

/** One way to name an entity: the fields of a `@key`, each with its own fields where it is an object. */
export type KeyFields = readonly { readonly name: string; readonly fields?: KeyFields }[];

/** What composition wrote beside a type or field: `@join__type(graph: A, key: "id")`. */
export function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, value } of directive.arguments ?? [])
    found[name.value] = 'value' in value ? value.value : undefined;
  return found;
}

export function parseFieldSet(fields: string): KeyFields {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? fieldsOf(operation.selectionSet) : [];
}

const fieldsOf = (set: SelectionSetNode): KeyFields =>
  set.selections.flatMap((each) => {
    if (each.kind !== Kind.FIELD) return [];
    return [{ name: each.name.value, ...(each.selectionSet && { fields: fieldsOf(each.selectionSet) }) }];
  });
