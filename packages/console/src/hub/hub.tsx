import { cacheExchange, Client, fetchExchange, mapExchange, Provider } from 'urql';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useLooking, type Looking } from '../session/purpose.js';
import { useSession } from '../session/session.js';

const Forgetting = createContext<() => void>(() => undefined);

/** Forgets every answer, on the screen too, and asks again for what the page shows. */
export const useForget = (): (() => void) => use(Forgetting);

/**
 * The connection to the hub. Answers are kept per purpose and conference: whoever looks for another reason asks
 * anew, and sees nothing of what was answered before.
 */
export function Hub({ children }: { readonly children: ReactNode }): ReactNode {
  const { token, end } = useSession();
  const { purpose, conference, emergencyReason } = useLooking();
  const [forgotten, setForgotten] = useState(0);
  const forget = useCallback(() => setForgotten((times) => times + 1), []);
  const client = useMemo(
    () =>
      new Client({
        url: '/graphql',
        preferGetMethod: false,
        requestPolicy: 'cache-and-network',
        fetchOptions: () => requestOf(token, { purpose, conference, emergencyReason }),
        exchanges: [
          mapExchange({
            onError(error) {
              if (codesOf(error).includes('UNAUTHENTICATED')) end();
            },
          }),
          cacheExchange,
          fetchExchange,
        ],
      }),
    // What was forgotten is in the memory of the client before.
    [token, end, purpose, conference, emergencyReason, forgotten],
  );
  return (
    <Forgetting value={forget}>
      <Provider value={client}>{children}</Provider>
    </Forgetting>
  );
}

/** What goes with a question: who asks, and why. */
export const requestOf = (
  token: string,
  { purpose, conference, emergencyReason }: Looking,
): Pick<RequestInit, 'cache' | 'headers'> => ({
  cache: 'no-store',
  headers: {
    authorization: `Bearer ${token}`,
    'apollo-require-preflight': '1',
    ...(purpose && { 'hub-purpose': purpose }),
    ...(conference && { 'hub-conference': conference }),
    ...(emergencyReason && { 'hub-emergency-reason': encodeURIComponent(emergencyReason) }),
  },
});

interface AnsweredError {
  readonly graphQLErrors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** The codes of what went wrong, in the hub's words. */
export const codesOf = ({ graphQLErrors }: AnsweredError): string[] =>
  graphQLErrors.flatMap(({ extensions }) =>
    typeof extensions?.['code'] === 'string' ? [extensions['code']] : [],
  );
