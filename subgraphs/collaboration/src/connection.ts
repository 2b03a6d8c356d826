import { NotPersonal } from '@kasane/subgraph-kit';
import { ErrorCode, HubError } from '@kasane/vocabulary';
import { Field, ObjectType, type ClassType } from 'type-graphql';
import { MAX_PAGE, PageInfo } from './household/household.js';

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

/** A Relay connection of a type: `<Name>Connection` and `<Name>Edge`. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `一覧の一件 — one ${name} of a list` })
  @NotPersonal('wraps a record that decides for itself')
  class OneEdge implements Edge<Node> {
    @Field(() => String)
    cursor!: string;

    @Field(() => node())
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `一覧 — ${name}, page by page` })
  @NotPersonal('wraps records that decide for themselves')
  class Page implements Connection<Node> {
    @Field(() => [OneEdge])
    edges!: OneEdge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return Page;
}

/** Where a page ends: a place in the order of the list, so that what is added elsewhere moves nothing. */
export interface Place {
  /** What the list is ordered by, as text that sorts alike: an ISO date or instant. */
  readonly at: string;
  readonly id: string;
}

/** @throws {HubError} `BAD_USER_INPUT` for a page of no size, or of more than {@link MAX_PAGE} */
export function requirePage(first: number): void {
  if (first < 1 || first > MAX_PAGE)
    throw new HubError(ErrorCode.BAD_USER_INPUT, `first must be between 1 and ${MAX_PAGE}.`);
}

/** A page of a list of which one more than `first` was read. */
export function pageOf<Row, Node>(
  rows: readonly Row[],
  first: number,
  placeOf: (row: Row) => Place,
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return {
    edges: shown.map((row) => ({ cursor: cursorOf(placeOf(row)), node: nodeOf(row) })),
    pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(placeOf(last)) : null },
  };
}

const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at} ${id}`).toString('base64url');

/** A day of the calendar, or an instant: what only looks like one breaks the statement that compares it. */
const isPlace = (at: string): boolean => {
  const instant = new Date(at);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, at.length) === at;
};

/** @throws {HubError} `BAD_USER_INPUT` for what no list of ours gave out */
export function readPlace(cursor: string): Place {
  const [, at, id] =
    /^([\d:.TZ-]{10,32}) ([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined || !isPlace(at))
    throw new HubError(ErrorCode.BAD_USER_INPUT, 'after is not a cursor of this list.');
  return { at, id };
}
