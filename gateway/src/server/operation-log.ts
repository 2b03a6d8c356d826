import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { GatewayContext } from './gateway-context.js';

/** One line per operation: which request, how long, with which codes. No variable, no value, no person. */
export function logOperations(logger: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue }) {
      const begin = performance.now();
      return {
        async willSendResponse({ operationName, operation, response, errors }) {
          logger.info(
            {
              requestId: contextValue.requestId,
              operation: operation?.operation,
              name: operationName ?? undefined,
              ms: Math.round(performance.now() - begin),
              status: response.http.status ?? 200,
              codes: errors && [...new Set(errors.map(({ extensions }) => extensions['code'] ?? 'INTERNAL'))],
            },
            'operation',
          );
        },
      };
    },
  };
}
