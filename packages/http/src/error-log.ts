import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { HubError, isErrorCode, errorCodes } from '@kasane/vocabulary';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';

/**
 * What a log may hold of an error: its class and where it happened. Not its message, for messages of databases
 * and validators quote the values that they failed on.
 */
export function describeError(error: unknown): { readonly name: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  const at = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: cause.name, at: at.slice(0, 8).map((line) => line.trim()) };
}

/** Logs the faults that are ours, with the correlation id; what a client did wrong is counted elsewhere. */
export function logErrors<C extends BaseContext & { readonly requestId?: string }>(
  logger: Logger,
): ApolloServerPlugin<C> {
  return {
    // Not a fault of a field but of a plugin or of Apollo Server, which tells its own logger without naming the request.
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      const { requestId } = requestContext.contextValue;
      logger.error({ requestId, error: describeError(error) }, 'a request failed');
    },
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          logFaults(logger, contextValue.requestId, errors);
        },
      };
    },
  };
}

/** The same for errors that did not come through Apollo Server. */
export function logFaults(
  logger: Logger,
  requestId: string | undefined,
  errors: readonly GraphQLError[],
): void {
  for (const error of errors)
    if (isOurs(error)) logger.error({ requestId, error: describeError(error) }, 'a field failed');
}

function isOurs(error: GraphQLError): boolean {
  if (error.originalError instanceof HubError) return error.originalError.httpStatus >= 500;
  const code = error.extensions['code'];
  if (isErrorCode(code)) return errorCodes[code].status >= 500;
  return error.originalError !== undefined && !(error.originalError instanceof GraphQLError);
}
