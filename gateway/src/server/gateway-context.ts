import { onClientLeaves, requestId, requestIdHeader } from '@kasane/http';
import {
  bearerToken,
  createAccessTokenVerifier,
  createViewerTokenMinter,
  readViewer,
} from '@kasane/identity';
import { HubError } from '@kasane/vocabulary';
import type { IncomingMessage } from 'node:http';
import type { HubConfig } from '../config.js';
import type { RequestLimiter } from './rate/limit-requests.js';
import { createExplainer, explainHeader, type Explainer } from './seen/explain.js';

/** One client's one request. */
export interface GatewayContext {
  readonly requestId: string;
  /** Calls when the client leaves. */
  readonly onLeave: (listener: () => void) => void;
  /** Signed for this request: who looks, why. Absent when nobody signed in (which only introspection may do). */
  readonly viewerToken?: string;
  /** A developer wants to know how the answer came about. */
  readonly explainer?: Explainer;
}

/** What a subgraph is told beside the operation. No header of the client passes. */
export const subgraphHeaders = ({
  requestId,
  viewerToken,
}: GatewayContext): Readonly<Record<string, string>> => ({
  [requestIdHeader]: requestId,
  ...(viewerToken !== undefined && { 'hub-viewer': viewerToken }),
});

export const createOpenContext =
  () =>
  async (request: IncomingMessage): Promise<GatewayContext> => ({
    requestId: requestId(request),
    onLeave: (listener) => onClientLeaves(request, listener),
    ...explainerFor(request, false),
  });

/** @throws {HubError} `FORBIDDEN` in production: sizes and times would tell what is withheld */
function explainerFor(request: IncomingMessage, production: boolean): { readonly explainer?: Explainer } {
  if (request.headers[explainHeader] === undefined) return {};
  if (production) throw new HubError('FORBIDDEN', 'Nothing is explained in production.');
  return { explainer: createExplainer() };
}

export interface HubContextOptions {
  readonly clock?: () => Date;
  readonly limiter?: RequestLimiter | undefined;
}

/**
 * Verifies who signed in, reads why they look, and signs both for the subgraphs.
 * The context throws a `HubError`: `UNAUTHENTICATED` for a token that is not good, or for none in production;
 * `BAD_USER_INPUT` for headers of purpose that are not; `RATE_LIMITED` for who asks too much.
 */
export function createHubContext(
  config: Pick<HubConfig, 'identity' | 'viewerSigningKey' | 'production'>,
  { clock = () => new Date(), limiter }: HubContextOptions = {},
): (request: IncomingMessage) => Promise<GatewayContext> {
  const verifier = createAccessTokenVerifier(config.identity, { clock });
  const minter = createViewerTokenMinter({ privateKey: config.viewerSigningKey, clock });
  return async (request) => {
    const base: GatewayContext = {
      requestId: requestId(request),
      onLeave: (listener) => onClientLeaves(request, listener),
      ...explainerFor(request, config.production),
    };
    const { authorization } = request.headers;
    // The tools send the row of the header panel that nobody filled in yet.
    if (authorization === undefined || /^bearer\s*$/i.test(authorization)) {
      await limiter?.stranger(request);
      if (config.production) throw new HubError('UNAUTHENTICATED');
      return base;
    }
    const staff = await verifier.verify(bearerToken(authorization)).catch(async (error: unknown) => {
      await limiter?.stranger(request);
      throw error;
    });
    await limiter?.viewer(staff.staffId);
    const headers = { get: (name: string) => [request.headers[name]].flat()[0] };
    return { ...base, viewerToken: await minter.mint(readViewer(staff, headers, base.requestId)) };
  };
}
