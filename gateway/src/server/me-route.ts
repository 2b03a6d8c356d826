import { sendJson, type Route } from '@kasane/http';
import type { AccessTokenConfig } from '@kasane/identity';
import { staffRoute } from './staff-route.js';

/** `/me`: whom the hub takes the bearer for, so that a client need not read the claims of the city's provider. */
export const meRoute = (identity: AccessTokenConfig): Route =>
  staffRoute(identity, (staff, response) => sendJson(response, 200, staff));
