// Who keeps a ledger, read from the supergraph: one question for each, so that a party that is away takes nobody else's
// lines with it. A sector that joins is asked like the others.
import { parse, print } from 'graphql';

const directive = (node, name) => node.directives?.find((each) => each.name.value === name);
const argument = (node, name) => node?.arguments?.find((each) => each.name.value === name)?.value.value;

/**
 * @param supergraph the document of the supergraph
 * @returns {{ graphql: string, ledgers: { id: string, name: string, operation: string }[] }}
 */
export function readLedgers(supergraph) {
  const types = new Map(
    supergraph.definitions.flatMap((each) => (each.name ? [[each.name.value, each]] : [])),
  );
  const graphs = new Map(
    (types.get('join__Graph')?.values ?? []).map((value) => [
      value.name.value,
      argument(directive(value, 'join__graph'), 'name'),
    ]),
  );
  const found = (types.get('DisclosureLog')?.fields ?? []).flatMap((field) => {
    const id = graphs.get(argument(directive(field, 'join__field'), 'graph'));
    // The person of the log is a key, and of every graph.
    if (id === undefined) return [];
    const [japanese] = (field.description?.value ?? field.name.value).split(' — ');
    const ending = id.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
    return [
      { id, name: japanese.replace(/の記録$/u, ''), field: field.name.value, operation: `LedgerOf${ending}` },
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
