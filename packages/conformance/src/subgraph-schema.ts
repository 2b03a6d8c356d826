import { isCategory, isLevel, type Category, type Level } from '@kasane/vocabulary';
import {
  buildASTSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What one field of a question shows, by its classification in the subgraph's own schema. */
export interface FieldFacts {
  readonly coordinate: string;
  readonly category: Category | undefined;
  readonly level: Level | undefined;
  readonly isLeaf: boolean;
  /** The name of its innermost type. */
  readonly type: string;
}

/** A selection, and the facts of each of its fields by the path of response keys. */
export interface Selection {
  readonly text: string;
  readonly fields: ReadonlyMap<string, FieldFacts>;
}

/** Deep enough for any record; schemas refer to themselves. */
const MAX_DEPTH = 6;

/** The subgraph's schema as it tells it. */
export class SubgraphSchema {
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;

  /** @throws {Error} when it is no schema */
  constructor(readonly sdl: string) {
    this.document = parse(sdl);
    this.schema = buildASTSchema(withDefinitions(this.document), { assumeValid: true, assumeValidSDL: true });
  }

  type(name: string): GraphQLObjectType | undefined {
    const type = this.schema.getType(name);
    return isObjectType(type) ? type : undefined;
  }

  field(type: string, field: string): GraphQLField<unknown, unknown> | undefined {
    return this.type(type)?.getFields()[field];
  }

  /** Object types that the subgraph serves: neither the roots nor what federation adds. */
  objectTypes(): readonly GraphQLObjectType[] {
    const roots = new Set([
      this.schema.getQueryType()?.name,
      this.schema.getMutationType()?.name,
      this.schema.getSubscriptionType()?.name,
    ]);
    return Object.values(this.schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('_') && !roots.has(name));
  }

  /** Types with a key that other subgraphs may refer to. */
  entities(): readonly GraphQLObjectType[] {
    return this.objectTypes().filter((type) => keysOf(type).length > 0 && isResolvable(type));
  }

  /** Everything below one field that can be asked without arguments; `keep` says of which classified fields. */
  select(type: string, field: string, keep: (facts: FieldFacts) => boolean = () => true): Selection {
    const fields = new Map<string, FieldFacts>();
    const found = this.field(type, field);
    const text = found ? this.selectField(type, found, field, [type], fields, keep) : '';
    return { text, fields };
  }

  private selectField(
    owner: string,
    field: GraphQLField<unknown, unknown>,
    path: string,
    trail: readonly string[],
    fields: Map<string, FieldFacts>,
    keep: (facts: FieldFacts) => boolean,
  ): string {
    const type = getNamedType(field.type);
    const facts = factsOf(owner, field);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return '';
    if (hasDirective(field.astNode, 'external') || !keep(facts)) return '';
    const key = path.slice(path.lastIndexOf('.') + 1);
    const name = key === field.name ? key : `${key}: ${field.name}`;
    if (isLeafType(type)) {
      fields.set(path, facts);
      return name;
    }
    if (trail.includes(type.name) || trail.length > MAX_DEPTH) return '';
    const below = this.selectType(type, path, [...trail, type.name], fields, keep);
    if (below === '') return '';
    fields.set(path, facts);
    return `${name} { ${below} }`;
  }

  private selectType(
    type: GraphQLNamedType,
    path: string,
    trail: readonly string[],
    fields: Map<string, FieldFacts>,
    keep: (facts: FieldFacts) => boolean,
  ): string {
    if (isObjectType(type))
      return Object.values(type.getFields())
        .map((field) => this.selectField(type.name, field, `${path}.${field.name}`, trail, fields, keep))
        .filter((text) => text !== '')
        .join(' ');
    if (!isUnionType(type) && !isInterfaceType(type)) return '';
    // Fields of one name may be of different types in two members: each gets a name of its own.
    return this.schema
      .getPossibleTypes(type)
      .map((member) => {
        const below = Object.values(member.getFields())
          .map((field) =>
            this.selectField(member.name, field, `${path}.${member.name}_${field.name}`, trail, fields, keep),
          )
          .filter((text) => text !== '');
        return below.length > 0 ? `... on ${member.name} { ${below.join(' ')} }` : '';
      })
      .join(' ');
  }
}

/** What extends a type that is defined elsewhere, or nowhere, is read as its definition. */
function withDefinitions(document: DocumentNode): DocumentNode {
  const defined = new Set(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [],
    ),
  );
  return visit(document, {
    ObjectTypeExtension(node) {
      if (defined.has(node.name.value)) return undefined;
      defined.add(node.name.value);
      return { ...node, kind: Kind.OBJECT_TYPE_DEFINITION };
    },
  });
}

function factsOf(owner: string, field: GraphQLField<unknown, unknown>): FieldFacts {
  const disclosed = directivesOf(field.astNode).find(({ name }) => name.value === 'disclosed');
  const category = disclosed && textOf(disclosed, 'category');
  const level = disclosed && textOf(disclosed, 'level');
  const type = getNamedType(field.type);
  return {
    coordinate: `${owner}.${field.name}`,
    category: isCategory(category) ? category : undefined,
    level: isLevel(level) ? level : undefined,
    isLeaf: isLeafType(type),
    type: type.name,
  };
}

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

const directivesOf = (node: Directed | null | undefined): readonly ConstDirectiveNode[] =>
  node?.directives ?? [];

/** The directives of a type, of its extensions too. */
export const typeDirectives = ({ astNode, extensionASTNodes }: GraphQLObjectType) =>
  [astNode, ...extensionASTNodes].flatMap(directivesOf);

export const fieldDirectives = ({ astNode }: { readonly astNode?: FieldDefinitionNode | null | undefined }) =>
  directivesOf(astNode);

export const hasDirective = (node: Directed | null | undefined, name: string): boolean =>
  directivesOf(node).some((directive) => directive.name.value === name);

/** A text argument of a directive. */
export function textOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** The fields that keys of a type are made of. */
export const keysOf = (type: GraphQLObjectType): readonly string[] =>
  typeDirectives(type)
    .filter(({ name }) => name.value === 'key')
    .flatMap((key) => (textOf(key, 'fields') ?? '').split(/[\s{}]+/).filter(Boolean));

const isResolvable = (type: GraphQLObjectType): boolean =>
  typeDirectives(type).some(
    ({ name, arguments: args }) =>
      name.value === 'key' &&
      !args?.some(
        (arg) => arg.name.value === 'resolvable' && arg.value.kind === Kind.BOOLEAN && !arg.value.value,
      ),
  );
