import { isCategory, isLevel, Level, type Category } from '@kasane/vocabulary';
import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { disclosedDirective, notPersonalDirective } from './disclosed.js';

type ObjectTypeNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Puts a type's own classification on each of its fields, then refuses a schema in which any field of any type
 * is left without one. Denied by default starts here: what nobody classified cannot be served.
 *
 * @throws {Error} listing every field that is unclassified, unclearly classified, or classified but not nullable.
 */
export function classifyFields(document: DocumentNode): DocumentNode {
  const problems: string[] = [];
  const keys = keysOf(document);
  const classify = <T extends ObjectTypeNode>(type: T): T | undefined => {
    if (ROOTS.has(type.name.value)) return undefined;
    const [ofType, ...moreOfType] = classificationsOf(type);
    const fields = (type.fields ?? []).map((field) => {
      const [ofField, ...moreOfField] = classificationsOf(field);
      const own = ofField ?? (isReferenceOnly(field) ? undefined : ofType);
      const name = `${type.name.value}.${field.name.value}`;
      if (!own && !isReferenceOnly(field) && !keys.has(name))
        problems.push(`${name} has no category: add @Disclosed(category), or @NotPersonal(why).`);
      if ((ofField ? moreOfField : own ? moreOfType : []).length > 0)
        problems.push(`${name} is classified in more than one way: keep one.`);
      if (own?.name.value === disclosedDirective.name && categoryIn(own) === undefined)
        problems.push(`${name} names a category that there is not.`);
      if (own?.name.value === disclosedDirective.name && levelIn(own) === Level.NONE)
        problems.push(`${name} names a level that there is not.`);
      if (own?.name.value === notPersonalDirective.name && !textOf(own, 'because')?.trim())
        problems.push(`${name} does not say why it is not personal.`);
      if (own?.name.value === disclosedDirective.name && field.type.kind === Kind.NON_NULL_TYPE)
        problems.push(`${name} must be nullable: a withheld value is null.`);
      return own
        ? {
            ...field,
            directives: [...(field.directives ?? []).filter((d) => d.name.value !== own.name.value), own],
          }
        : field;
    });
    return {
      ...type,
      fields,
      directives: (type.directives ?? []).filter((directive) => directive !== ofType),
    };
  };
  const classified = visit(document, { ObjectTypeDefinition: classify, ObjectTypeExtension: classify });
  if (problems.length > 0) throw new Error(`The schema is not classified:\n- ${problems.join('\n- ')}`);
  return classified;
}

/** The category of a field of the built schema, if it speaks of a person. */
export function categoryOf(field: {
  readonly astNode?: FieldDefinitionNode | null | undefined;
}): Category | undefined {
  const disclosed = field.astNode?.directives?.find(({ name }) => name.value === disclosedDirective.name);
  return disclosed && categoryIn(disclosed);
}

/** How much must be opened before a classified field shows anything; none when it does not say. */
export function levelOf(field: {
  readonly astNode?: FieldDefinitionNode | null | undefined;
}): Level | undefined {
  const disclosed = field.astNode?.directives?.find(({ name }) => name.value === disclosedDirective.name);
  return disclosed && levelIn(disclosed);
}

/** `NONE` for a word that is no level: it would open to everybody. */
function levelIn(disclosed: ConstDirectiveNode): Level | undefined {
  const level = textOf(disclosed, 'level');
  return level === undefined ? undefined : isLevel(level) ? level : Level.NONE;
}

function categoryIn(disclosed: ConstDirectiveNode): Category | undefined {
  const category = textOf(disclosed, 'category');
  return isCategory(category) ? category : undefined;
}

function textOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

const classificationsOf = (node: ObjectTypeNode | FieldDefinitionNode): readonly ConstDirectiveNode[] =>
  node.directives?.filter(
    ({ name }) => name.value === disclosedDirective.name || name.value === notPersonalDirective.name,
  ) ?? [];

/** `@external` fields are never resolved here: they are what other subgraphs hand in. */
const isReferenceOnly = (field: FieldDefinitionNode): boolean =>
  field.directives?.some(({ name }) => name.value === 'external') ?? false;

/** Keys are opaque ids: they name an entity without telling anything of it. As `Type.field`. */
function keysOf(document: DocumentNode): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const { name, arguments: args } of node.directives ?? []) {
      const fields = args?.find((arg) => arg.name.value === 'fields')?.value;
      if (name.value !== 'key' || fields?.kind !== Kind.STRING) continue;
      for (const field of topNames(fields.value)) keys.add(`${node.name.value}.${field}`);
    }
  }
  return keys;
}

/** Of `shelf { room }` only the shelf: a `room` of the same type is no key, and must not go unclassified for one. */
function topNames(fields: string): readonly string[] {
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION
    ? operation.selectionSet.selections.flatMap((each) => (each.kind === Kind.FIELD ? each.name.value : []))
    : [];
}
