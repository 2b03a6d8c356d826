import type { ApolloServerPlugin } from '@apollo/server';
import { ErrorCode, errorCodes } from '@kasane/vocabulary';
import type { RequestBase } from './context.js';

/**
 * Recorded before released: the answer leaves only after the ledger has it. When the ledger cannot be written the
 * whole answer is replaced, errors included, for they too can tell something.
 */
export function ledgerPlugin<Context extends RequestBase>(
  report: (cause: unknown) => void,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response }) {
          try {
            await contextValue.record();
          } catch (cause) {
            report(cause);
            const code = ErrorCode.LEDGER_UNAVAILABLE;
            response.http.status = errorCodes[code].status;
            response.body = {
              kind: 'single',
              singleResult: {
                data: null,
                errors: [{ message: errorCodes[code].message, extensions: { code } } as never],
              },
            };
          }
        },
      };
    },
  };
}
