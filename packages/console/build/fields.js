// Which fields speak of which category: what was on a paper is chosen from here, and recorded by its name.
import { Kind } from 'graphql';
import { argument, directive, japaneseOf, unwrap } from './read-document.js';

const disclosed = (node) => directive(node, 'disclosed');

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
        record: japaneseOf(type),
        label: japaneseOf(field),
      });
    }
  }
  return found;
}

/** `generated/fields.ts` */
export const fieldsModule = (fields) =>
  `export const fieldsByCategory: Readonly<Record<string, readonly { readonly name: string; readonly record: string; readonly label: string }[]>> = ${JSON.stringify(fields)};\n`;
