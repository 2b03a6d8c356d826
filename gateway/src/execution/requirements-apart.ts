import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { argumentsOf, parseFieldSet } from './join.js';

export interface RequirementsApart {
  readonly sdl: string;
  /** The name of a second self → the subgraph that it is. */
  readonly selves: ReadonlyMap<string, string>;
}

const suffix = '__REQUIRING';

/**
 * The same supergraph, in which each subgraph that requires something of others (`@requires`) has a second self at the
 * same address: there its requiring fields are, and no others of its entities but their keys. A plan for it asks
 * nothing that the subgraph could not answer.
 */
export function setRequirementsApart(sdl: string): RequirementsApart {
  const document = parse(sdl, { noLocation: true });
  const requiring = new Set<unknown>();
  for (const definition of document.definitions) {
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      for (const { graph, requires } of (field.directives ?? []).map(argumentsOf))
        if (requires !== undefined) requiring.add(graph);
    }
  }

  const inBoth = (directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] =>
    directives.flatMap((each) =>
      requiring.has(argumentsOf(each)['graph']) ? [each, toSecondSelf(each, 'graph')] : [each],
    );

  const fieldsApart = (
    type: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  ): FieldDefinitionNode[] => {
    const keysOf = new Map<unknown, Set<string>>();
    const graphs = new Set<unknown>();
    for (const each of type.directives ?? []) {
      const { graph, key } = argumentsOf(each);
      if (each.name.value !== 'join__type') continue;
      graphs.add(graph);
      if (typeof key !== 'string') continue;
      const names = keysOf.get(graph) ?? new Set();
      for (const { name } of parseFieldSet(key)) names.add(name);
      keysOf.set(graph, names);
    }
    return (type.fields ?? []).map((field) => {
      const given = field.directives ?? [];
      const known = given.filter(isJoinField);
      const places = known.length > 0 ? known : [...graphs].map(joinField);
      const apart = places.flatMap((each) => {
        const { graph, requires, external } = argumentsOf(each);
        if (!requiring.has(graph) || isRoot(type)) return [each];
        if (requires !== undefined) return [toSecondSelf(each, 'graph')];
        const keys = keysOf.get(graph);
        // A value has no key by which to come back for the rest of it: it is known whole to both.
        const isShared = !keys || keys.has(field.name.value) || external === true;
        return isShared ? [each, toSecondSelf(each, 'graph')] : [each];
      });
      return { ...field, directives: [...given.filter((each) => !isJoinField(each)), ...apart] };
    });
  };

  const selves = new Map<string, string>();
  const withSecondSelves = (graph: EnumValueDefinitionNode): EnumValueDefinitionNode[] => {
    if (!requiring.has(graph.name.value)) return [graph];
    const directives = (graph.directives ?? []).map((each) => {
      const { name } = argumentsOf(each);
      if (typeof name === 'string') selves.set(name + suffix, name);
      return toSecondSelf(each, 'name');
    });
    return [graph, { ...graph, name: { ...graph.name, value: graph.name.value + suffix }, directives }];
  };
  const definitions = document.definitions.map((definition): DefinitionNode => {
    switch (definition.kind) {
      case Kind.ENUM_TYPE_DEFINITION: {
        const { name, values = [], directives } = definition;
        if (name.value === 'join__Graph') return { ...definition, values: values.flatMap(withSecondSelves) };
        const known = values.map((value) => ({ ...value, directives: inBoth(value.directives) }));
        return { ...definition, directives: inBoth(directives), values: known };
      }
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const { directives } = definition;
        return { ...definition, directives: inBoth(directives), fields: fieldsApart(definition) };
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
        const fields = definition.fields?.map((field) => ({
          ...field,
          directives: inBoth(field.directives),
        }));
        return { ...definition, directives: inBoth(definition.directives), ...(fields && { fields }) };
      }
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        return { ...definition, directives: inBoth(definition.directives) };
      default:
        return definition;
    }
  });
  return { sdl: print({ ...document, definitions }), selves };
}

const isJoinField = ({ name }: ConstDirectiveNode): boolean => name.value === 'join__field';

const isRoot = ({ name }: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): boolean =>
  ['Query', 'Mutation', 'Subscription'].includes(name.value);

const joinField = (graph: unknown): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'join__field' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'graph' },
      value: { kind: Kind.ENUM, value: String(graph) },
    },
  ],
});

const toSecondSelf = (directive: ConstDirectiveNode, argument: 'graph' | 'name'): ConstDirectiveNode => ({
  ...directive,
  arguments: (directive.arguments ?? []).map((each) =>
    each.name.value === argument && (each.value.kind === Kind.ENUM || each.value.kind === Kind.STRING)
      ? { ...each, value: { ...each.value, value: each.value.value + suffix } }
      : each,
  ),
});
