import {
  buildASTSchema,
  isSpecifiedDirective,
  Kind,
  parse,
  specifiedDirectives,
  specifiedScalarTypes,
  type DocumentNode,
  type NamedTypeNode,
  type GraphQLSchema,
  type TypeNode,
  type DefinitionNode,
} from 'graphql';
import { argumentsOf, parseFieldSet, type KeyFields } from './join.js';
import { createPlanner, type Planner } from './planner.js';

/** What the executor has to know of a supergraph. */
export interface Supergraph {
  readonly sdl: string;
  readonly planner: Planner;
  /** What clients see: nothing `@inaccessible`, nothing of the federation's own. */
  readonly apiSchema: GraphQLSchema;
  /** Subgraph name → its address. */
  readonly urls: ReadonlyMap<string, string>;
  /** Every field name there is, inaccessible ones included. */
  readonly fieldNames: ReadonlySet<string>;
  /** Whether an object of this type answers to a fragment on that type. */
  satisfies(typename: string, condition: string): boolean;
  /** Whether objects of other types answer to this one: an interface, a union, or an object that stands for one. */
  isAbstract(typename: string): boolean;
  /** Whether a field of this name may bring an object of a type that clients do not know. */
  mayBringHidden(field: string): boolean;
  /** Whether an enum has this value, `@inaccessible` or not. */
  hasValue(enumeration: string, value: unknown): boolean;
  /** The keys by which a subgraph finds a type; none if it cannot. */
  keysOf(subgraph: string, typename: string): readonly KeyFields[];
}

/** @throws {Error} when it is not a supergraph, or one that cannot be planned on */
export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const planner = createPlanner(sdl);
  const urls = new Map<string, string>();
  const nameOfGraph = new Map<string, string>();
  for (const { name, url, graph } of subgraphsOf(document)) {
    urls.set(name, url);
    nameOfGraph.set(graph, name);
  }
  const fieldNames = new Set<string>();
  const members = new Map<string, Set<string>>();
  const keys = new Map<string, KeyFields[]>();
  const fieldTypes: (readonly [name: string, type: string])[] = [];
  const enums = new Map<string, ReadonlySet<unknown>>();
  const add = (abstract: string, member: string): void => {
    const found = members.get(abstract);
    if (found) found.add(member);
    else members.set(abstract, new Set([member]));
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      enums.set(definition.name.value, new Set(definition.values?.map(({ name }) => name.value)));
    }
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const member of definition.types ?? []) add(definition.name.value, member.name.value);
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const typename = definition.name.value;
    for (const each of definition.interfaces ?? []) add(each.name.value, typename);
    for (const field of definition.fields ?? []) {
      fieldNames.add(field.name.value);
      fieldTypes.push([field.name.value, namedType(field.type)]);
    }
    for (const each of definition.directives ?? []) {
      if (each.name.value !== 'join__type') continue;
      const { graph, key, resolvable } = argumentsOf(each);
      const subgraph = nameOfGraph.get(String(graph));
      if (typeof key !== 'string' || resolvable === false || !subgraph) continue;
      const id = `${subgraph}\n${typename}`;
      keys.set(id, [...(keys.get(id) ?? []), parseFieldSet(key)]);
    }
  }
  const apiSchema = buildApiSchema(planner.consumerSdl);
  const bringHidden = new Set<string>();
  for (const [field, type] of fieldTypes) {
    for (const member of members.get(type) ?? []) if (!apiSchema.getType(member)) bringHidden.add(field);
  }
  return {
    sdl,
    planner,
    apiSchema,
    urls,
    fieldNames,
    satisfies: (typename, condition) =>
      typename === condition || (members.get(condition)?.has(typename) ?? false),
    isAbstract: (typename) => members.has(typename),
    mayBringHidden: (field) => bringHidden.has(field),
    hasValue: (enumeration, value) => enums.get(enumeration)?.has(value) ?? false,
    keysOf: (subgraph, typename) => keys.get(`${subgraph}\n${typename}`) ?? [],
  };
}

function subgraphsOf(document: DocumentNode): { name: string; url: string; graph: string }[] {
  const graphs = document.definitions.find(
    (each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) {
    throw new Error(
      'This is not a supergraph: it has no join__Graph. Compose one with gateway/src/compose.ts.',
    );
  }
  return (graphs.values ?? []).map((value) => {
    const found = value.directives?.find((each) => each.name.value === 'join__graph');
    const { name, url } = found ? argumentsOf(found) : {};
    return { graph: value.name.value, name: String(name ?? value.name.value), url: String(url ?? '') };
  });
}

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/**
 * The planner prints what every schema has (introspection, built-ins) and leaves of the federation: dropped here. An
 * `@inaccessible` type it leaves out, but not where it stands among the members of a union or behind `implements`.
 */
function buildApiSchema(consumerSdl: string): GraphQLSchema {
  const builtIn = new Set([...specifiedScalarTypes, ...specifiedDirectives].map(({ name }) => name));
  const isOurs = (definition: DefinitionNode): boolean => {
    if (!('name' in definition) || !definition.name) return true;
    const name = definition.name.value;
    return !builtIn.has(name) && !/^(__|join__|link__|core__|federation__)/.test(name);
  };
  const document = parse(consumerSdl, { noLocation: true });
  const ours = document.definitions.filter(isOurs);
  const names = new Set(ours.map((each) => ('name' in each ? each.name?.value : undefined)));
  const known = (types: readonly NamedTypeNode[] | undefined): NamedTypeNode[] =>
    (types ?? []).filter(({ name }) => names.has(name.value));
  const definitions = ours.map((definition): DefinitionNode => {
    switch (definition.kind) {
      case Kind.UNION_TYPE_DEFINITION:
        return { ...definition, types: known(definition.types) };
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const fields = (definition.fields ?? []).filter(({ name }) => !name.value.startsWith('__'));
        return { ...definition, fields, interfaces: known(definition.interfaces) };
      }
      default:
        return definition;
    }
  });
  const schema = buildASTSchema({ ...document, definitions }, { assumeValidSDL: true });
  if (!schema.getDirectives().some(isSpecifiedDirective))
    throw new Error('The schema lost its built-in directives.');
  return schema;
}
