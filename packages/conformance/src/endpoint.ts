/** What a subgraph answered, parsed and raw: leaks hide in what a parser drops. */
export interface Answer {
  readonly status: number;
  /** Sorted, without those that differ from answer to answer. */
  readonly headers: readonly string[];
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly unknown[];
  readonly milliseconds: number;
}

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The viewer token; none for a caller who is nobody. */
  readonly token?: string | undefined;
}

/** A subgraph that hangs is told as one that did not answer. */
const TIMEOUT_MS = 30_000;

/** Named alike in both of two questions, so that their answers can be compared byte for byte. */
const REQUEST_ID = 'conformance-request';

/** What an answer may differ in without telling anything. */
const VOLATILE = new Set([
  'date',
  'hub-request-id',
  'x-request-id',
  'traceparent',
  'keep-alive',
  'connection',
]);

/** A subgraph's GraphQL endpoint, as the gateway or an attacker reaches it. */
export class Endpoint {
  constructor(readonly url: string) {}

  /** Resolves when the head of the answer is there; its body may still be on the way. */
  open({ query, variables = {}, token }: Question): Promise<Response> {
    return this.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { 'hub-viewer': token }) },
      body: JSON.stringify({ query, variables }),
    });
  }

  ask(question: Question): Promise<Answer> {
    return answerOf(() => this.open(question));
  }

  /** Any request at all, to the endpoint or to another path of its server. */
  request(init: RequestInit, path = ''): Promise<Answer> {
    return answerOf(() => this.send(init, path));
  }

  private send(init: RequestInit, path = ''): Promise<Response> {
    return fetch(new URL(path, this.url), {
      ...init,
      headers: { 'hub-request-id': REQUEST_ID, ...(init.headers as Record<string, string>) },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}

async function answerOf(send: () => Promise<Response>): Promise<Answer> {
  const began = performance.now();
  const response = await send();
  const text = await response.text();
  const milliseconds = performance.now() - began;
  const body = parsed(text);
  const headers = [...response.headers]
    .filter(([name]) => !VOLATILE.has(name))
    .map(([name, value]) => `${name}: ${value}`)
    .sort();
  const own = response.headers.get('hub-request-id') ?? response.headers.get('x-request-id');
  return {
    status: response.status,
    headers,
    text: own ? text.replaceAll(own, '<request>') : text,
    data: isRecord(body['data']) ? body['data'] : null,
    errors: Array.isArray(body['errors']) ? body['errors'] : [],
    milliseconds,
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * All that a caller may compare between two answers.
 * @param ids that were asked for, and differ between the two questions
 */
export const observable = ({ status, headers, text }: Answer, ...ids: readonly string[]): string =>
  ids.reduce((told, id) => told.replaceAll(id, '<id>'), [status, ...headers, text].join('\n'));

/** Whether anything but `null` came as data. */
export const hasData = ({ data }: Answer): boolean => data !== null && saysSomething(data);

const saysSomething = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(saysSomething)
    : isRecord(value)
      ? Object.values(value).some(saysSomething)
      : value !== null && value !== undefined;
