import { Pool } from 'undici';

export interface SubgraphRequest {
  readonly subgraph: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface SubgraphResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** How the executor reaches a subgraph. Tests give one that calls a schema in the same process. */
export interface Transport {
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
    async send({ url, headers, body, signal }) {
      const { pool, path } = poolFor(url);
      const response = await pool.request({ method: 'POST', path, headers, body, signal });
      return {
        status: response.statusCode,
        contentType: String(response.headers['content-type'] ?? ''),
        body: await response.body.text(),
      };
    },
    async close() {
      await Promise.all([...pools.values()].map(({ pool }) => pool.close()));
    },
  };
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
