// Reads every `.graphql` file of the console, checks it against the committed supergraph, and writes
// `src/generated/`: the types of each operation, its hash in place of its text, and the words of each enum.
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import {
  concatAST,
  isEnumType,
  isIntrospectionType,
  Kind,
  parse,
  print,
  printSchema,
  separateOperations,
  validate,
  visit,
} from 'graphql';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiSchema, readSupergraph } from './api-schema.js';
import { fieldsByCategory, fieldsModule } from './fields.js';
import { involvementsModule, readInvolvements } from './involvements.js';
import { ledgersModule, readLedgers } from './ledgers.js';
import { japaneseIn } from './read-document.js';
import { readSectors, sectorsModule } from './sectors.js';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const generated = `${source}generated/`;

const supergraph = readSupergraph();
const schema = apiSchema(supergraph);
mkdirSync(generated, { recursive: true });
const sectors = readSectors(supergraph);
write('sectors.graphql', sectors.graphql);
const involvements = readInvolvements(schema);
write('involvements.graphql', involvements.graphql);
const ledgers = readLedgers(supergraph);
write('ledgers.graphql', ledgers.graphql);
const files = listGraphql(source).map((file) => ({
  location: file,
  document: withTypenames(parse(readFileSync(file, 'utf8'))),
}));
const all = concatAST(files.map(({ document }) => document));
const errors = validate(schema, all);
if (errors.length > 0) {
  for (const error of errors)
    console.error(`${error.message}\n${error.nodes?.map((node) => print(node).slice(0, 200)).join('\n')}`);
  process.exit(1);
}

const documents = Object.entries(separateOperations(all)).map(([name, document]) => {
  const text = print(document);
  return { name, text, hash: createHash('sha256').update(text).digest('hex') };
});
const types = await codegen({
  filename: `${generated}operations.ts`,
  schema: parse(printSchema(schema)),
  documents: files,
  plugins: [{ types: {} }],
  pluginMap: { types: operationTypes },
  config: {
    skipTypename: false,
    enumType: 'string-literal',
    useTypeImports: true,
    scalars: { DateTimeISO: 'string' },
  },
});
write('operations.ts', [types, typedDocuments(all)].join('\n'));
write('labels.ts', words());
write('fields.ts', fieldsModule(fieldsByCategory(supergraph)));
write('involvements.ts', involvementsModule(involvements));
write('sectors.ts', sectorsModule(sectors));
write('ledgers.ts', ledgersModule(ledgers));
write(
  'trusted-documents.json',
  JSON.stringify(Object.fromEntries(documents.map(({ hash, text }) => [hash, text]))),
);

function typedDocuments(document) {
  const hashes = new Map(documents.map(({ name, hash }) => [name, hash]));
  return [
    `import type { TypedDocumentNode } from '@graphql-typed-document-node/core';`,
    ...document.definitions.flatMap((each) => {
      if (each.kind !== Kind.OPERATION_DEFINITION) return [];
      const name = each.name.value;
      const kind = each.operation === 'query' ? 'Query' : 'Mutation';
      // Only the hash is sent: the hub knows the text.
      return `export const ${name} = { kind: 'Document', definitions: [], documentId: '${hashes.get(name)}' } as unknown as TypedDocumentNode<${name}${kind}, ${name}${kind}Variables>;`;
    }),
    '',
  ].join('\n');
}

/** The Japanese half of what the schema says of each value. */
function words() {
  const enums = Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !isIntrospectionType(type),
  );
  const entries = enums.map((type) => [
    type.name,
    Object.fromEntries(
      type.getValues().map(({ name, description }) => [name, japaneseIn(description ?? name)]),
    ),
  ]);
  return `export const labels = ${JSON.stringify(Object.fromEntries(entries), null, 1)} as const;\n`;
}

function withTypenames(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      const isRoot = parent?.kind === Kind.OPERATION_DEFINITION;
      const has = node.selections.some(
        (each) => each.kind === Kind.FIELD && each.name.value === '__typename',
      );
      if (isRoot || has) return undefined;
      return {
        ...node,
        selections: [
          ...node.selections,
          { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } },
        ],
      };
    },
  });
}

function listGraphql(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => `${folder}${file}`);
}

function write(name, text) {
  writeFileSync(`${generated}${name}`, text);
}
