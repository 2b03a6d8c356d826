import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The correlation id: from gateway to subgraphs, and to the client in every answer. */
export const requestIdHeader = 'hub-request-id';

interface RequestFacts {
  readonly id: string;
  readonly response: ServerResponse;
  signal?: AbortSignal;
}

/** Under a name that nobody else has. A map beside the requests, weak as it must be, costs each garbage collection. */
const facts = Symbol('request facts');
type WithFacts = IncomingMessage & { [facts]?: RequestFacts };

/** A strict form, because the id is written to logs, headers and ledgers as it is. */
const wellFormed = /^[A-Za-z0-9_-]{8,64}$/;

/** Names the request, and answers with the name. */
export function openRequest(request: IncomingMessage, response: ServerResponse, acceptId: boolean): void {
  const named = request.headers[requestIdHeader];
  const id = acceptId && typeof named === 'string' && wellFormed.test(named) ? named : randomUUID();
  (request as WithFacts)[facts] = { id, response };
  response.setHeader(requestIdHeader, id);
}

function factsOf(request: IncomingMessage): RequestFacts {
  const found = (request as WithFacts)[facts];
  if (!found) throw new Error('This request did not come through serveGraphQL.');
  return found;
}

/** The correlation id of a request. */
export const requestId = (request: IncomingMessage): string => factsOf(request).id;

/** Calls when the client leaves before the answer is complete: what `requestSignal` tells, without a signal. */
export function onClientLeaves(request: IncomingMessage, listener: () => void): void {
  const { response } = factsOf(request);
  if (response.destroyed && !response.writableFinished) return listener();
  response.once('close', () => {
    if (!response.writableFinished) listener();
  });
}

/** Calls when the answer has left, or its client. */
export const onAnswered = (request: IncomingMessage, listener: () => void): void =>
  void factsOf(request).response.once('close', listener);

/** Aborts when the client leaves before the answer is complete: whatever still works for it can stop. */
export function requestSignal(request: IncomingMessage): AbortSignal {
  const found = factsOf(request);
  if (found.signal) return found.signal;
  const controller = new AbortController();
  onClientLeaves(request, () => controller.abort());
  return (found.signal = controller.signal);
}
