import { useEffect, useId, useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { PurposeChoices } from '../app/purpose-dialog.js';
import { HouseholdSearch, type HouseholdSearchQuery } from '../generated/operations.js';
import { Answered } from '../hub/asked.js';
import { MorePages, usePages } from '../hub/pages.js';
import { useLooking } from '../session/purpose.js';
import { Page } from '../ui/page.js';
import { PersonName } from '../ui/person-name.js';
import { Table } from '../ui/table.js';
import { age, word } from '../words/words.js';
import styles from './search.module.css';

type Found = HouseholdSearchQuery['households']['edges'][number]['node'];

const DEBOUNCE_MS = 400;
/** What is looked for can be a name: it stays in this tab, and out of the address. */
const KEY = 'kasane.household-search';

/** 世帯をさがす: by name, kana or the number of a case, among the households that the viewer works on. */
export function Component(): ReactNode {
  const { purpose } = useLooking();
  const [typed, setTyped] = useTyped();
  // Half a word of an input method is no name to look for.
  const [isComposing, setComposing] = useState(false);
  const search = useSettled(typed.trim(), isComposing);
  const label = useId();
  return (
    <Page title="世帯をさがす" tab="世帯をさがす">
      {purpose ? (
        <>
          <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
            <label htmlFor={label}>氏名・フリガナ・ケース番号</label>
            <p id={`${label}-hint`} className="quiet">
              空のままなら、担当している世帯をすべて表示します。さがした言葉は、このタブを閉じると消えます。
            </p>
            <input
              id={label}
              type="search"
              dir="auto"
              autoComplete="off"
              maxLength={100}
              aria-describedby={`${label}-hint`}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onCompositionStart={() => setComposing(true)}
              onCompositionEnd={() => setComposing(false)}
            />
          </form>
          <Results key={search} search={search} />
        </>
      ) : (
        <section aria-labelledby="why">
          <h2 id="why">何のために見ますか</h2>
          <PurposeChoices />
        </section>
      )}
    </Page>
  );
}

function Results({ search }: { readonly search: string }): ReactNode {
  const pages = usePages(
    HouseholdSearch,
    { search: search === '' ? null : search, after: null },
    ({ households }) => households,
    ({ id }) => id,
  );
  const { nodes, hasMore } = pages;
  return (
    <Answered asked={pages.asked} lines={4}>
      {() => (
        <>
          <p role="status">
            {nodes.length === 0
              ? '見つかりません。言葉を短くするか、フリガナやケース番号でもお試しください。'
              : `${nodes.length}世帯${hasMore ? 'を表示しています(続きがあります)' : 'が見つかりました'}`}
          </p>
          {nodes.length > 0 && <Households found={nodes} />}
          <MorePages pages={pages} />
        </>
      )}
    </Answered>
  );
}

const Households = ({ found }: { readonly found: readonly Found[] }): ReactNode => (
  <Table
    caption="見つかった世帯"
    rows={found}
    keyOf={({ id }) => id}
    columns={[
      { name: '世帯', cell: (household) => <Whose household={household} /> },
      { name: '世帯員', cell: ({ members }) => <Members members={members} /> },
      {
        name: 'ケース',
        cell: ({ cases }) => (
          <ul className="plain-list">
            {(cases ?? []).map(({ id, number, status }) => (
              <li key={id}>
                <Link to={`/cases/${id}`}>{number ?? 'ケース'}</Link> {status && word('CaseStatus', status)}
              </li>
            ))}
          </ul>
        ),
      },
    ]}
  />
);

function Whose({ household: { id, members } }: { readonly household: Found }): ReactNode {
  const first = members?.find(({ relation }) => relation === 'SELF') ?? members?.[0];
  return (
    <Link to={`/households/${id}`} className={styles.household}>
      {first?.person?.identity?.name ? (
        <>
          <PersonName identity={first.person.identity} />
          さんの世帯
        </>
      ) : (
        '世帯を開く'
      )}
    </Link>
  );
}

const Members = ({ members }: Pick<Found, 'members'>): ReactNode => (
  <ul className={`plain-list ${styles.members}`}>
    {(members ?? []).map(({ relation, person }) => (
      <li key={person?.id}>
        <PersonName identity={person?.identity} />
        {person?.identity?.birthDate && ` ${age(person.identity.birthDate)}歳`}
        {relation && ` ${word('Relation', relation)}`}
      </li>
    ))}
  </ul>
);

/** What was typed, kept for this tab. A link may bring the number of a case: it is taken out of the address at once. */
function useTyped(): readonly [string, (typed: string) => void] {
  const [params, setParams] = useSearchParams();
  const brought = params.get('search');
  const [typed, setTyped] = useState(() => brought ?? sessionStorage.getItem(KEY) ?? '');
  useEffect(() => {
    if (brought !== null) setParams({}, { replace: true });
  }, [brought, setParams]);
  return [
    typed,
    (text) => {
      sessionStorage.setItem(KEY, text);
      setTyped(text);
    },
  ];
}

/** The text as soon as nobody types any more. */
function useSettled(text: string, isComposing: boolean): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (isComposing) return;
    const timer = setTimeout(() => setSettled(text), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text, isComposing]);
  return settled;
}
