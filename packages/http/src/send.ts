import { errorCodes, type ErrorCode } from '@kasane/vocabulary';
import type { ServerResponse } from 'node:http';
import { requestIdHeader } from './request-facts.js';

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(response.req.method === 'HEAD' ? undefined : text);
}

export const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, 'application/json; charset=utf-8', `${JSON.stringify(value)}\n`);

export const sendHtml = (response: ServerResponse, html: string): void =>
  send(response, 200, 'text/html; charset=utf-8', html);

/** An error in the one shape that every client of the hub knows, for what is answered before GraphQL. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string = errorCodes[code].message,
): void {
  const correlationId = response.getHeader(requestIdHeader);
  sendJson(response, status, { errors: [{ message, extensions: { code, correlationId } }] });
}
