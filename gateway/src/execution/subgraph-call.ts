import type { SubgraphRequest, SubgraphResponse, Transport } from './transport.js';

/** One question on its way to a subgraph, for as long as somebody waits for the answer. */
export class SubgraphCall implements SubgraphRequest {
  #isOver = false;
  #controller: AbortController | undefined;
  readonly #listeners: (() => void)[] = [];

  constructor(
    readonly subgraph: string,
    readonly url: string,
    readonly headers: Readonly<Record<string, string>>,
    readonly body: string,
  ) {}

  /** Made only for a transport that asks for it: five of them are a twentieth of a request. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#isOver) this.#controller.abort();
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Its time was over, and that is why. */
  isLate = false;

  onAbort(listener: () => void): void {
    if (this.#isOver) listener();
    else this.#listeners.push(listener);
  }

  abort(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#controller?.abort();
    for (const listener of this.#listeners) listener();
  }

  /** A transport that does not listen must not hold the answer up. @throws {Error} as the transport, or when it is over */
  sendBy(transport: Transport): Promise<SubgraphResponse> {
    if (transport.isPrompt) return transport.send(this);
    return new Promise((resolve, reject) => {
      this.onAbort(() => reject(new Error('aborted')));
      transport.send(this).then(resolve, reject);
    });
  }
}
