import { sendError, type Route } from '@kasane/http';
import {
  bearerToken,
  createAccessTokenVerifier,
  type AccessTokenConfig,
  type StaffIdentity,
} from '@kasane/identity';
import { HubError } from '@kasane/vocabulary';
import type { ServerResponse } from 'node:http';

/** A route for whoever signed in; everybody else is told so. */
export function staffRoute(
  identity: AccessTokenConfig,
  answer: (staff: StaffIdentity, response: ServerResponse) => void | Promise<void>,
): Route {
  const verifier = createAccessTokenVerifier(identity);
  return async (request, response) => {
    let staff: StaffIdentity;
    try {
      staff = await verifier.verify(bearerToken(request.headers.authorization));
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      return sendError(response, error.httpStatus, error.code);
    }
    return answer(staff, response);
  };
}
