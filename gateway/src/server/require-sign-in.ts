import type { ApolloServerPlugin } from '@apollo/server';
import { HubError } from '@kasane/vocabulary';
import { GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from './gateway-context.js';

/** Lets nobody in who did not sign in, but for the question of a tool about the schema (which production refuses). */
export const requireSignIn: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ contextValue, operation }) {
        // An operation that cannot be found is refused by itself.
        if (!operation || mayAsk(contextValue, operation)) return;
        const error = new HubError('UNAUTHENTICATED');
        throw new GraphQLError(error.message, { originalError: error, extensions: { ...error.extensions } });
      },
    };
  },
};

export const mayAsk = ({ viewerToken }: GatewayContext, operation: OperationDefinitionNode): boolean =>
  viewerToken !== undefined || asksOnlyOfTheSchema(operation);

/** Fragments at the root could hide anything: a tool does not use them there. */
const asksOnlyOfTheSchema = (operation: OperationDefinitionNode): boolean =>
  operation.operation === 'query' &&
  operation.selectionSet.selections.every(
    (each) => each.kind === Kind.FIELD && ['__schema', '__type', '__typename'].includes(each.name.value),
  );
