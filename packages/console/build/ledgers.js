// Who keeps a ledger, read from the supergraph: one question for each, so that a party that is away takes nobody else's
// lines with it. A sector that joins is asked like the others.
import { parse, print } from 'graphql';
import { argument, directive, endingOf, japaneseOf, subgraphsOf, typesOf } from './read-document.js';

/**
 * @param supergraph the document of the supergraph
 * @returns {{ graphql: string, ledgers: { id: string, name: string, operation: string }[] }}
 */
export function readLedgers(supergraph) {
  const types = typesOf(supergraph);
  const graphs = subgraphsOf(types);
  const found = (types.get('DisclosureLog')?.fields ?? []).flatMap((field) => {
    const id = graphs.get(argument(directive(field, 'join__field'), 'graph'));
    // The person of the log is a key, and of every graph.
    if (id === undefined) return [];
    return [
      {
        id,
        name: japaneseOf(field).replace(/の記録$/u, ''),
        field: field.name.value,
        operation: `LedgerOf${endingOf(id)}`,
      },
    ];
  });
  const questions = found.map(
    ({ operation, field }) =>
      `query ${operation}($person: ID!, $first: Int!, $after: String) { disclosureLog(person: $person) { person
        page: ${field}(first: $first, after: $after) { ...LedgerPart } } }`,
  );
  return {
    graphql: print(parse(questions.join('\n'))),
    ledgers: found.map(({ field: _, ...ledger }) => ledger),
  };
}

/** `generated/ledgers.ts`: the parties and their questions. */
export const ledgersModule = ({
  ledgers,
}) => `import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { ${ledgers.map(({ operation }) => operation).join(', ')}, type LedgerPartFragment } from './operations.js';

type Question = TypedDocumentNode<
  { readonly disclosureLog: { readonly page: LedgerPartFragment | null } | null },
  { readonly person: string; readonly first: number; readonly after: string | null }
>;
export const ledgers: readonly { readonly id: string; readonly name: string; readonly question: Question }[] = [
${ledgers.map(({ id, name, operation }) => `  { id: ${JSON.stringify(id)}, name: ${JSON.stringify(name)}, question: ${operation} as unknown as Question },`).join('\n')}
];
`;
