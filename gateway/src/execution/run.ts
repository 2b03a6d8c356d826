import type { GraphQLError } from 'graphql';
import type { Collect, Collected } from './collect-entities.js';
import type { JsonObject } from './json.js';
import type { RunObserver } from './observer.js';
import type { RunningCalls } from './running-calls.js';

/** Why a sector gave nothing. */
export type Absence = 'SECTOR_UNAVAILABLE' | 'SECTOR_TIMEOUT';

/** One client's one operation, while it runs. Nothing of it outlives the answer or is seen by another. */
export interface Run {
  /** What the subgraphs sent so far, merged. */
  readonly data: JsonObject;
  /** As the client sent them: each subgraph reads them by its own schema. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The value of a boolean variable, default included. */
  readonly isTrue: (variable: string) => boolean;
  readonly headersFor: (subgraph: string) => Readonly<Record<string, string>>;
  readonly calls: RunningCalls;
  readonly requestId: string | undefined;
  readonly observer: RunObserver | undefined;
  /** Whether what a subgraph wrote may go on as it came, for an answer that is written as text. */
  readonly asText: boolean;
  /** The objects of the data that hold values as they were written. */
  readonly holders: JsonObject[];
  /** How often the data changed, and what was collected of them since. */
  version: number;
  readonly collected: Map<Collect, { readonly version: number; readonly found: Collected }>;
  readonly errors: GraphQLError[];
  readonly unavailable: Map<string, Absence>;
  /** Subgraphs that were asked, and those that were not because no grant was there to send. */
  readonly asked: Set<string>;
  readonly withheld: Set<string>;
}
