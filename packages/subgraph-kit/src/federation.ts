import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  print,
  specifiedDirectives,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { ErrorCode, HubError } from '@kasane/vocabulary';
import { buildSchema, createResolversMap, type BuildSchemaOptions } from 'type-graphql';
import { categoryOf, classifyFields } from './classification.js';
import { disclosedDirective, notPersonalDirective } from './disclosed.js';
import { guardFields } from './guard.js';
import { recordKey } from './subjects.js';

/** The first that has all of these: the lower it is, the more routers take the hub's schemas. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.3';
const IMPORTS = [
  '@key',
  '@shareable',
  '@external',
  '@requires',
  '@provides',
  '@override',
  '@inaccessible',
  '@tag',
  '@interfaceObject',
  '@composeDirective',
];
const DISCLOSED = 'https://kasane.example/disclosed/v1.0';

const HEADER = `extend schema
  @link(url: "${FEDERATION}", import: ${JSON.stringify(IMPORTS)})
  @link(url: "${DISCLOSED}", import: ["@${disclosedDirective.name}"])
  @composeDirective(name: "@${disclosedDirective.name}")`;

/** Resolves an entity that another subgraph refers to. It sees only what the kit let through. */
export type ReferenceResolver<Context> = (
  reference: Readonly<Record<string, unknown>>,
  context: Context,
) => unknown;

export interface FederationOptions<Context> {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Types that no root field returns. */
  readonly orphanedTypes?: NonNullable<BuildSchemaOptions['orphanedTypes']>;
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
  /** Records of several persons, each of whose rows decides for itself: a field of theirs has no category. */
  readonly decidedByRow?: readonly string[];
  /** Types of single records, which their owner may release one by one: each gets a `recordId`. */
  readonly rowTypes?: ReadonlySet<string>;
  /** SDL that decorators cannot say, e.g. fields generated from the sector registry. */
  readonly extraSdl?: string;
  /** Resolvers of the fields in `extraSdl`. */
  readonly extraResolvers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * A Federation 2 subgraph from type-graphql classes, every field classified and guarded.
 * @throws {Error} when a field is not classified, or an entity has no reference resolver: without one
 * `@apollo/subgraph` would echo the caller's representation back as the entity.
 */
export async function buildFederatedSubgraph<Context>(
  options: FederationOptions<Context>,
): Promise<{ readonly schema: GraphQLSchema; readonly sdl: string }> {
  const base = await buildSchema({
    resolvers: options.resolvers,
    orphanedTypes: options.orphanedTypes ?? [],
    directives: [...specifiedDirectives, disclosedDirective, notPersonalDirective],
    validate: true,
    skipCheck: true,
  });
  const rowTypes = options.rowTypes ?? new Set<string>();
  const typeDefs = classifyFields(
    withRecordIds(
      parse([HEADER, printSchemaWithDirectives(base), options.extraSdl ?? ''].join('\n\n')),
      rowTypes,
    ),
  );
  const resolvers = createResolversMap(base) as Record<string, Record<string, unknown>>;
  for (const type of rowTypes) resolvers[type] = { ...resolvers[type], recordId: recordKey };
  for (const [type, fields] of Object.entries(options.extraResolvers ?? {}))
    resolvers[type] = { ...resolvers[type], ...fields };
  for (const [type, resolveReference] of Object.entries(options.references))
    resolvers[type] = { ...resolvers[type], __resolveReference: resolveReference };
  // The array form works in @apollo/subgraph 2.14 and in 2.15.
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  copyDefaultValues(base, schema);
  refuseCategories(schema, options.decidedByRow ?? []);
  guardFields(schema, Object.keys(options.references));
  limitRepresentations(schema);
  return { schema, sdl: `${print(typeDefs)}\n` };
}

/** Each row of these types says its own name, classified as the rest of it. */
const withRecordIds = (document: DocumentNode, rowTypes: ReadonlySet<string>): DocumentNode =>
  visit(document, {
    ObjectTypeDefinition: (type) =>
      rowTypes.has(type.name.value) ? { ...type, fields: [...(type.fields ?? []), RECORD_ID] } : undefined,
  });

const [{ fields: [RECORD_ID] = [] }] = parse(
  'type Row { "記録の番号 — by which its owner releases this very record to a session" recordId: ID }',
).definitions as [ObjectTypeDefinitionNode];

/**
 * A category on a record of several persons would be decided as if it were in the file of the first of them, and
 * open on an assignment to that one alone.
 * @throws {Error} naming the field
 */
function refuseCategories(schema: GraphQLSchema, types: readonly string[]): void {
  for (const name of types) {
    const type = schema.getType(name);
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : [])
      if (categoryOf(field))
        throw new Error(`${name}.${field.name} speaks of a household: use @DecidedByRow().`);
  }
}

/** More entities than any page of a list holds. Each costs reads and lines in the ledger before anything is known of it. */
const MAX_REPRESENTATIONS = 1_000;

function limitRepresentations(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (!field) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (
    source,
    args: { readonly representations: readonly unknown[] },
    context,
    info,
  ): unknown => {
    if (args.representations.length > MAX_REPRESENTATIONS) throw new HubError(ErrorCode.PAYLOAD_TOO_LARGE);
    return resolve(source, args, context, info);
  };
}

/** SDL loses the internal form of default values (enum values, dates): take them from the source schema. */
function copyDefaultValues(from: GraphQLSchema, to: GraphQLSchema): void {
  for (const target of Object.values(to.getTypeMap())) {
    const source = from.getType(target.name);
    if (isInputObjectType(target) && isInputObjectType(source)) {
      for (const field of Object.values(target.getFields()))
        field.defaultValue = source.getFields()[field.name]?.defaultValue;
    } else if (
      (isObjectType(target) || isInterfaceType(target)) &&
      (isObjectType(source) || isInterfaceType(source))
    ) {
      for (const field of Object.values(target.getFields()))
        for (const arg of field.args) {
          const found = source.getFields()[field.name]?.args.find(({ name }) => name === arg.name);
          if (found) arg.defaultValue = found.defaultValue;
        }
    }
  }
}
