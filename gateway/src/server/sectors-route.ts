import { sendError, sendJson, type Route } from '@kasane/http';
import { bearerToken, createAccessTokenVerifier, type AccessTokenConfig } from '@kasane/identity';
import { HubError, Role } from '@kasane/vocabulary';
import type { SectorHealth } from './health.js';

/** `/sectors`: which sector answers, for operators alone. Which one is away at a moment can tell whose records it holds. */
export function sectorsRoute(health: SectorHealth, identity: AccessTokenConfig): Route {
  const verifier = createAccessTokenVerifier(identity);
  return async (request, response) => {
    try {
      const { roles } = await verifier.verify(bearerToken(request.headers.authorization));
      if (!roles.includes(Role.OPERATOR)) return sendError(response, 403, 'FORBIDDEN');
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      return sendError(response, error.httpStatus, error.code);
    }
    sendJson(response, 200, { sectors: Object.fromEntries(await health.bySector()) });
  };
}
