import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DeskSeats } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { Mark } from '../ui/mark.js';
import { Names } from '../ui/persons.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, todayInJapan, word } from '../words/words.js';

/** 支援体制の見直し: seats whose worker left, and those that are to be looked at again. */
export function SeatsWaiting(): ReactNode {
  const asked = useAsked(DeskSeats, {});
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">支援体制の見直し</h2>
      <Answered asked={asked} lines={2}>
        {({ seatsWaiting }) => (
          <Table
            caption="後任を待つ担当と、見直し日の近い担当"
            rows={seatsWaiting}
            keyOf={({ id }) => id ?? ''}
            empty="後任を待つ担当も、見直し日の近い担当もありません。"
            columns={[
              {
                name: 'すること',
                cell: ({ caseId, needsWorker }) => (
                  <Link to={caseId === null ? '/cases' : `/cases/${caseId}/roster`}>
                    {needsWorker ? '後任を決める' : '役割を見直す'}
                  </Link>
                ),
              },
              {
                name: '対象',
                cell: ({ persons }) => (persons === null ? '世帯の全員' : <Names of={persons} />),
              },
              { name: '機関', cell: ({ office }) => office?.name ?? office?.code },
              {
                name: '担当者',
                cell: ({ staffName, needsWorker }) =>
                  needsWorker ? <Mark kind="late">後任待ち</Mark> : staffName,
              },
              {
                name: '役割',
                cell: ({ duty, dutyNote }) =>
                  [duty && word('Duty', duty), dutyNote].filter(Boolean).join(' '),
              },
              {
                name: '見直し日',
                cell: ({ reviewOn }) =>
                  reviewOn && (
                    <>
                      {day(reviewOn)}{' '}
                      <Mark kind={reviewOn < todayInJapan() ? 'late' : 'soon'}>{daysUntil(reviewOn)}</Mark>
                    </>
                  ),
              },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
