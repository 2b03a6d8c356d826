// Which fields speak of which category: what was on a paper is chosen from here, and recorded by its name.
import { Kind } from 'graphql';

const argument = (node, name) => node?.arguments?.find((each) => each.name.value === name)?.value.value;
const unwrap = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : unwrap(type.type));
const disclosed = (node) => node.directives?.find((each) => each.name.value === 'disclosed');
const japanese = (node) => (node.description?.value ?? node.name.value).split('\n')[0].split(' — ')[0];

/** @returns {Record<string, { name: string, record: string, label: string }[]>} by category, `Type.field` with its words */
export function fieldsByCategory(supergraph) {
  const found = {};
  const objects = new Set(
    supergraph.definitions
      .filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION)
      .map(({ name }) => name.value),
  );
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const category = argument(disclosed(field) ?? disclosed(type), 'category');
      // What holds records is no value on a paper; each of its records' fields is.
      if (category === undefined || objects.has(unwrap(field.type)) || unwrap(field.type) === 'ID') continue;
      (found[category] ??= []).push({
        name: `${type.name.value}.${field.name.value}`,
        record: japanese(type),
        label: japanese(field),
      });
    }
  }
  return found;
}

/** `generated/fields.ts` */
export const fieldsModule = (fields) =>
  `export const fieldsByCategory: Readonly<Record<string, readonly { readonly name: string; readonly record: string; readonly label: string }[]>> = ${JSON.stringify(fields)};\n`;
