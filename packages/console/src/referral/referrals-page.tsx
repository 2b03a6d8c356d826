import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ReferralsPage, type ReferralBox } from '../generated/operations.js';
import { Answered } from '../hub/asked.js';
import { MorePages, usePages } from '../hub/pages.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { Tabs } from '../ui/tabs.js';
import { moment, word } from '../words/words.js';
import { About, Due, officeName, StateMark } from './standing.js';

/** つなぎ: what came to the own office, and what it sent. */
export function Component(): ReactNode {
  const [search] = useSearchParams();
  const box: ReferralBox = search.get('box') === 'SENT' ? 'SENT' : 'INBOX';
  return (
    <Page title="つなぎ" tab="つなぎ">
      <Tabs
        label="つなぎの箱"
        tabs={[
          { to: '/referrals', label: word('ReferralBox', 'INBOX'), isHere: box === 'INBOX' },
          { to: '/referrals?box=SENT', label: word('ReferralBox', 'SENT'), isHere: box === 'SENT' },
        ]}
      />
      <Box key={box} box={box} />
      <p className="quiet no-print">
        新しいつなぎは、<Link to="/cases">ケース</Link>の画面から送ります。
      </p>
    </Page>
  );
}

function Box({ box }: { readonly box: ReferralBox }): ReactNode {
  const pages = usePages(
    ReferralsPage,
    { box },
    ({ referrals }) => referrals,
    ({ id }) => id,
  );
  return (
    <Answered asked={pages.asked} lines={5}>
      {() => (
        <>
          <Table
            caption={`${word('ReferralBox', box)}(新しい順)`}
            rows={pages.nodes}
            keyOf={({ id }) => id}
            empty={box === 'INBOX' ? '届いたつなぎはありません。' : '送ったつなぎはありません。'}
            columns={[
              {
                name: '対象',
                cell: ({ id, persons }) => (
                  <Link to={`/referrals/${id}`}>
                    <About persons={persons} />
                    <span className="visually-hidden">のつなぎ</span>
                  </Link>
                ),
              },
              {
                name: box === 'INBOX' ? 'つなぎ元' : 'つなぎ先',
                cell: ({ fromOffice, toOffice }) => officeName(box === 'INBOX' ? fromOffice : toOffice),
              },
              { name: '緊急性', cell: ({ urgency }) => word('Urgency', urgency) },
              { name: '状態', cell: ({ state }) => <StateMark state={state} /> },
              { name: '期限', cell: ({ dueOn }) => <Due on={dueOn} /> },
              {
                name: '送付',
                cell: ({ sentAt, onPaper }) => `${moment(sentAt)}${onPaper ? ' 口頭・紙' : ''}`,
              },
            ]}
          />
          <MorePages pages={pages} />
        </>
      )}
    </Answered>
  );
}
