import { HeaderMap } from '@apollo/server';
import { HubError } from '@kasane/vocabulary';
import { GraphQLError } from 'graphql';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RateLimiter } from './rate-limiter.js';

export interface RequestLimits {
  /** Requests of one member of staff in a minute. */
  readonly perViewer: number;
  /** Requests without a good sign-in, from one address in a minute. */
  readonly perAddress: number;
  /** Proxies in front of the gateway, whose entries in `x-forwarded-for` are believed. */
  readonly proxies: number;
}

export interface RequestLimiter {
  /** @throws {GraphQLError} `RATE_LIMITED`, with `Retry-After` */
  viewer(staffId: string): Promise<void>;
  /** @throws {GraphQLError} `RATE_LIMITED`, with `Retry-After` */
  stranger(request: IncomingMessage): Promise<void>;
}

/**
 * A member of staff is counted by their own id: a whole city hall may share one address. Only who is not signed in
 * is counted by address, so that guessing tokens is slow and locks nobody out.
 */
export function createRequestLimiter(limiter: RateLimiter, limits: RequestLimits): RequestLimiter {
  const take = async (key: string, perMinute: number): Promise<void> => {
    // The counter's store learns neither ids nor addresses.
    const wait = await limiter.take(createHash('sha256').update(key).digest('base64url'), perMinute);
    if (wait > 0) throw rateLimited(Math.ceil(wait / 1_000));
  };
  return {
    viewer: (staffId) => take(`viewer ${staffId}`, limits.perViewer),
    stranger: (request) => take(`address ${addressOf(request, limits.proxies)}`, limits.perAddress),
  };
}

function rateLimited(seconds: number): GraphQLError {
  const error = new HubError('RATE_LIMITED');
  const http = { status: error.httpStatus, headers: new HeaderMap([['retry-after', String(seconds)]]) };
  return new GraphQLError(error.message, { originalError: error, extensions: { code: error.code, http } });
}

/** The last entry that a proxy of ours wrote: whatever stands before it the client may have made up. */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const forwarded = [request.headers['x-forwarded-for']].flat().join(',').split(',');
  const entry = proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined;
  return entry || (request.socket.remoteAddress ?? 'unknown');
}
