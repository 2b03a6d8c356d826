import { useEffect, useMemo, type ReactNode } from 'react';
import {
  createRequest,
  useClient,
  useQuery,
  type AnyVariables,
  type CombinedError,
  type TypedDocumentNode,
} from 'urql';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/waiting.js';
import { problemOf } from './problem.js';

export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
  readonly isAsking: boolean;
  again(): void;
}

/**
 * Asks the hub. What was answered before is shown at once and asked again.
 * @param once what was answered before is taken as it is: for facts that hardly change
 * @param everyMs asks again so often, while the page is in sight
 */
export function useAsked<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  {
    pause = false,
    once = false,
    everyMs,
  }: { readonly pause?: boolean; readonly once?: boolean; readonly everyMs?: number } = {},
): Asked<Data> {
  const client = useClient();
  const context = useMemo(() => ({ askedBy: client }), [client]);
  const [{ data, error, fetching, stale, operation }, ask] = useQuery({
    query,
    variables,
    pause,
    context,
    ...(once && { requestPolicy: 'cache-first' }),
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  // The library keeps what it showed until the next answer. That may be of somebody else, or for another purpose.
  const isOfThis =
    operation?.key === createRequest(query, variables).key && operation.context['askedBy'] === client;
  const again = (): void => ask({ requestPolicy: 'network-only' });
  useEffect(() => {
    if (everyMs === undefined || pause) return;
    const clock = setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    }, everyMs);
    return () => clearInterval(clock);
  }, [ask, everyMs, pause]);
  return {
    data: isOfThis ? data : undefined,
    error: isOfThis ? error : undefined,
    isAsking: fetching || stale,
    again,
  };
}

/** A part of a page that waits for an answer: its outline while it waits, the problem and another try when there is one. */
export function Answered<Data>({
  asked,
  lines = 3,
  children,
}: {
  readonly asked: Asked<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  const { data, error, again } = asked;
  if (!data && !error) return <Skeleton lines={lines} />;
  return (
    <>
      {error && <ProblemNotice error={error} again={again} />}
      {data && children(data)}
    </>
  );
}

export function ProblemNotice({
  error,
  again,
}: {
  readonly error: CombinedError;
  readonly again?: () => void;
}): ReactNode {
  const { text, reference } = problemOf(error);
  return (
    <Notice kind="error" title={text}>
      {reference && <p className="reference">問い合わせ番号 {reference}</p>}
      {again && <Button onPress={again}>もう一度読み込む</Button>}
    </Notice>
  );
}
