import type { BaseContext, HTTPGraphQLResponse } from '@apollo/server';
import type { IncomingMessage } from 'node:http';
import { operationOf, type RawOperation } from './admit.js';

/**
 * Answers an admitted operation without Apollo Server. `undefined`, also as what is promised: it does not, nothing was
 * executed, and Apollo Server answers. What it answers must be what Apollo Server would.
 */
export type ShortWay<C extends BaseContext> = (
  operation: RawOperation & { readonly query: string },
  context: C,
) => Promise<ShortAnswer | undefined> | undefined;

export interface ShortAnswer {
  readonly status: number;
  /** The whole body. */
  readonly text: string;
}

/** An operation in which there is nothing left for Apollo Server to refuse before it reads the text. */
export function plainOperation(body: unknown): (RawOperation & { readonly query: string }) | undefined {
  if (!isRecord(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '') return undefined;
  if (!isAbsent(operationName) && typeof operationName !== 'string') return undefined;
  if (!isAbsent(variables) && !isRecord(variables)) return undefined;
  if (!isAbsent(extensions) && (!isRecord(extensions) || 'persistedQuery' in extensions)) return undefined;
  return { ...operationOf(body), query };
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Headers of clients are few, and each is a line of theirs. */
const maxKnown = 100;

/**
 * Which content type an `accept` header gets, as Apollo Server has shown for it: it negotiates, we remember. A header
 * that it has not met goes to it.
 */
export class ContentTypes {
  readonly #known = new Map<string, string>();

  of(request: IncomingMessage): string | undefined {
    return this.#known.get(request.headers.accept ?? '');
  }

  learn(request: IncomingMessage, { status = 200, headers, body }: HTTPGraphQLResponse): void {
    const type = headers.get('content-type');
    const accept = request.headers.accept ?? '';
    // A refusal says JSON also to whom Apollo Server would not give any.
    if (request.method !== 'POST' || status !== 200 || body.kind !== 'complete' || !type) return;
    if (this.#known.size < maxKnown) this.#known.set(accept, type);
  }
}
