import { buildASTSchema, getNamedType, isObjectType, parse, type GraphQLObjectType } from 'graphql';

/** Every field of a sector's record of a person, to the leaves; a type within itself is not gone into again. */
export function wholeRecord(sdl: string, field: string): string {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const selection = (type: GraphQLObjectType, within: readonly string[]): string =>
    Object.values(type.getFields())
      .flatMap(({ name, type: of }) => {
        const inner = getNamedType(of);
        if (!isObjectType(inner)) return [name];
        return within.includes(inner.name)
          ? []
          : [`${name} { ${selection(inner, [...within, inner.name])} }`];
      })
      .join(' ');
  const person = schema.getType('Person');
  const record = isObjectType(person) ? getNamedType(person.getFields()[field]?.type) : undefined;
  if (!isObjectType(record)) throw new Error(`The schema has no Person.${field}.`);
  return selection(record, ['Person', record.name]);
}
