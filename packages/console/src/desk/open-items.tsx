import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StaffName } from '../office/staff.js';
import { useSession } from '../session/session.js';
import { Mark } from '../ui/mark.js';
import { PersonName } from '../ui/person-name.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, todayInJapan } from '../words/words.js';
import type { OpenItem } from './desk-page.js';
import { whatToDo, whereDone } from './where.js';

/** Things of one kind that wait: whom they are about, until when, who holds them, and where they are done. */
export function OpenItems({
  caption,
  items,
}: {
  readonly caption: string;
  readonly items: readonly OpenItem[];
}): ReactNode {
  const { viewer } = useSession();
  return (
    <Table
      caption={caption}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { name: 'すること', cell: (item) => <Link to={whereDone(item)}>{whatToDo[item.kind]}</Link> },
        {
          name: '対象',
          cell: ({ persons }) => (
            <>
              {persons.map(({ id, identity }, at) => (
                <span key={id}>
                  {at > 0 && '、'}
                  <PersonName identity={identity} />
                </span>
              ))}
            </>
          ),
        },
        {
          name: '期日',
          cell: ({ due, isOverdue }) =>
            due && (
              <>
                {day(due)} <Mark kind={isOverdue ? 'late' : 'soon'}>{daysUntil(due)}</Mark>
              </>
            ),
        },
        { name: '持っている機関', cell: ({ office }) => office.name ?? office.code },
        { name: '担当者', cell: ({ staffId }) => <Holder staffId={staffId} own={viewer.staffId} /> },
        { name: 'いつから', cell: ({ since }) => day(todayInJapan(new Date(since))) },
      ]}
    />
  );
}

function Holder({ staffId, own }: { readonly staffId: string | null; readonly own: string }): ReactNode {
  if (staffId === null) return '決まっていません';
  return staffId === own ? 'あなた' : <StaffName id={staffId} />;
}
