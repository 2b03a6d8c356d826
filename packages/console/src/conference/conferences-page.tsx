import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Conferences, ConferencesMinutes, type ConferencesQuery } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useSession } from '../session/session.js';
import { useLooking } from '../session/purpose.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Table, type Column } from '../ui/table.js';
import { day, daysUntil, moment, word } from '../words/words.js';
import { ownSeat } from './leading.js';
import { PurposeFirst } from './purpose-first.js';
import { splitByTime } from './split-by-time.js';

type Conference = ConferencesQuery['myConferences'][number];
type Session = ConferencesQuery['myStatutorySessions'][number];

/** 会議: where the person is expected, and what they still have to do. A guest of conferences has no other page. */
export const Component = (): ReactNode => (
  <Page title="会議" tab="会議">
    <PurposeFirst>
      <Mine />
    </PurposeFirst>
  </Page>
);

function Mine(): ReactNode {
  const { viewer } = useSession();
  const asked = useAsked(Conferences, {});
  return (
    <Answered asked={asked} lines={8}>
      {({ myConferences, myStatutorySessions }) => {
        const { ahead, past } = splitByTime(myConferences, new Date());
        const running = myStatutorySessions.filter(({ state }) => state !== 'OVER');
        const over = myStatutorySessions.filter(({ state }) => state === 'OVER');
        const toPledge = running.filter(
          ({ members, pledgedAt }) => pledgedAt === null && ownSeat(members, viewer),
        );
        return (
          <>
            <ToDo toPledge={toPledge} />
            <h2>これからの会議</h2>
            <Table
              caption="これからの会議"
              rows={ahead}
              keyOf={({ id }) => id}
              columns={conferenceColumns}
              empty="予定されている会議はありません。"
            />
            <h2>法令に基づく場</h2>
            <p>支援会議などの場です。場に入ると、その法令で見られるものだけが見られます。</p>
            <Table
              caption="開催前と開催中の場"
              rows={running}
              keyOf={({ id }) => id}
              columns={sessionColumns}
              empty="開催前・開催中の場はありません。"
            />
            <h2>終わった会議と場</h2>
            <details>
              <summary>
                終わった会議({past.length}件)と場({over.length}件)を表示する
              </summary>
              <Table
                caption="終わった会議"
                rows={past}
                keyOf={({ id }) => id}
                columns={conferenceColumns}
                empty="終わった会議はありません。"
              />
              <Table
                caption="終わった場"
                rows={over}
                keyOf={({ id }) => id}
                columns={sessionColumns}
                empty="終わった場はありません。"
              />
            </details>
          </>
        );
      }}
    </Answered>
  );
}

const conferenceColumns: readonly Column<Conference>[] = [
  {
    name: '日時',
    cell: ({ id, heldAt }) => <Link to={`/conferences/${id}`}>{moment(heldAt)}</Link>,
  },
  { name: '種類', cell: ({ kind }) => word('ConferenceKind', kind) },
  { name: '場所', cell: ({ place }) => place },
  { name: '主宰', cell: ({ conveningOffice }) => conveningOffice.name ?? conveningOffice.code },
];

const sessionColumns: readonly Column<Session>[] = [
  {
    name: '根拠',
    cell: ({ id, basis }) => <Link to={`/sessions/${id}`}>{word('SessionBasis', basis)}</Link>,
  },
  {
    name: '状態',
    cell: ({ state }) => (
      <Mark kind={state === 'OPEN' ? 'good' : 'plain'}>{word('SessionState', state)}</Mark>
    ),
  },
  {
    name: '期間',
    cell: ({ opensAt, closesAt, closedAt }) => `${moment(opensAt)} から ${moment(closedAt ?? closesAt)} まで`,
  },
  {
    name: 'あなたの守秘の確認',
    cell: ({ pledgedAt }) => (pledgedAt ? `済(${moment(pledgedAt)})` : 'まだ'),
  },
  { name: '招集', cell: ({ conveningOffice }) => conveningOffice.name ?? conveningOffice.code },
];

function ToDo({ toPledge }: { readonly toPledge: readonly Session[] }): ReactNode {
  const { viewer } = useSession();
  const { purpose } = useLooking();
  // Minutes are written by who has an office role; a guest is not asked for any.
  const { data } = useAsked(ConferencesMinutes, {}, { pause: viewer.roles.length === 0 || !purpose });
  const minutes = data?.myOpenItems.edges.map(({ node }) => node) ?? [];
  if (toPledge.length + minutes.length === 0) return null;
  return (
    <Notice kind="warning" title="あなたがすること">
      <ul>
        {toPledge.map(({ id, basis, opensAt, closesAt, state }) => (
          <li key={id}>
            <Link to={`/sessions/${id}`}>
              守秘を誓う:{word('SessionBasis', basis)}(
              {state === 'PLANNED' ? `${moment(opensAt)} から` : `${moment(closesAt)} まで`})
            </Link>
          </li>
        ))}
        {minutes.map(({ id, due, isOverdue }) => (
          <li key={id}>
            <Link to={`/conferences/${id}`}>会議録を書いて承認する</Link>
            {due && (
              <>
                {' '}
                {day(due)} まで <Mark kind={isOverdue ? 'late' : 'soon'}>{daysUntil(due)}</Mark>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
