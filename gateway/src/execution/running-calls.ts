import type { SubgraphCall } from './subgraph-call.js';

/**
 * What one request has on its way, with one timer for all of it: most calls are back long before, and a timer for each
 * would be set and cleared for nothing.
 */
export class RunningCalls {
  /** Call → when it is due, in milliseconds of `performance.now()`. */
  readonly #calls = new Map<SubgraphCall, number>();
  #timer: NodeJS.Timeout | undefined;
  /** When the timer rings; there is no call that is due before. */
  #rings = Infinity;
  #hasLeft = false;

  /** @param deadline when the whole answer is due, in milliseconds of `performance.now()` */
  constructor(readonly deadline: number) {}

  /** The client left before the answer was there. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** When a call is due that begins now; `undefined`: there is no time left for it. */
  dueOf(timeoutMs: number): number | undefined {
    const now = performance.now();
    return now >= this.deadline ? undefined : Math.min(now + timeoutMs, this.deadline);
  }

  add(call: SubgraphCall, due: number): void {
    if (this.#hasLeft) return call.abort();
    this.#calls.set(call, due);
    if (due < this.#rings) this.#ringAt(due);
  }

  delete(call: SubgraphCall): void {
    this.#calls.delete(call);
  }

  leave(): void {
    this.#hasLeft = true;
    for (const call of this.#calls.keys()) call.abort();
  }

  /** Nothing more will be asked. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #ringAt(due: number): void {
    clearTimeout(this.#timer);
    this.#rings = due;
    this.#timer = setTimeout(() => this.#ring(), Math.max(1, Math.ceil(due - performance.now())));
  }

  #ring(): void {
    const now = performance.now();
    let next = Infinity;
    for (const [call, due] of this.#calls) {
      if (due > now) next = Math.min(next, due);
      else {
        call.isLate = true;
        call.abort();
      }
    }
    this.#rings = Infinity;
    if (next < Infinity) this.#ringAt(next);
  }
}
