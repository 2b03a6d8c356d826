import type { ApolloServerPlugin } from '@apollo/server';
import { ErrorCode, errorCodes, HubError } from '@kasane/vocabulary';
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
          const heldBack = await recorded(contextValue, report);
          if (!heldBack) return;
          response.http.status = heldBack.httpStatus;
          response.body = {
            kind: 'single',
            singleResult: {
              data: null,
              errors: [{ message: heldBack.message, extensions: { code: heldBack.code } } as never],
            },
          };
        },
      };
    },
  };
}

/** Writes what was noted. Gives what stands in place of the whole answer where that could not be done. */
export async function recorded(
  { record }: Pick<RequestBase, 'record'>,
  report: (cause: unknown) => void,
): Promise<HubError | undefined> {
  try {
    await record();
    return undefined;
  } catch (cause) {
    report(cause);
    return new HubError(ErrorCode.LEDGER_UNAVAILABLE, errorCodes.LEDGER_UNAVAILABLE.message);
  }
}
