import {
  categories,
  levelLabels,
  tierLabels,
  type Category,
  type Label,
  type Level,
  type Tier,
} from '@kasane/vocabulary';
import {
  introspectionFromSchema,
  Kind,
  parse,
  type ConstDirectiveNode,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';

/** What a field is classified as: `@disclosed` of the supergraph, which the schema of the clients does not carry. */
export interface FieldCategory {
  readonly type: string;
  readonly field: string;
  readonly category: string;
  readonly categoryLabel: string;
  readonly tier: string;
  readonly tierLabel: string;
  /** Which opening of the category already shows it; absent: only the widest. */
  readonly level?: string;
  readonly levelLabel?: string;
}

/** The classified fields that clients see. A foreign supergraph has none. */
export function fieldCategories(supergraphSdl: string, apiSchema: GraphQLSchema): readonly FieldCategory[] {
  const found: FieldCategory[] = [];
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const type = apiSchema.getType(definition.name.value);
    const visible = type && 'getFields' in type ? type.getFields() : {};
    const ofType = disclosed(definition.directives);
    for (const { name, directives } of definition.fields ?? []) {
      const given = disclosed(directives) ?? ofType;
      if (!given || !Object.hasOwn(visible, name.value)) continue;
      found.push({ type: definition.name.value, field: name.value, ...given });
    }
  }
  return found;
}

function disclosed(
  directives: readonly ConstDirectiveNode[] = [],
): Omit<FieldCategory, 'type' | 'field'> | undefined {
  const directive = directives.find(({ name }) => name.value === 'disclosed');
  const given = new Map(
    directive?.arguments?.flatMap(({ name, value }) =>
      value.kind === Kind.STRING ? [[name.value, value.value] as const] : [],
    ),
  );
  const [category, tier, level] = [given.get('category'), given.get('tier'), given.get('level')];
  if (category === undefined || tier === undefined) return undefined;
  return {
    category,
    // A sector that somebody else adds may have categories of its own.
    categoryLabel: (categories as Partial<Record<string, Label>>)[category as Category]?.ja ?? category,
    tier,
    tierLabel: (tierLabels as Partial<Record<string, Label>>)[tier as Tier]?.ja ?? tier,
    ...(level !== undefined && {
      level,
      levelLabel: (levelLabels as Partial<Record<string, Label>>)[level as Level]?.ja ?? level,
    }),
  };
}

/** The schema as a tool asks for it, with the classification in the description of each field. */
export function annotatedSchema(
  apiSchema: GraphQLSchema,
  classified: readonly FieldCategory[],
): IntrospectionQuery {
  const noteOf = new Map(
    classified.map((each) => [
      `${each.type}.${each.field}`,
      `**${each.tier} ${each.tierLabel} · ${each.categoryLabel}** (\`${each.category}\`)` +
        (each.levelLabel === undefined ? '' : ` · ${each.levelLabel}から`),
    ]),
  );
  const { __schema: schema } = introspectionFromSchema(apiSchema);
  return {
    __schema: {
      ...schema,
      types: schema.types.map((type) =>
        type.kind !== 'OBJECT'
          ? type
          : {
              ...type,
              fields: type.fields.map((field) => {
                const note = noteOf.get(`${type.name}.${field.name}`);
                return note === undefined
                  ? field
                  : { ...field, description: [field.description, note].filter(Boolean).join('\n\n') };
              }),
            },
      ),
    },
  };
}
