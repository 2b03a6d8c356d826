import { formatErrors, logFaults, type ShortAnswer, type ShortWay } from '@kasane/http';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { Gateway } from '../create-gateway.js';
import type { WrittenResult } from '../execution/engine.js';
import type { GatewayContext } from './gateway-context.js';
import type { WatchOperation } from './watch-operations.js';

export interface ShortWayOptions {
  readonly gateway: Gateway;
  readonly watch: WatchOperation;
  /** Whether this viewer may ask this; who may not is refused by Apollo Server's way. */
  readonly mayAsk: (context: GatewayContext, operation: OperationDefinitionNode) => boolean;
  readonly logger: Logger;
}

/**
 * An operation that was answered before under this supergraph is answered without being parsed, validated, hashed and
 * passed from plugin to plugin again, which costs as much as the federation itself. What the first answer took through
 * Apollo Server, the others take here: the same bytes, the same lines in the log.
 */
export function createShortWay({
  gateway,
  watch,
  mayAsk,
  logger,
}: ShortWayOptions): ShortWay<GatewayContext> {
  return ({ query, operationName, variables }, context) => {
    if (context.explainer) return undefined;
    const known = gateway.known(query, operationName);
    if (!known || !mayAsk(context, known.operation)) return undefined;
    const execute = known.prepare(variables);
    if (!execute) return undefined;
    const end = watch(context);
    const result = execute(context as unknown as Readonly<Record<string, unknown>>);
    return result.catch(failed).then((result) => {
      const { status, text } = written(result, context.requestId);
      if (result.errors) logFaults(logger, context.requestId, result.errors);
      end({ operation: known.operation, status, errors: result.errors, hasData: hasData(result) });
      return { status, text };
    });
  };
}

const hasData = ({ data }: WrittenResult): boolean => data !== undefined && data !== 'null';

/** No error of a subgraph or a client ends here: it is one of ours. */
const failed = (error: unknown): WrittenResult => ({
  errors: [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })],
});

/** As Apollo Server writes it: errors first, and a line feed at the end. */
function written(result: WrittenResult, requestId: string): ShortAnswer {
  const { errors, data, extensions } = result;
  const told = errors && formatErrors(errors, requestId);
  // An answer that has data is an answer, whatever is missing in it; one that could not be executed is none.
  const status = hasData(result) ? 200 : (told?.status ?? (data === undefined ? 500 : 200));
  if (!told && !extensions) return { status, text: `{"data":${data}}\n` };
  const members = [
    ...(told ? [`"errors":${JSON.stringify(told.errors)}`] : []),
    ...(data !== undefined ? [`"data":${data}`] : []),
    ...(extensions ? [`"extensions":${JSON.stringify(extensions)}`] : []),
  ];
  return { status, text: `{${members.join(',')}}\n` };
}
