import { useCallback } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import type { Looking } from '../session/purpose.js';
import { useSession } from '../session/session.js';
import { codesOf, requestOf } from './hub.js';
import { problemOf } from './problem.js';

/** Something that was not done, in words for who asked for it. */
export class NotDone extends Error {
  constructor(
    readonly problems: readonly string[],
    readonly reference?: string,
    /** The hub's own words for why, e.g. `CONFLICT`. */
    readonly codes: readonly string[] = [],
  ) {
    super(problems.join('\n'));
    this.name = 'NotDone';
  }
}

interface Told {
  readonly __typename: string;
}

/** What an answer says in `problems`: the input was read, and refused with reasons. */
const problemsOf = (answer: Told): readonly string[] | undefined =>
  'problems' in answer && Array.isArray(answer.problems) ? (answer.problems as string[]) : undefined;

/** Whether somebody else was first, so that what was read before no longer stands. */
export const isConflict = (error: unknown): boolean =>
  error instanceof NotDone && error.codes.includes('CONFLICT');

/**
 * Sends a change. Gives the one answer of the mutation, a conflict included; what was refused is thrown with its
 * reasons, so that a form can show them beside what was typed. With `as` it is sent for that purpose instead of the
 * one that the page is looked at for.
 */
export function useChange<Data extends object, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
): (variables: Variables, as?: Looking) => Promise<Exclude<Answer<Data>, { readonly problems: unknown }>> {
  const client = useClient();
  const { token } = useSession();
  return useCallback(
    async (variables, as) => {
      const { data, error } = await client
        .mutation(mutation, variables, as && { fetchOptions: requestOf(token, as) })
        .toPromise();
      if (error) {
        const { text, reference } = problemOf(error);
        throw new NotDone([text], reference, codesOf(error));
      }
      const answer = Object.values(data ?? {})[0] as Told | undefined;
      if (!answer) throw new NotDone(['処理できませんでした。もう一度お試しください。']);
      const problems = problemsOf(answer);
      if (problems) throw new NotDone(problems);
      return answer as Exclude<Answer<Data>, { readonly problems: unknown }>;
    },
    [client, mutation, token],
  );
}

/** The type of a mutation's one field. */
type Answer<Data extends object> = Exclude<Data[Exclude<keyof Data, '__typename'>], null | undefined>;
