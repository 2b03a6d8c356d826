import { createHash } from 'node:crypto';
import { parse, Kind } from 'graphql';

/** The operations that a site's own clients send, agreed beforehand, by the SHA-256 of their text. */
export interface TrustedDocuments {
  readonly texts: readonly string[];
  /** The names of their operations. */
  readonly names: ReadonlySet<string>;
  byHash(hash: string): string | undefined;
  has(text: string): boolean;
}

/**
 * Reads a manifest: `{ "<sha256>": "<document>" }`, or Apollo's `{ "operations": [{ "id", "body" }] }`.
 * @throws {Error} naming the entry that is not what its id says
 */
export function parseTrustedDocuments(manifest: string): TrustedDocuments {
  const documents = new Map(entriesOf(manifest));
  const names = new Set<string>();
  for (const [hash, text] of documents) {
    // A document that was changed after it was agreed is not the one that was agreed.
    if (sha256(text) !== hash) throw new Error(`the document ${hash} is not the one of that SHA-256`);
    for (const definition of parsed(hash, text)) {
      if (definition.kind === Kind.OPERATION_DEFINITION && definition.name) names.add(definition.name.value);
    }
  }
  const texts = new Set(documents.values());
  return { texts: [...texts], names, byHash: (hash) => documents.get(hash), has: (text) => texts.has(text) };
}

/** The documents of several clients. */
export const joinTrustedDocuments = (all: readonly TrustedDocuments[]): TrustedDocuments => ({
  texts: [...new Set(all.flatMap(({ texts }) => texts))],
  names: new Set(all.flatMap(({ names }) => [...names])),
  byHash(hash) {
    for (const documents of all) {
      const text = documents.byHash(hash);
      if (text !== undefined) return text;
    }
    return undefined;
  },
  has: (text) => all.some((documents) => documents.has(text)),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function entriesOf(manifest: string): (readonly [string, string])[] {
  let value: unknown;
  try {
    value = JSON.parse(manifest);
  } catch {
    throw new Error('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('is not a JSON object');
  const operations = Object.hasOwn(value, 'operations')
    ? (value as { operations: unknown }).operations
    : undefined;
  const entries = Array.isArray(operations)
    ? operations.map((each) => [
        (each as { id?: unknown } | null)?.id,
        (each as { body?: unknown } | null)?.body,
      ])
    : Object.entries(value);
  return entries.map(([hash, text]) => {
    if (typeof hash !== 'string' || typeof text !== 'string')
      throw new Error('has an entry that is no document');
    return [hash.replace(/^sha256:/, '').toLowerCase(), text] as const;
  });
}

function parsed(hash: string, text: string): ReturnType<typeof parse>['definitions'] {
  try {
    return parse(text).definitions;
  } catch {
    throw new Error(`the document ${hash} is not GraphQL`);
  }
}
