// The schema that clients of the hub see, from the committed supergraph: without what only the gateway reads.
import { readFileSync } from 'node:fs';
import { buildASTSchema, Kind, parse, visit } from 'graphql';

/** `SUPERGRAPH`, as for the gateway: a city that another sector joined builds the console with its own. */
export const supergraphFile =
  process.env.SUPERGRAPH ?? new URL('../../../gateway/supergraph.graphql', import.meta.url);

const isGatewaysOwn = (name) => /^(join|link)__/.test(name) || name === 'link' || name === 'inaccessible';
const isInaccessible = (node) => node.directives?.some(({ name }) => name.value === 'inaccessible');

/** The supergraph as written, with the directives that say category and tier. */
export const readSupergraph = () => parse(readFileSync(supergraphFile, 'utf8'));

export function apiSchema(supergraph) {
  const document = visit(supergraph, {
    enter(node) {
      if (node.kind === Kind.SCHEMA_DEFINITION) return { ...node, directives: [] };
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return null;
      if ('name' in node && node.name?.kind === Kind.NAME && node.kind.endsWith('TypeDefinition'))
        if (isGatewaysOwn(node.name.value)) return null;
      return isInaccessible(node) ? null : undefined;
    },
    Directive: { leave: () => null },
  });
  return buildASTSchema(document, { assumeValidSDL: true });
}
