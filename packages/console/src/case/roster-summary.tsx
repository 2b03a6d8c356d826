import type { ReactNode } from 'react';
import type { CasePageQuery } from '../generated/operations.js';
import { ButtonLink } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { Table } from '../ui/table.js';
import { day, todayInJapan, word } from '../words/words.js';
import { Names } from '../ui/persons.js';
import styles from './case.module.css';

type Seat = NonNullable<NonNullable<CasePageQuery['supportCase']>['roster']>[number];

/** 支援体制: who works on the case today and from some day on, for whom. */
export function RosterSummary({
  caseId,
  roster,
}: {
  readonly caseId: string;
  readonly roster: readonly Seat[] | null;
}): ReactNode {
  const today = todayInJapan();
  const live = (roster ?? []).filter(({ to }) => !to || to >= today);
  return (
    <section aria-labelledby="roster">
      <div className={styles.head}>
        <h2 id="roster" tabIndex={-1}>
          支援体制
        </h2>
        <ButtonLink to={`/cases/${caseId}/roster`}>支援体制を見る・変える</ButtonLink>
      </div>
      <Table<Seat>
        caption="いまの支援体制"
        rows={live}
        keyOf={({ id }) => id ?? ''}
        empty="表示できる席はありません。"
        columns={[
          { name: '機関', cell: ({ office }) => office?.name ?? office?.code },
          {
            name: '担当者',
            cell: ({ staffName, needsWorker }) =>
              needsWorker ? <Mark kind="soon">後任待ち</Mark> : (staffName ?? '機関として'),
          },
          {
            name: '立場',
            cell: ({ role, responsibility }) =>
              [
                responsibility && responsibility !== 'MEMBER' && word('Responsibility', responsibility),
                role && word('StaffRole', role),
              ]
                .filter(Boolean)
                .join('・'),
          },
          { name: '対象', cell: ({ persons }) => (persons ? <Names of={persons} /> : '世帯全員') },
          {
            name: '役割',
            cell: ({ duty, dutyNote }) =>
              duty && (
                <>
                  {word('Duty', duty)} {dutyNote && <bdi>{dutyNote}</bdi>}
                </>
              ),
          },
          {
            name: '期間',
            cell: ({ from, to }) => (
              <>
                {from && day(from)}から{to && ` ${day(to)}まで`}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
