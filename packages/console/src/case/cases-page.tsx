import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { CasesPage, type CasesPageQuery, type CaseStatus } from '../generated/operations.js';
import { Answered } from '../hub/asked.js';
import { MorePages, usePages } from '../hub/pages.js';
import { useSession } from '../session/session.js';
import { ButtonLink } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { choices, day, word } from '../words/words.js';
import { Names } from '../ui/persons.js';
import styles from './case.module.css';

/** What a case that is open can be; of those that are over nothing is listed. */
const over: readonly string[] = ['INFORMATION_ONLY', 'HANDED_OVER', 'CLOSED', 'MOVED_OUT', 'DECEASED'];
const open = choices('CaseStatus').filter(({ value }) => !over.includes(value));

/** 担当ケース: the open cases in which the person has a seat, the newest first. */
export function Component(): ReactNode {
  const { viewer } = useSession();
  const [search, setSearch] = useSearchParams();
  const status = open.find(({ value }) => value === search.get('status'))?.value ?? null;
  const isManaging = viewer.roles.some((role) => role === 'OFFICE_MANAGER' || role === 'COORDINATOR');
  return (
    <Page
      title="担当ケース"
      tab="担当ケース"
      actions={
        <>
          <ButtonLink to="/intake">相談を受ける</ButtonLink>
          {isManaging && <ButtonLink to="/office-moves">異動・委託の終了</ButtonLink>}
        </>
      }
    >
      <div className={`${styles.filter} no-print`}>
        <label htmlFor="status">状態</label>
        <select
          id="status"
          value={status ?? ''}
          onChange={({ target }) =>
            setSearch(target.value ? { status: target.value } : {}, { replace: true })
          }
        >
          <option value="">すべて</option>
          {open.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Cases key={status ?? ''} status={status} />
    </Page>
  );
}

type Found = CasesPageQuery['myCases']['edges'][number]['node'];

function Cases({ status }: { readonly status: CaseStatus | null }): ReactNode {
  const pages = usePages(
    CasesPage,
    { status },
    ({ myCases }) => myCases,
    ({ id, number }) => id ?? number ?? '',
  );
  return (
    <Answered asked={pages.asked} lines={6}>
      {() => (
        <>
          <Table<Found>
            caption="担当ケースの一覧"
            rows={pages.nodes}
            keyOf={({ id, number }) => id ?? number ?? ''}
            empty="この条件の担当ケースはありません。"
            columns={[
              {
                name: 'ケース番号',
                cell: ({ id, number }) =>
                  id ? <Link to={`/cases/${id}`}>{number ?? 'ケース'}</Link> : number,
              },
              { name: '状態', cell: (of) => of.status && <Mark>{word('CaseStatus', of.status)}</Mark> },
              { name: '開始日', cell: ({ openedOn }) => openedOn && day(openedOn) },
              { name: '対象', cell: ({ persons }) => <Names of={persons} /> },
              {
                name: '世帯',
                cell: ({ householdId }) =>
                  householdId && <Link to={`/households/${householdId}`}>世帯を見る</Link>,
              },
            ]}
          />
          <MorePages pages={pages} />
        </>
      )}
    </Answered>
  );
}
