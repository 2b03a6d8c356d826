import { sendError, sendJson, type Route } from '@kasane/http';
import type { AccessTokenConfig } from '@kasane/identity';
import { Role } from '@kasane/vocabulary';
import type { SectorHealth } from './health.js';
import { staffRoute } from './staff-route.js';

/** `/sectors`: which sector answers, for operators alone. Which one is away at a moment can tell whose records it holds. */
export const sectorsRoute = (health: SectorHealth, identity: AccessTokenConfig): Route =>
  staffRoute(identity, async ({ roles }, response) => {
    if (!roles.includes(Role.OPERATOR)) return sendError(response, 403, 'FORBIDDEN');
    sendJson(response, 200, { sectors: Object.fromEntries(await health.bySector()) });
  });
