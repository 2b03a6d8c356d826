import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from './gateway-context.js';

/** How an operation ended. */
export interface OperationEnd {
  readonly operation: OperationDefinitionNode | undefined;
  readonly status: number;
  readonly errors: readonly GraphQLError[] | undefined;
  readonly hasData: boolean;
}

/**
 * Watches operations, whichever way they are answered: log, metrics, traces. Called when one begins; what it gives back,
 * when its answer is about to be sent. It must not throw.
 */
export type WatchOperation = (context: GatewayContext) => (end: OperationEnd) => void;

export const watchedBy =
  (watches: readonly WatchOperation[]): WatchOperation =>
  (context) => {
    const ends = watches.map((watch) => watch(context));
    return (end) => ends.forEach((each) => each(end));
  };

/** For the way through Apollo Server. */
export const watchPlugin = (watch: WatchOperation): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart({ contextValue }) {
    const end = watch(contextValue);
    return {
      async willSendResponse({ operation, response, errors }) {
        const { body, http } = response;
        const hasData = body.kind === 'single' && Boolean(body.singleResult.data);
        end({ operation, status: http.status ?? 200, errors, hasData });
      },
    };
  },
});
