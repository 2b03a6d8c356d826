import { useRef, useState, type ReactNode } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { NotDone } from './change.js';
import { useAsked, type Asked } from './asked.js';
import { problemOf } from './problem.js';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Pages<Data, Node> {
  /** The first page, as any question. */
  readonly asked: Asked<Data>;
  /** Everything that came so far, in its order, each once. */
  readonly nodes: readonly Node[];
  readonly hasMore: boolean;
  readonly isAskingMore: boolean;
  /** Why the last `more` brought nothing. */
  readonly problem: string | undefined;
  more(): void;
}

/**
 * A list that comes page by page and is shown as one: grouped, or in one table.
 *
 * @example
 * const { asked, nodes, hasMore, more } = usePages(Referrals, { box: 'INBOX' }, ({ referrals }) => referrals, ({ id }) => id);
 */
export function usePages<Data, Variables extends AnyVariables & object, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
  keyOf: (node: Node) => string,
  options: { readonly everyMs?: number } = {},
): Pages<Data, Node> {
  const client = useClient();
  const asked = useAsked(query, variables, options);
  const list = JSON.stringify(variables);
  // Pages belong to one question under one purpose: with another they are gone.
  const [further, setFurther] = useState<Further<Node>>({ client, list, pages: [] });
  const [isAskingMore, setAskingMore] = useState(false);
  const [problem, setProblem] = useState<string>();
  const latest = useRef({ client, list });
  latest.current = { client, list };

  const first = asked.data && pick(asked.data);
  const pages = further.client === client && further.list === list ? further.pages : [];
  const all = [...(first ? [first] : []), ...pages];
  const last = all.at(-1)?.pageInfo;
  const nodes = new Map(
    all.flatMap(({ edges }) => edges.map(({ node }): [string, Node] => [keyOf(node), node])),
  );

  const askMore = async (after: string): Promise<void> => {
    const { data, error } = await client
      .query(query, { ...variables, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (error) throw new NotDone([problemOf(error).text]);
    if (!data || latest.current.client !== client || latest.current.list !== list) return;
    setFurther({ client, list, pages: [...pages, pick(data)] });
  };

  return {
    asked,
    nodes: [...nodes.values()],
    hasMore: last?.hasNextPage === true,
    isAskingMore,
    problem,
    more() {
      const after = last?.endCursor;
      if (!after || isAskingMore) return;
      setAskingMore(true);
      setProblem(undefined);
      askMore(after)
        .catch((error: unknown) => setProblem(error instanceof NotDone ? error.message : undefined))
        .finally(() => setAskingMore(false));
    },
  };
}

interface Further<Node> {
  readonly client: unknown;
  readonly list: string;
  readonly pages: readonly Connection<Node>[];
}

/** もっと見る, under such a list. */
export function MorePages({
  pages: { hasMore, isAskingMore, problem, more },
}: {
  readonly pages: Pick<Pages<unknown, unknown>, 'hasMore' | 'isAskingMore' | 'problem' | 'more'>;
}): ReactNode {
  return (
    <div className="no-print">
      {problem && <Notice kind="error" title={problem} />}
      {hasMore && (
        <Button onPress={more} isDisabled={isAskingMore}>
          {isAskingMore ? '読み込んでいます…' : 'もっと見る'}
        </Button>
      )}
    </div>
  );
}
