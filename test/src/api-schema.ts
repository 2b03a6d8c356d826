import {
  buildASTSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { readFileSync } from 'node:fs';

/** The committed supergraph, read without the gateway: what checks the gateway must not rest on it. */
const document = parse(readFileSync(new URL('../../gateway/supergraph.graphql', import.meta.url), 'utf8'));

/** What clients may ask: nothing `@inaccessible`, nothing of the federation's own. Fields keep `@disclosed`. */
export const apiSchema: GraphQLSchema = buildASTSchema(
  {
    ...document,
    definitions: document.definitions.flatMap((definition): readonly DefinitionNode[] => {
      if ('name' in definition && /^(join|link)__|^(link|inaccessible)$/.test(definition.name?.value ?? ''))
        return [];
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [definition];
      const fields = (definition.fields ?? []).filter((field) => !directiveOf(field, 'inaccessible'));
      return [{ ...definition, fields }];
    }),
  },
  { assumeValidSDL: true },
);

export type ApiField = GraphQLField<unknown, unknown>;

/** The object type of that name. @throws {Error} when there is none */
export function objectType(name: string): GraphQLObjectType {
  const type = apiSchema.getType(name);
  if (!isObjectType(type)) throw new Error(`The supergraph has no object type ${name}.`);
  return type;
}

/** The object type that a field gives; undefined for a leaf (and for a union, which no query gives). */
export function objectOf(field: ApiField): GraphQLObjectType | undefined {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : undefined;
}

/** The category that a field is classified with; undefined when it speaks of no person. */
export const categoryOf = ({ astNode }: ApiField): string | undefined =>
  argument(directiveOf(astNode, 'disclosed'), 'category');

/** The sector whose subgraph answers a field, and whose ledger has to tell of it. */
export function partyOf(type: GraphQLObjectType, { astNode }: ApiField): string {
  const ofField = astNode?.directives?.find(
    (each) => each.name.value === 'join__field' && argument(each, 'external') !== 'true',
  );
  const graph = argument(ofField, 'graph') ?? argument(directiveOf(type.astNode, 'join__type'), 'graph');
  const name = graphs.get(graph ?? '');
  if (name === undefined) throw new Error(`No subgraph answers ${type.name}.${astNode?.name.value ?? ''}.`);
  return name;
}

/** `ELDER_CARE` → `elder-care`. */
const graphs: ReadonlyMap<string, string> = new Map(
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
      ? (definition.values ?? []).map(
          (value) => [value.name.value, argument(directiveOf(value, 'join__graph'), 'name') ?? ''] as const,
        )
      : [],
  ),
);

function directiveOf(
  node: Pick<FieldDefinitionNode, 'directives'> | null | undefined,
  name: string,
): ConstDirectiveNode | undefined {
  return node?.directives?.find((each) => each.name.value === name);
}

function argument(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((each) => each.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
