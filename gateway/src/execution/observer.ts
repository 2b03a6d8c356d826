import type { PlanNode } from './planner.js';
import type { Absence } from './run.js';

/** How a fetch ended. `ERRORS`: answered, with errors. `CANCELLED`: the client left. */
export type FetchOutcome = 'OK' | 'ERRORS' | 'CANCELLED' | Absence;

/** Watches one client's one operation: for metrics, traces, or to explain it. It must not throw. */
export interface RunObserver {
  /** @param wasKnown whether the plan was there from an earlier request */
  planned?(plan: PlanNode | undefined, wasKnown: boolean): void;
  /** A subgraph is about to be asked. */
  asks?(subgraph: string, body: string): FetchObserver | undefined;
}

export interface FetchObserver {
  /** Sent to the subgraph beside the others. */
  readonly headers?: Readonly<Record<string, string>>;
  /** @param body what the subgraph sent, if it did */
  answered(outcome: FetchOutcome, body: string | undefined): void;
}

/** Several observers as one; none as none, so that nothing is done for nobody. */
export function observedBy(observers: readonly RunObserver[]): RunObserver | undefined {
  if (observers.length < 2) return observers[0];
  return {
    planned: (plan, wasKnown) => observers.forEach((each) => each.planned?.(plan, wasKnown)),
    asks(subgraph, body) {
      const fetches = observers.flatMap((each) => each.asks?.(subgraph, body) ?? []);
      return {
        headers: Object.assign({}, ...fetches.map(({ headers }) => headers)) as Record<string, string>,
        answered: (outcome, answer) => fetches.forEach((each) => each.answered(outcome, answer)),
      };
    },
  };
}
