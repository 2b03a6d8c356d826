import { errorCodes, HubError, isErrorCode, type ErrorCode } from '@kasane/vocabulary';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** What the client did wrong before anything ran: told in GraphQL's own words, for they speak of its own text. */
const clientFaults: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'INTROSPECTION_DISABLED',
]);

/**
 * The one formatter of errors, for the gateway and every subgraph: pass it to Apollo Server as `formatError`.
 * The client is told a code, fixed or public words, and where in its own query. It is not told of a service, a
 * URL, a stack, a database message, or a field that it did not name ("Did you mean …").
 *
 * It must not throw: Apollo Server would format the failure instead, with the stack when in development.
 */
export function errorFormatter(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  try {
    const cause = rootCause(error);
    if (cause instanceof HubError)
      return publicError(cause.code, wordsOf(cause.code, cause.message), formatted);
    const code = formatted.extensions?.['code'];
    if (clientFaults.has(code)) {
      const { locations } = formatted;
      return {
        message: withoutSuggestion(formatted.message),
        ...(locations && { locations }),
        extensions: { code },
      };
    }
    if (isErrorCode(code))
      return publicError(code, wordsOf(code, withoutSuggestion(formatted.message)), formatted);
    return publicError('INTERNAL', errorCodes.INTERNAL.message, formatted);
  } catch {
    return { message: errorCodes.INTERNAL.message, extensions: { code: 'INTERNAL' } };
  }
}

/** What of an execution's errors goes into the body, and the HTTP status that they ask for: as Apollo Server does it. */
export function formatErrors(
  errors: readonly GraphQLError[],
  correlationId?: string,
): { readonly errors: readonly GraphQLFormattedError[]; readonly status: number | undefined } {
  let status: number | undefined;
  const formatted = errors.map((error) => {
    const { http, ...extensions } = error.extensions as { http?: { status?: number }; code?: unknown };
    status = http?.status ?? status;
    const told = errorFormatter(
      { ...error.toJSON(), extensions: { ...extensions, code: extensions.code ?? 'INTERNAL_SERVER_ERROR' } },
      error,
    );
    return correlationId === undefined
      ? told
      : { ...told, extensions: { ...told.extensions, correlationId } };
  });
  return { errors: formatted, status };
}

/** Only words about the client's own doing (4xx) are the client's to read. */
const wordsOf = (code: ErrorCode, message: string): string =>
  errorCodes[code].status < 500 ? message : errorCodes[code].message;

const publicError = (
  code: ErrorCode,
  message: string,
  { path }: GraphQLFormattedError,
): GraphQLFormattedError => ({
  message,
  ...(path && { path }),
  extensions: { code },
});

/** graphql-js and Apollo Server wrap what was thrown, sometimes more than once. */
function rootCause(error: unknown): unknown {
  let cause = error;
  for (let depth = 0; depth < 5 && cause instanceof GraphQLError && cause.originalError; depth++) {
    cause = cause.originalError;
  }
  return cause;
}

const withoutSuggestion = (message: string): string => message.replace(/\s*Did you mean [\s\S]*\?\s*$/, '');
