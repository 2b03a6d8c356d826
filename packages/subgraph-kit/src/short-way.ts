import type { ApolloServerPlugin } from '@apollo/server';
import { formatErrors, logFaults, type ShortAnswer, type ShortWay } from '@kasane/http';
import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestBase } from './context.js';
import { recorded } from './ledger-plugin.js';

/** A gateway asks the same few hundred questions. */
const MAX_KNOWN = 300;
/** Characters: who asks something longer asks it the long way. */
const MAX_LENGTH = 20_000;

type Context = Pick<RequestBase, 'record' | 'requestId'>;

export interface ShortWayOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** Told why an answer was held back. */
  readonly report: (cause: unknown) => void;
}

/**
 * A question that Apollo Server has read and found valid before is executed without it: to hash it and to pass it from
 * plugin to plugin takes as long as to answer it. The context is new each time, and who asks is verified before; only the
 * question's text is remembered. The same answer, the same lines in the log, the ledger before both.
 */
export function createShortWay<C extends Context>({
  schema,
  logger,
  report,
}: ShortWayOptions): {
  readonly shortWay: ShortWay<C>;
  readonly plugin: ApolloServerPlugin<C>;
} {
  const known = new Map<string, DocumentNode>();
  return {
    plugin: {
      async requestDidStart() {
        return {
          async didResolveOperation({ source, document, operation }) {
            // A change is rare, and several operations need a name to tell them apart: both the long way.
            if (operation?.operation !== 'query' || source.length > MAX_LENGTH) return;
            if (document.definitions.filter(({ kind }) => kind === 'OperationDefinition').length > 1) return;
            known.set(source, document);
            if (known.size > MAX_KNOWN) known.delete(known.keys().next().value as string);
          },
        };
      },
    },
    shortWay({ query, operationName, variables }, contextValue) {
      const document = known.get(query);
      return document && answer(document, operationName, variables, contextValue);
    },
  };

  async function answer(
    document: DocumentNode,
    operationName: string | undefined,
    variableValues: Readonly<Record<string, unknown>>,
    contextValue: C,
  ): Promise<ShortAnswer | undefined> {
    const { requestId } = contextValue;
    const result = await execute({ schema, document, operationName, variableValues, contextValue });
    // Variables that do not fit, another name: nothing was executed, and Apollo Server says it in its own words.
    if (result.data === undefined) return undefined;
    if (result.errors) logFaults(logger, requestId, result.errors);
    const heldBack = await recorded(contextValue, report);
    return heldBack
      ? written({ data: null, errors: [new GraphQLError('', { originalError: heldBack })] }, requestId)
      : written(result, requestId);
  }
}

/** As Apollo Server writes it: errors first, and a line feed at the end. What has data is an answer. */
function written({ data, errors }: ExecutionResult, requestId: string): ShortAnswer {
  if (!errors) return { status: 200, text: `${JSON.stringify({ data })}\n` };
  const told = formatErrors(errors, requestId);
  return {
    status: data ? 200 : (told.status ?? 200),
    text: `${JSON.stringify({ errors: told.errors, data })}\n`,
  };
}
