import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Desk, type DeskQuery, type OpenItemKind } from '../generated/operations.js';
import { Answered } from '../hub/asked.js';
import { MorePages, usePages } from '../hub/pages.js';
import { useSession } from '../session/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { Page } from '../ui/page.js';
import { choices, word } from '../words/words.js';
import { byKind, type Group } from './by-kind.js';
import { OpenItems } from './open-items.js';
import styles from './desk.module.css';
import { SeatsWaiting } from './seats-waiting.js';

export type OpenItem = DeskQuery['myOpenItems']['edges'][number]['node'];

const EVERY_MS = 60_000;
const kinds = choices('OpenItemKind');

/** 対応待ち: what waits for the person at the screen, kind by kind, the most urgent first. */
export function Component(): ReactNode {
  const { viewer } = useSession();
  const [search, setSearch] = useSearchParams();
  const chosen = kinds.find(({ value }) => value === search.get('kind'))?.value;
  const pages = usePages(
    Desk,
    { kinds: chosen ? [chosen] : null },
    ({ myOpenItems }) => myOpenItems,
    ({ kind, id }) => `${kind} ${id}`,
    { everyMs: EVERY_MS },
  );
  const groups = byKind<OpenItemKind, OpenItem>(pages.nodes);
  const choose = (kind?: OpenItemKind): void => setSearch(kind ? { kind } : {}, { replace: true });
  const isLeading = viewer.roles.some((role) => role === 'COORDINATOR' || role === 'OFFICE_MANAGER');
  return (
    <Page
      title="対応待ち"
      tab="対応待ち"
      actions={
        viewer.roles.some((role) => role !== 'PRIVACY_OFFICER') && (
          <ButtonLink to="/intake" variant="primary">
            相談を受ける
          </ButtonLink>
        )
      }
    >
      <div className={`${styles.filter} row no-print`}>
        <label htmlFor="kind">種類でしぼる</label>
        <select
          id="kind"
          value={chosen ?? ''}
          onChange={({ target }) => choose(kinds.find(({ value }) => value === target.value)?.value)}
        >
          <option value="">すべて</option>
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {chosen && (
          <Button variant="quiet" onPress={() => choose()}>
            すべて見る
          </Button>
        )}
      </div>
      <Answered asked={pages.asked} lines={6}>
        {() => (
          <>
            <p role="status">{summary(groups, pages.hasMore)}</p>
            {groups.map((group) => (
              <Kind key={group.kind} group={group} hasMore={pages.hasMore} />
            ))}
            <MorePages pages={pages} />
          </>
        )}
      </Answered>
      {isLeading && !chosen && <SeatsWaiting />}
    </Page>
  );
}

const summary = (groups: readonly Group<OpenItem>[], hasMore: boolean): string => {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const late = groups.reduce((sum, { overdue }) => sum + overdue, 0);
  if (count === 0) return 'いま対応を待っているものはありません。';
  return `${count}件${hasMore ? '以上' : ''}${late > 0 ? `(うち期限切れ ${late}件)` : ''}`;
};

function Kind({
  group: { kind, items, overdue },
  hasMore,
}: {
  readonly group: Group<OpenItem>;
  readonly hasMore: boolean;
}): ReactNode {
  const name = word('OpenItemKind', kind);
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>
        {name} {items.length}件{hasMore && '以上'}{' '}
        {overdue > 0 && <Mark kind="late">期限切れ {overdue}件</Mark>}
      </h2>
      <OpenItems caption={`${name}の対応待ち`} items={items} />
    </section>
  );
}
