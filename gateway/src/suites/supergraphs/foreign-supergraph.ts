import type { TestSubgraph } from '../../testing/federated.js';

/** A small supergraph of somebody else, and what it must answer. */
export interface ForeignSupergraph {
  readonly of: string;
  readonly subgraphs: Readonly<Record<string, TestSubgraph>>;
  /** What Apollo's composition writes and ours (0.27.0) leaves out. */
  readonly amend?: (supergraphSdl: string) => string;
  readonly questions: readonly Question[];
}

export interface Question {
  /** What holds, as a sentence. */
  readonly rule: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Absent when nothing is executed. */
  readonly data?: unknown;
  /** Code and path of each error; default none. */
  readonly errors?: readonly { readonly code: string; readonly path?: readonly (string | number)[] }[];
  /** How often each subgraph is asked. */
  readonly asks?: Readonly<Record<string, number>>;
}

type Key = Readonly<Record<string, unknown>>;

/** `__resolveReference` over a table: the row of which every field of the key is equal. */
export const findBy =
  (rows: readonly object[]) =>
  (key: Key): object | null =>
    rows.find((row) =>
      Object.entries(key).every(
        ([name, value]) => name === '__typename' || isSame((row as Key)[name], value),
      ),
    ) ?? null;

const isSame = (known: unknown, asked: unknown): boolean =>
  typeof asked === 'object' && asked !== null
    ? typeof known === 'object' &&
      known !== null &&
      Object.entries(asked).every(([name, value]) => isSame((known as Key)[name], value))
    : known === asked;
