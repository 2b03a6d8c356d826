/** Spares a subgraph that is down, and its callers the wait: after some failures in a row it is left alone for a while. */
export interface Breaker {
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  /** It was not the subgraph that ended the call. */
  undecided(): void;
}

type State =
  | { readonly phase: 'closed'; readonly failures: number }
  | { readonly phase: 'open'; readonly until: number }
  /** One call is on its way to try; the others still wait. */
  | { readonly phase: 'trying'; readonly until: number };

export interface BreakerOptions {
  readonly failures?: number;
  readonly restMs?: number;
  /** Milliseconds, never going back. */
  readonly clock?: () => number;
}

export function createBreaker({
  failures = 8,
  restMs = 2_000,
  clock = () => performance.now(),
}: BreakerOptions = {}): Breaker {
  let state: State = { phase: 'closed', failures: 0 };
  return {
    allows() {
      if (state.phase === 'closed') return true;
      if (clock() < state.until) return false;
      // Should the trial never end, the next one goes after another rest.
      state = { phase: 'trying', until: clock() + restMs };
      return true;
    },
    succeeded() {
      state = { phase: 'closed', failures: 0 };
    },
    failed() {
      const inARow = state.phase === 'closed' ? state.failures + 1 : failures;
      state =
        inARow >= failures
          ? { phase: 'open', until: clock() + restMs }
          : { phase: 'closed', failures: inARow };
    },
    undecided() {
      if (state.phase === 'trying') state = { phase: 'open', until: clock() };
    },
  };
}
