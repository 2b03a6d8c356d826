import { sendError, type Route } from '@kasane/http';
import { bearerToken } from '@kasane/identity';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Metrics } from './metrics.js';

/**
 * `/metrics`, for whoever has the token when there is one. Counts per sector tell a patient reader which sector
 * answered somebody's request, so in production it is never open.
 */
export const metricsRoute =
  (metrics: Metrics, token: string | undefined): Route =>
  async (request, response) => {
    const given = bearerToken(request.headers.authorization) ?? '';
    if (token !== undefined && !isSame(given, token)) return sendError(response, 401, 'UNAUTHENTICATED');
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : text);
  };

/** In a time that does not depend on where they differ. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
