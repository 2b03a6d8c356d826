import type { IncomingHttpHeaders } from 'node:http';
import { Pool, type Dispatcher } from 'undici';

export interface SubgraphRequest {
  readonly subgraph: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** The same without a signal, which costs more than it tells. */
  onAbort(listener: () => void): void;
}

export interface SubgraphResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** How the executor reaches a subgraph. Tests give one that calls a schema in the same process. */
export interface Transport {
  /** It rejects at once when a call is over: nobody need watch it for that. */
  readonly isPrompt?: boolean;
  send(request: SubgraphRequest): Promise<SubgraphResponse>;
  close(): Promise<void>;
}

export interface HttpTransportOptions {
  /** Connections kept to each subgraph; default 128. */
  readonly connections?: number;
  /** Bytes of an answer that are still read; default 32 MiB. */
  readonly maxResponseBytes?: number;
}

/** One keep-alive pool per subgraph. The deadline is the caller's `signal`: undici's own timers tick in half seconds. */
export function createHttpTransport(options: HttpTransportOptions = {}): Transport {
  const pools = new Map<string, { pool: Pool; path: string }>();
  const poolFor = (url: string): { pool: Pool; path: string } => {
    const known = pools.get(url);
    if (known) return known;
    const { origin, pathname, search } = new URL(url);
    const pool = new Pool(origin, {
      connections: options.connections ?? 128,
      // Shorter than the 65 s of our own servers, so that a connection is not reused just as they close it.
      keepAliveTimeout: 60_000,
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: options.maxResponseBytes ?? 32 * 1024 * 1024,
    });
    const opened = { pool, path: pathname + search };
    pools.set(url, opened);
    return opened;
  };
  return {
    isPrompt: true,
    send(request) {
      const { pool, path } = poolFor(request.url);
      return new Promise((resolve, reject) => {
        const answer = new Answer(request, resolve, reject);
        pool.dispatch({ method: 'POST', path, headers: request.headers, body: request.body }, answer);
      });
    },
    async close() {
      await Promise.all([...pools.values()].map(({ pool }) => pool.close()));
    },
  };
}

/**
 * Collects one answer. By undici's own handlers, without the stream that its `request` puts around a body: whoever
 * waits wants all of it anyway.
 */
class Answer implements Dispatcher.DispatchHandler {
  #status = 0;
  #contentType = '';
  #first: Buffer | undefined;
  #more: Buffer[] | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #isOver = false;

  constructor(
    readonly request: SubgraphRequest,
    readonly resolve: (response: SubgraphResponse) => void,
    readonly reject: (error: Error) => void,
  ) {
    request.onAbort(() => {
      const error = new Error('aborted');
      reject(error);
      this.#controller?.abort(error);
      this.#isOver = true;
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was over while it waited for a connection.
    if (this.#isOver) controller.abort(new Error('aborted'));
  }

  onResponseStart(_: unknown, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#contentType = String(headers['content-type'] ?? '');
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    if (!this.#first) this.#first = chunk;
    else (this.#more ??= [this.#first]).push(chunk);
  }

  onResponseEnd(): void {
    const bytes = this.#more ? Buffer.concat(this.#more) : this.#first;
    this.resolve({
      status: this.#status,
      contentType: this.#contentType,
      body: bytes?.toString('utf8') ?? '',
    });
  }

  onResponseError(_: unknown, error: Error): void {
    this.reject(error);
  }
}

/** The same over a `fetch`, for callers that have their own. */
export function createFetchTransport(fetchLike: typeof globalThis.fetch): Transport {
  return {
    async send({ url, headers, body, signal }) {
      const response = await fetchLike(url, { method: 'POST', headers, body, signal });
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        body: await response.text(),
      };
    },
    async close() {},
  };
}
