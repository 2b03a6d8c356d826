// How the document of a supergraph is read: what stands beside a type or a field, and what its description says.
import { Kind } from 'graphql';

export const directive = (node, name) => node.directives?.find((each) => each.name.value === name);
export const argument = (node, name) =>
  node?.arguments?.find((each) => each.name.value === name)?.value.value;

/** The name of a type, whether it is a list of it or must be there. */
export const unwrap = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : unwrap(type.type));

/** The Japanese half of a description: `要介護認定 — care-need certification`. */
export const japaneseIn = (description) => description.split('\n')[0].split(' — ')[0];
export const japaneseOf = (node) => japaneseIn(node.description?.value ?? node.name.value);

export const typesOf = (supergraph) =>
  new Map(supergraph.definitions.flatMap((each) => (each.name ? [[each.name.value, each]] : [])));

/** The id of each subgraph, by the name that the supergraph's directives give it. */
export const subgraphsOf = (types) =>
  new Map(
    (types.get('join__Graph')?.values ?? []).map((value) => [
      value.name.value,
      argument(directive(value, 'join__graph'), 'name'),
    ]),
  );

/** `elder-care` as the ending of an operation's name. */
export const endingOf = (id) => id.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
